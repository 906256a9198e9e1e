package truceline.duty.life;

import static org.assertj.core.api.Assertions.assertThat;
import static truceline.duty.life.Tale.act;
import static truceline.duty.life.Tale.agreement;
import static truceline.duty.life.Tale.box;
import static truceline.duty.life.Tale.disc;
import static truceline.duty.life.Tale.maps;
import static truceline.duty.life.Tale.parallel;

import java.util.List;
import org.junit.jupiter.api.Test;
import truceline.agreement.Agreement;
import truceline.agreement.phrase.Verb;

/// Short invented histories, and what has to come of them.
class GoldenTest {
    private static final String D = "days: {D: {date: 2026-03-01, set-by: panel}}, verification: {by: panel}";

    private static final Agreement STEPS = agreement(
            D + ", zones: {box-A: {map: a.geojson}, box-B: {map: b.geojson}}, classes: {forces: {kinds: [units,"
                    + " soldiers, fighters]}}, severity: {re-entry: {verb: enter, where: [box-A, box-B], level: grave},"
                    + " otherwise: {level: minor}}",
            "2: {text: {en: Steps.}, steps: {balance: area, tolerance: \"10 %\", verify-within: 3 days}},"
                    + " 2.a: {step: 1, who: AA, must: leave, where: box-A, by: D+9},"
                    + " 2.b: {step: 1, who: BB, must: leave, where: box-B, by: D+9},"
                    + " 2.c: {step: 2, who: AA, must: meet, by: D+19},"
                    + " 2.d: {step: 2, who: BB, must: meet, by: D+19},"
                    + " 3.a: {who: BB, must-not: enter, where: box-A, from: after 2.a, twin: 3.b},"
                    + " 3.b: {who: AA, must-not: enter, where: box-B, from: after 2.b, twin: 3.a}");

    private static Tale steps() {
        return new Tale(STEPS, maps("box-A", box(10, 50, 11, 51), "box-B", box(10, 49, 11, 50)), "2026-03-01");
    }

    @Test
    void while_one_side_is_late_the_next_step_is_held_and_the_other_is_never_told_to_go_back() {
        Tale tale = steps().says("2026-03-08T10:00", "panel", "2.a", "AA", true).tick("2026-03-25T00:00");
        assertThat(tale.phase("2.a", "AA")).isEqualTo(Phase.FULFILLED);
        assertThat(tale.phase("2.b", "BB")).isEqualTo(Phase.BREACHED);
        assertThat(tale.phase("2.c", "AA")).isEqualTo(Phase.HELD);
        assertThat(tale.why("2.c", "AA", "")).isEqualTo("held: step 1, 2.b by BB, is breached and not verified");
        assertThat(tale.lines())
                .containsExactly(
                        "2.a AA running > fulfilled at 2026-03-08T10:00:00Z",
                        "3.a BB pending > running at 2026-03-08T10:00:00Z",
                        "2.b BB running > breached at 2026-03-11T00:00:00Z");
        tale.says("2026-03-26T00:00", "panel", "2.b", "BB", true);
        assertThat(tale.phase("2.b", "BB")).isEqualTo(Phase.FULFILLED_LATE);
        assertThat(tale.phase("2.d", "BB")).isEqualTo(Phase.RUNNING);
        assertThat(tale.state("2.d", "BB", "").dueMs())
                .as("the fifteen days for which it was held are added")
                .isEqualTo(Tale.at("2026-04-05"));
    }

    @Test
    void entering_the_box_that_the_other_left_is_grave() {
        Tale tale = steps().says("2026-03-08T10:00", "panel", "2.a", "AA", true)
                .acted(act(Verb.ENTER, "E1", "2026-03-09T10:00", "BB", disc(10.5, 50.5)))
                .acted(act(Verb.ENTER, "E2", "2026-03-09T11:00", "AA", disc(10.5, 50.5)))
                .acted(act(Verb.ENTER, "E3", "2026-03-09T12:00", null, disc(10.5, 50.5)));
        assertThat(tale.lines().subList(2, tale.lines().size()))
                .containsExactly("3.a E1 by BB: candidate grave (re-entry)", "3.a E3 by null: indeterminate");
    }

    @Test
    void the_balance_of_what_each_side_left_is_shown() {
        Tale tale = steps().done("2026-03-08T10:00", "2.a", "AA", 120).done("2026-03-08T11:00", "2.b", "BB", 100);
        assertThat(tale.why("2", "", ""))
                .contains("step 1 of 2 is on")
                .contains("step 1, area: AA 120, BB 100; they differ by 16.7 %, more than 10 %");
    }

    @Test
    void of_twenty_four_guns_two_breach_the_fifty_kilometres_and_one_is_unaccounted_for() {
        Agreement guns = agreement(
                D + ", lines: {LoC: {map: loc.geojson, left: AA, right: BB}}, zones: {guns-out: {within: 50 km, of:"
                        + " LoC}}, classes: {listed-guns: {kinds: guns, list: 3}, papers: {kinds: documents}}",
                "2: {who: each party, must: withdraw, what: listed-guns, out-of: guns-out, by: D+13},"
                        + " 3: {who: each party, must: hand-over, what: papers, to: panel, by: D+1}");
        Tale tale = new Tale(guns, maps("LoC", parallel(50)), "2026-03-01");
        List<Occurrence.Lot> all = List.of(new Occurrence.Lot("guns", 24));
        List<Occurrence.Lot> there = List.of(new Occurrence.Lot("guns", 21));
        tale.tell(new Occurrence.Listed(tale.next(), Tale.at("2026-03-02"), "3", "AA", Tale.at("2026-03-02"), all))
                .tell(new Occurrence.Counted(
                        tale.next(), Tale.at("2026-03-20"), "3", "AA", Tale.at("2026-03-20"), there))
                .seen("2026-03-20T10:00", "gun-22", "AA", disc(15, 50.387), "3")
                .seen("2026-03-20T11:00", "gun-23", "AA", disc(15, 50.387), "3");
        assertThat(tale.lines())
                .containsExactly(
                        "3 AA running > fulfilled at 2026-03-02T00:00:00Z",
                        "3 BB running > breached at 2026-03-03T00:00:00Z",
                        "2 AA running > breached at 2026-03-15T00:00:00Z",
                        "2 BB running > breached at 2026-03-15T00:00:00Z",
                        "3 3/AA by AA: unaccounted",
                        "2 gun-22 by AA: candidate",
                        "3 3/AA by AA: unaccounted",
                        "2 gun-23 by AA: candidate",
                        "3 3/AA by AA: unaccounted");
        assertThat(tale.why("3", "AA", "")).contains("24 declared; 21 counted, 2 seen elsewhere, 1 unaccounted for");
        assertThat(tale.why("2", "AA", "")).contains("2 still there: gun-22, gun-23");
        assertThat(tale.changes.get(5).reasons().getFirst().english())
                .isEqualTo("for AA, measured from LoC: 43.0 km from the line of guns-out, which is 50.0 km deep");
    }
}
