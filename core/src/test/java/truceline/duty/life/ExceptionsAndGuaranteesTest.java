package truceline.duty.life;

import static org.assertj.core.api.Assertions.assertThat;
import static truceline.duty.life.Tale.act;
import static truceline.duty.life.Tale.agreement;
import static truceline.duty.life.Tale.disc;
import static truceline.duty.life.Tale.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import truceline.agreement.Agreement;
import truceline.agreement.phrase.Verb;

class ExceptionsAndGuaranteesTest {
    private static final String D = "days: {D: {date: 2026-03-01, set-by: panel}}, verification: {by: panel}, ";
    private static final Agreement FIRE = agreement(
            D + "facts: {order-given: {attested-by: each party}, call-failed: {attested-by: panel}},"
                    + " severity: {people-hurt: {casualties: at least 1, level: grave}, again: {repeated: 3 in 7 days,"
                    + " level: serious}, otherwise: {level: minor}}",
            "2: {who: each party, must-not: fire, unless: {all-of: [fire by the other party within 10 min and 20 km,"
                    + " order-given, call-failed, notice to panel within 24 h]}},"
                    + " 5: {text: {en: Together.}, protects: AA, given-by: GG, triggered-by: at least 2 findings on 2"
                    + " against BB in 72 h, void-if: 6 triggered},"
                    + " 5.1: {who: GG, must: decide, by: 72 h after 5},"
                    + " 6: {text: {en: Void.}, protects: BB, triggered-by: at least 1 findings on 2 against AA in 72 h}");

    private static Tale fire() {
        return new Tale(FIRE, maps(), "2026-03-01");
    }

    private static Evidence fireBy(String by, String id, String when) {
        return act(Verb.FIRE, id, when, by, disc(15, 50));
    }

    private static Tale returned() {
        return fire().acted(fireBy("BB", "F1", "2026-03-05T10:00"))
                .acted(fireBy("AA", "F2", "2026-03-05T10:08"))
                .saysOf("2026-03-05T11:00", "AA", "order-given", "AA", "F2")
                .saysOf("2026-03-05T12:00", "panel", "call-failed", null, "F2");
    }

    @Test
    void fire_that_is_returned_as_the_text_asks_is_excused_once_all_of_it_is_shown() {
        Tale tale = returned().notice("2026-03-05T20:00", "AA", "panel").tick("2026-03-06T10:08");
        assertThat(tale.lines())
                .containsExactly(
                        "2 F1 by BB: candidate minor (otherwise)",
                        "2 F2 by AA: candidate minor (otherwise)",
                        "2 F1 by BB: not-excused",
                        "2 F2 by AA: excused");
        assertThat(tale.changes.getLast().reasons())
                .extracting(Reason::english)
                .contains("the other party did so in F1, 8 minutes before and 0 km away")
                .contains("panel was told at 2026-03-05T20:00:00Z");
    }

    @Test
    void without_the_notice_nothing_excuses_it_and_the_trace_says_what_was_not_shown() {
        Tale tale = returned().tick("2026-03-06T10:08");
        assertThat(tale.lines()).endsWith("2 F2 by AA: not-excused");
        assertThat(tale.changes.getLast().reasons())
                .extracting(Reason::english)
                .contains("not so: notice to panel within 24 h", "no notice to panel within 24 h");
    }

    @Test
    void what_nobody_knows_excuses_nobody() {
        Tale tale = fire().acted(act(Verb.FIRE, "F1", "2026-03-05T10:00", null, disc(15, 50)))
                .acted(fireBy("AA", "F2", "2026-03-05T10:08"))
                .tick("2026-03-09");
        assertThat(tale.lines())
                .containsExactly(
                        "2 F1 by null: candidate minor (otherwise)",
                        "2 F2 by AA: candidate minor (otherwise)",
                        "2 F2 by AA: not-excused");
        assertThat(tale.changes.get(1).reasons())
                .extracting(Reason::english)
                .contains("not known, and what is not known excuses nobody: fire by the other party within 10 min and"
                        + " 20 km");
        assertThat(tale.state("2", "AA", "").cases()).isEqualTo(2);
        assertThat(tale.state("2", "BB", "").cases()).isEqualTo(1);
        assertThat(tale.why("2", "BB", "")).contains("1 cases of which nobody knows who it was");
    }

