package truceline.duty.life;

import static org.assertj.core.api.Assertions.assertThat;
import static truceline.duty.life.Tale.act;
import static truceline.duty.life.Tale.agreement;
import static truceline.duty.life.Tale.disc;
import static truceline.duty.life.Tale.maps;
import static truceline.duty.life.Tale.parallel;

import org.junit.jupiter.api.Test;
import truceline.agreement.Agreement;
import truceline.agreement.phrase.Verb;

class WhoAndWhenTest {
    private static final String D = "days: {D: {date: 2026-03-01, set-by: panel}}, verification: {by: panel}";

    private static Tale line(String who) {
        Agreement text = agreement(
                D + ", lines: {LoC: {map: l.geojson, left: AA, right: BB, accuracy: 200 m}}, classes: {boats: {kinds:"
                        + " vessels}}",
                "2: {who: " + who + ", must-not: cross, where: LoC}");
        return new Tale(text, maps("LoC", parallel(50)), "2026-03-01");
    }

    /// AA holds the north.
    @Test
    void a_line_that_nobody_may_cross_is_crossed_by_each_side_on_the_others_ground_and_by_others_on_any() {
        Tale tale = line("anyone")
                .acted(act(Verb.CROSS, "C1", "2026-03-05T10:00", "AA", disc(15, 49.9)))
                .acted(act(Verb.CROSS, "C2", "2026-03-05T11:00", "AA", disc(15, 50.1)))
                .acted(act(Verb.CROSS, "C3", "2026-03-05T12:00", "BB", disc(15, 50.1)))
                .acted(act(Verb.CROSS, "C4", "2026-03-05T13:00", null, disc(15, 50.1)))
                .acted(act(Verb.CROSS, "C5", "2026-03-05T14:00", "GG", disc(15, 49.9)))
                .acted(act(Verb.CROSS, "C6", "2026-03-05T15:00", null, disc(15, 50.001)));
        assertThat(tale.lines())
                .containsExactly(
                        "2 C1 by AA: candidate",
                        "2 C3 by BB: candidate",
                        "2 C4 by null: candidate",
                        "2 C5 by GG: candidate",
                        "2 C6 by null: indeterminate");
        assertThat(tale.why("2", "anyone", ""))
                .contains("3 cases, 0 of them attributed; 1 cases of which nobody knows who it was");
    }

    @Test
    void a_class_is_bound_whoever_it_belongs_to() {
        Tale tale = line("boats")
                .acted(act(Verb.CROSS, "C1", "2026-03-05T10:00", null, disc(15, 49.9), "boats"))
                .acted(act(Verb.CROSS, "C2", "2026-03-05T11:00", "BB", disc(15, 50.1), "boats"));
        assertThat(tale.lines()).containsExactly("2 C1 by null: candidate", "2 C2 by BB: candidate");
    }

    private static Tale vote(String who, String what) {
        Agreement text = agreement(
                D + ", facts: {vote: {attested-by: panel}}", "2: {who: " + who + ", must: bring-about" + what + "}");
        return new Tale(text, maps(), "2026-03-01");
    }

    @Test
    void a_word_that_names_nobody_counts_for_the_only_one_who_has_to_bring_it_about() {
        assertThat(vote("AA", ", what: vote")
                        .says("2026-03-05", "panel", "vote", null, true)
                        .phase("2", "AA"))
                .isEqualTo(Phase.FULFILLED);
        assertThat(vote("AA", "").says("2026-03-05", "panel", "2", null, true).phase("2", "AA"))
                .isEqualTo(Phase.FULFILLED);
    }

    @Test
    void of_several_who_have_to_bring_it_about_a_word_has_to_name_the_one() {
        for (String what : new String[] {", what: vote", ""}) {
            String fact = what.isEmpty() ? "2" : "vote";
            Tale tale = vote("each party", what).says("2026-03-05", "panel", fact, null, true);
            assertThat(tale.phase("2", "AA")).as(fact).isEqualTo(Phase.RUNNING);
            tale.says("2026-03-06", "panel", fact, "AA", true);
            assertThat(tale.phase("2", "AA")).as(fact).isEqualTo(Phase.FULFILLED);
            assertThat(tale.phase("2", "BB")).as(fact).isEqualTo(Phase.RUNNING);
        }
    }

    private static Tale conditional() {
        Agreement text =
                agreement(D + ", facts: {vote: {attested-by: panel}}", "2: {who: AA, must: meet, by: D+5, if: vote}");
        return new Tale(text, maps(), "2026-03-01");
    }

