package truceline.duty.life;

import static org.assertj.core.api.Assertions.assertThat;
import static truceline.duty.life.Tale.act;
import static truceline.duty.life.Tale.agreement;
import static truceline.duty.life.Tale.at;
import static truceline.duty.life.Tale.disc;
import static truceline.duty.life.Tale.maps;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import truceline.agreement.Agreement;
import truceline.agreement.phrase.Verb;

class ExcusesTest {
    private static final String FACTS = "days: {D: {date: 2026-03-01, set-by: panel}}, verification: {by: panel},"
            + " clocks: {reply: 48 h}, facts: {call-failed: {attested-by: panel},"
            + " quiet-order: {attested-by: panel}}";
    private static final Agreement CALL =
            agreement(FACTS, "2: {who: each party, must-not: fire, unless: call-failed by panel}");

    private static Tale call() {
        return new Tale(CALL, maps(), "2026-03-01");
    }

    private static Evidence fire(String id, String when, @Nullable String by) {
        return act(Verb.FIRE, id, when, by, disc(15, 50));
    }

    @Test
    void an_act_that_was_excused_stays_so_when_it_is_attributed() {
        Evidence fire = fire("F1", "2026-03-05T10:00", null);
        Tale tale = call().acted(fire).saysOf("2026-03-05T11:00", "panel", "call-failed", null, "F1");
        assertThat(tale.lines()).endsWith("2 F1 by null: excused");
        assertThat(tale.state("2", "AA", "").cases()).isZero();
        tale.found("2026-06-06T10:00", fire, "AA");
        assertThat(tale.lines()).endsWith("2 F1 by AA: excused");
        assertThat(tale.state("2", "AA", "").attributed()).isZero();
        assertThat(tale.state("2", "AA", "").cases()).isZero();
        assertThat(tale.why("2", "BB", "")).isEqualTo("it is forbidden now; each act is a case of its own");
    }

    @Test
    void an_exception_of_him_who_acted_is_asked_when_it_becomes_known_who_acted() {
        Agreement text = agreement(FACTS, "2: {who: each party, must-not: fire, unless: notice to panel within 24 h}");
        Evidence fire = fire("F1", "2026-03-05T10:00", null);
        Tale tale = new Tale(text, maps(), "2026-03-01").acted(fire).notice("2026-03-05T20:00", "AA", "panel");
        assertThat(tale.state("2", "BB", "").cases()).isEqualTo(1);
        tale.found("2026-03-06T09:00", fire, "AA");
        assertThat(tale.lines()).endsWith("2 F1 by AA: excused");
        assertThat(tale.state("2", "AA", "").cases()).isZero();
        assertThat(tale.state("2", "BB", "").cases()).isZero();
    }

    @Test
    void an_act_of_a_known_party_that_is_excused_is_no_case() {
        Tale tale = call().acted(fire("F1", "2026-03-05T10:00", "AA"))
                .saysOf("2026-03-05T11:00", "panel", "call-failed", null, "F1");
        assertThat(tale.state("2", "AA", "").cases()).isZero();
    }

    @Test
    void an_act_that_becomes_known_late_leaves_the_whole_time_to_show_its_exception() {
        Tale tale = call();
        tale.tell(new Occurrence.Acted(tale.next(), at("2026-03-24"), fire("F1", "2026-03-10T10:00", "AA")))
                .saysOf("2026-03-25T23:00", "panel", "call-failed", null, "F1");
        assertThat(tale.lines()).containsExactly("2 F1 by AA: candidate", "2 F1 by AA: excused");
        tale.tell(new Occurrence.Acted(tale.next(), at("2026-03-27"), fire("F2", "2026-03-10T10:00", "AA")))
                .tick("2026-03-29");
        assertThat(tale.lines()).endsWith("2 F2 by AA: candidate", "2 F2 by AA: not-excused");
    }

    @Test
    void each_reading_has_its_own_exception() {
        Agreement text = agreement(
                FACTS,
                "2: {who: each party, must-not: fire, readings: {AA: {unless: call-failed by panel},"
                        + " BB: {unless: quiet-order by panel}}}");
        Tale tale = new Tale(text, maps(), "2026-03-01")
                .acted(fire("F1", "2026-03-05T10:00", "AA"))
                .saysOf("2026-03-05T11:00", "panel", "call-failed", null, "F1");
        assertThat(tale.lines()).endsWith("2 F1 by AA: excused in AA");
        tale.tick("2026-03-09");
        assertThat(tale.lines()).endsWith("2 F1 by AA: not-excused in BB");
        assertThat(tale.state("2", "AA", "AA").cases()).isZero();
        assertThat(tale.state("2", "AA", "BB").cases()).isEqualTo(1);
    }

    @Test
    void each_reading_has_its_own_reasons() {
        Agreement text = agreement(
                FACTS + ", zones: {box: {map: b.geojson}, wide: {map: w.geojson}}",
                "2: {who: each party, must-not: fire, readings: {AA: {where: box}, BB: {where: wide}}}");
        Tale tale = new Tale(text, maps("box", Tale.box(12, 49, 16, 51), "wide", Tale.box(1, 40, 30, 60)), "2026-03-01")
                .acted(fire("F1", "2026-03-05T10:00", "AA"));
        assertThat(tale.changes).hasSize(2);
        assertThat(tale.changes.getFirst().worlds()).containsExactly("AA");
        assertThat(tale.changes.getFirst().reasons().toString()).contains("box").doesNotContain("wide");
        assertThat(tale.changes.getLast().reasons().toString()).contains("wide").doesNotContain("box");
    }
}