    @Test
    void the_gravest_row_that_fits_decides() {
        Tale tale = fire();
        for (int day = 2; day <= 4; day++) {
            tale.acted(fireBy("AA", "F" + day, "2026-03-0" + day + "T10:00"));
        }
        Evidence hurt = fireBy("AA", "F5", "2026-03-05T10:00");
        tale.acted(new Evidence(
                "F5",
                Verb.FIRE,
                hurt.fromMs(),
                hurt.toMs(),
                hurt.place(),
                null,
                hurt.altitudeMetres(),
                hurt.kind(),
                hurt.weapon(),
                -1,
                null,
                List.of(),
                List.of(),
                2,
                "AA"));
        assertThat(tale.lines())
                .contains(
                        "2 F3 by AA: candidate minor (otherwise)",
                        "2 F4 by AA: candidate serious (again)",
                        "2 F5 by AA: candidate grave (people-hurt)");
    }

    @Test
    void a_guarantee_is_closed_while_it_is_likely_opens_when_it_is_attributed_and_is_void_once_its_twin_is_triggered() {
        Tale tale = fire().acted(fireBy("BB", "F1", "2026-03-05T10:00")).acted(fireBy("BB", "F2", "2026-03-06T10:00"));
        assertThat(tale.phase("5", "")).isEqualTo(Phase.RUNNING);
        assertThat(tale.why("5", "", "")).contains("0 attributed findings of 2");
        assertThat(tale.phase("5.1", "GG")).isEqualTo(Phase.RUNNING);
        assertThat(tale.why("5.1", "GG", "")).contains("no clock runs: it waits for 5");

        tale.found("2026-03-07T09:00", fireBy("BB", "F1", "2026-03-05T10:00"), "BB");
        assertThat(tale.why("5", "", "")).contains("1 attributed findings of 2");
        tale.found("2026-03-07T10:00", fireBy("BB", "F2", "2026-03-06T10:00"), "BB");
        assertThat(tale.phase("5", "")).isEqualTo(Phase.TRIGGERED);
        assertThat(tale.state("5.1", "GG", "").dueMs()).isEqualTo(Tale.at("2026-03-09T10:00"));

        tale.found("2026-03-08T10:00", fireBy("AA", "F9", "2026-03-07T10:00"), "AA");
        assertThat(tale.phase("5", "")).isEqualTo(Phase.VOID);
        assertThat(tale.phase("6", "")).isEqualTo(Phase.TRIGGERED);
    }

    @Test
    void seventy_two_hours_pass_over_a_restart_and_fire_once() {
        Tale whole = fire().found("2026-03-07T09:00", fireBy("BB", "F1", "2026-03-05T10:00"), "BB")
                .found("2026-03-07T10:00", fireBy("BB", "F2", "2026-03-06T10:00"), "BB")
                .tick("2026-03-09T09:59")
                .tick("2026-03-09T10:00")
                .tick("2026-03-09T10:01")
                .tick("2026-04-01");
        String missed = "5.1 GG running > breached at 2026-03-09T10:00:00Z";
        assertThat(whole.lines()).filteredOn(missed::equals).hasSize(1);
        for (int restart = 0; restart < whole.told().size(); restart++) {
            List<String> lines = new ArrayList<>();
            Evaluation evaluation = new Evaluation(FIRE, new TreeMap<>(), 9, Tale.at("2026-03-01"));
            for (int i = 0; i < whole.told().size(); i++) {
                if (i == restart) {
                    evaluation = new Evaluation(FIRE, new TreeMap<>(), 9, Tale.at("2026-03-01"));
                    whole.told().subList(0, restart).forEach(evaluation::take);
                }
                evaluation.take(whole.told().get(i)).forEach(change -> lines.add(Tale.line(change)));
            }
            assertThat(lines).as("restart before entry " + restart).isEqualTo(whole.lines());
        }
    }

    @Test
    void a_duty_that_returns_has_one_deadline_a_period() {
        Agreement visits =
                agreement(D.substring(0, D.length() - 2), "2: {who: panel, must: inspect, what: guns, every: 14 days}");
        Tale tale = new Tale(visits, maps(), "2026-03-01");
        tale.done("2026-03-10T10:00", "2", "panel", 0).tick("2026-04-20");
        assertThat(tale.lines()).containsExactly("2 panel running > breached at 2026-03-29T00:00:00Z");
        assertThat(tale.why("2", "panel", "")).contains("2 missed in all");
        tale.done("2026-04-21T10:00", "2", "panel", 0);
        assertThat(tale.phase("2", "panel")).isEqualTo(Phase.RUNNING);
    }