    @Test
    void a_deadline_that_passed_before_the_condition_was_met_is_not_missed() {
        Tale tale = conditional().tick("2026-03-10").says("2026-03-20T10:00", "panel", "vote", null, true);
        tale.tick("2026-04-20");
        assertThat(tale.lines()).containsExactly("2 AA pending > running at 2026-03-20T10:00:00Z");
        assertThat(tale.state("2", "AA", "").dueMs()).isNull();
        assertThat(tale.why("2", "AA", ""))
                .startsWith("it was due at 2026-03-07T00:00:00Z, before its condition was met at 2026-03-20T10:00:00Z;"
                        + " no deadline runs");
        tale.done("2026-04-21", "2", "AA", 0);
        assertThat(tale.phase("2", "AA")).isEqualTo(Phase.FULFILLED);
    }

    @Test
    void a_condition_that_was_met_in_time_leaves_the_deadline_even_where_it_is_entered_late() {
        Tale tale = conditional().tick("2026-03-10");
        tale.tell(new Occurrence.Said(
                tale.next(), Tale.at("2026-03-20"), "vote", null, "panel", true, Tale.at("2026-03-03"), null));
        assertThat(tale.lines()).containsExactly("2 AA pending > breached at 2026-03-07T00:00:00Z");
    }

    @Test
    void a_case_that_a_body_attributes_is_a_case_of_that_party_and_no_longer_of_nobody() {
        Agreement text = agreement(D, "2: {who: each party, must-not: fire}");
        Evidence fire = act(Verb.FIRE, "F1", "2026-03-05T10:00", null, disc(15, 50));
        Tale tale = new Tale(text, maps(), "2026-03-01").acted(fire);
        assertThat(tale.why("2", "AA", "")).endsWith("1 cases of which nobody knows who it was");
        tale.found("2026-03-06T10:00", fire, "AA");
        assertThat(tale.why("2", "AA", "")).endsWith("act is a case of its own; 1 cases, 1 of them attributed");
        assertThat(tale.why("2", "BB", "")).isEqualTo("it is forbidden now; each act is a case of its own");
        assertThat(tale.state("2", "BB", "").cases()).isZero();
    }

    @Test
    void what_was_due_before_its_day_became_known_is_excused_and_never_late() {
        Agreement text = agreement(
                "days: {D: {date: 2026-03-01, set-by: panel}, E: {date: open, set-by: panel}, F: {date: E+1}},"
                        + " verification: {by: panel}",
                "2: {who: AA, must: meet, by: E}, 3: {who: AA, must: meet, by: F-5}, 4: {who: AA, must: meet, by: E+9},"
                        + " 5: {who: AA, must: meet, by: E}, 6: {who: AA, must: meet, by: 72 h before E}");
        Tale tale = new Tale(text, maps(), "2026-02-01").done("2026-03-10", "5", "AA", 0);
        tale.tell(new Occurrence.DaySet(tale.next(), Tale.at("2026-03-24"), "E", Tale.at("2026-03-20")));
        for (String late : new String[] {"2", "3", "6"}) {
            assertThat(tale.phase(late, "AA")).as(late).isEqualTo(Phase.EXCUSED);
            assertThat(tale.why(late, "AA", ""))
                    .as(late)
                    .startsWith("the day became known only after this was due, at");
        }
        assertThat(tale.phase("5", "AA")).as("it was done before").isEqualTo(Phase.FULFILLED);
        tale.done("2026-03-25", "2", "AA", 0).tick("2026-04-20");
        assertThat(tale.phase("2", "AA")).isEqualTo(Phase.FULFILLED);
        assertThat(tale.phase("4", "AA"))
                .as("it fell due after its day was known")
                .isEqualTo(Phase.BREACHED);
    }

    @Test
    void the_same_change_in_two_worlds_is_one_line_of_the_history_that_names_both() {
        Agreement text = agreement(D, "2: {who: AA, must: meet, readings: {AA: {by: D+5}, BB: {by: D+5}}}");
        Tale tale = new Tale(text, maps(), "2026-03-01").done("2026-03-04", "2", "AA", 0);
        ProvisionState state = tale.state("2", "AA", "AA");
        assertThat(state.worlds()).containsExactly("AA", "BB");
        assertThat(state.trace()).hasSize(1);
        assertThat(state.trace().getFirst().worlds()).containsExactly("AA", "BB");
    }
}