    @Test
    void a_deadline_that_passed_in_silence_neither_voids_nor_opens_a_guarantee() {
        String guarantees =
                ", 5: {text: {en: Void.}, protects: AA, given-by: GG, triggered-by: at least 2 findings on 2"
                        + " in 72 h, void-if: 2 breached by AA}, 6: {text: {en: Open.}, protects: BB, triggered-by: 2 breached}";
        String days = D + "facts: {vote: {attested-by: panel}}";
        for (String what : new String[] {"meet, by: D+5", "bring-about, what: vote, by: D+5"}) {
            Agreement text = agreement(days, "2: {who: AA, must: " + what + "}" + guarantees);
            Tale tale = new Tale(text, maps(), "2026-03-01").tick("2026-03-10");
            assertThat(tale.phase("2", "AA")).isEqualTo(Phase.BREACHED);
            assertThat(tale.phase("5", "")).as(what).isEqualTo(Phase.RUNNING);
            assertThat(tale.phase("6", "")).as(what).isEqualTo(Phase.RUNNING);
            String silent = "the time of 2 has passed and nobody has shown anything; that voids or opens no guarantee";
            assertThat(tale.why("5", "", "")).endsWith(silent);
            assertThat(tale.why("6", "", "")).endsWith(silent);
            tale.says("2026-03-11", "panel", what.startsWith("meet") ? "2" : "vote", "AA", false);
            assertThat(tale.phase("5", "")).as(what).isEqualTo(Phase.VOID);
            assertThat(tale.phase("6", "")).as(what).isEqualTo(Phase.TRIGGERED);
        }
    }

    @Test
    void a_late_paper_makes_good_only_the_period_in_which_it_was_done() {
        Agreement daily =
                agreement(D.substring(0, D.length() - 2), "2: {who: panel, must: inspect, what: guns, every: day}");
        Tale tale = new Tale(daily, maps(), "2026-03-01");
        for (int day = 1; day <= 9; day++) {
            tale.done("2026-03-0" + day + "T10:00", "2", "panel", 0);
        }
        tale.tick("2026-03-12T12:00");
        assertThat(tale.phase("2", "panel")).isEqualTo(Phase.BREACHED);
        assertThat(tale.why("2", "panel", "")).contains("2 missed in all");
        late(tale, "2026-03-13", "2026-03-05T10:00");
        late(tale, "2026-03-13", "2026-02-20T10:00");
        assertThat(tale.phase("2", "panel")).as("the 5th was no missed day").isEqualTo(Phase.BREACHED);
        late(tale, "2026-03-13", "2026-03-12T23:00");
        assertThat(tale.phase("2", "panel")).isEqualTo(Phase.RUNNING);
    }

    private static void late(Tale tale, String known, String at) {
        tale.tell(new Occurrence.Done(tale.next(), Tale.at(known), "2", "panel", Tale.at(at), -1));
    }

    @Test
    void an_unknown_condition_keeps_a_duty_pending_and_a_late_day_excuses_what_was_due_before_it() {
        Agreement text = agreement(
                "days: {D: {date: open, set-by: panel}}, verification: {by: panel}, facts: {vote: {attested-by: AA}}",
                "2: {who: AA, must: meet, by: D+5, if: vote}, 3: {who: BB, must: meet, by: D-10},"
                        + " 4: {who: BB, must: meet, by: D-2}");
        Tale tale = new Tale(text, maps(), "2026-02-01");
        assertThat(tale.why("3", "BB", "")).isEqualTo("it waits for D");
        tale.tell(new Occurrence.DaySet(tale.next(), Tale.at("2026-02-20"), "D", Tale.at("2026-03-01")));
        assertThat(tale.phase("3", "BB")).isEqualTo(Phase.EXCUSED);
        assertThat(tale.phase("4", "BB")).isEqualTo(Phase.RUNNING);
        tale.tick("2026-03-10");
        assertThat(tale.phase("2", "AA")).isEqualTo(Phase.PENDING);
        assertThat(tale.why("2", "AA", "")).contains("nobody has shown its condition: vote");
        assertThat(tale.phase("4", "BB")).isEqualTo(Phase.BREACHED);
    }
}
