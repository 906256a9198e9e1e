package truceline.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static truceline.duty.Sketch.at;

import java.util.List;
import org.junit.jupiter.api.Test;
import truceline.agreement.Agreement;

class DutiesTest {
    private static final String PAST = "its time has passed; whether it was done is for people to say";
    private static final String HELD = "held until every earlier step is verified";
    private static final String DUTIES = "1: {text: {en: Peace.}}, 2: {who: each party, must-not: fire},"
            + " 3: {who: AA, must: meet, by: D+5}, 4: {who: AA, must: meet, if: vote},"
            + " 5: {who: BB, must-not: fire, until: D+3}, 6: {who: AA, must: meet, by: D-5},"
            + " 7: {who: BB, must-not: enter, where: box, from: after 3},"
            + " 8: {text: {en: Steps.}, steps: {verify-within: 3 days}},"
            + " 8.a: {step: 1, who: AA, must: leave, where: box, by: D+20},"
            + " 8.b: {step: 1, who: BB, must: leave, where: box, by: D+20},"
            + " 8.c: {step: 2, who: AA, must: leave, where: box, by: D+30},"
            + " 8.d: {step: 2, who: BB, must: leave, where: box, by: D+30}";

    private static List<Duties.Standing> standings(String days, World world) {
        Agreement agreement = Sketch.with(days, DUTIES);
        return Duties.of(agreement, null, world);
    }

    @Test
    void while_the_day_is_open_everything_but_text_is_pending() {
        assertThat(standings("D: {date: open, set-by: panel}", World.empty(at("2026-03-10T00:00:00Z"))))
                .extracting(Duties.Standing::state)
                .containsOnly(Duties.State.TEXT_ONLY, Duties.State.PENDING);
    }

    @Test
    void a_duty_runs_waits_is_over_or_says_why_nobody_can_tell() {
        assertThat(standings("D: {date: 2026-03-01}", World.empty(at("2026-03-10T00:00:00Z"))))
                .extracting(Duties.Standing::provision, Duties.Standing::state, Duties.Standing::reason)
                .containsExactly(
                        tuple("1", Duties.State.TEXT_ONLY, ""),
                        tuple("2", Duties.State.RUNNING, ""),
                        tuple("3", Duties.State.NOT_EVALUATED, PAST),
                        tuple("4", Duties.State.PENDING, "waits for vote: 0 of 1 attested (AA)"),
                        tuple("5", Duties.State.OVER, ""),
                        tuple("6", Duties.State.NOT_EVALUATED, PAST),
                        tuple("7", Duties.State.PENDING, "waits for 3"),
                        tuple("8", Duties.State.RUNNING, ""),
                        tuple("8.a", Duties.State.RUNNING, ""),
                        tuple("8.b", Duties.State.RUNNING, ""),
                        tuple("8.c", Duties.State.NOT_EVALUATED, HELD),
                        tuple("8.d", Duties.State.NOT_EVALUATED, HELD));
    }

    @Test
    void what_is_due_before_the_day_runs_as_soon_as_the_text_is_agreed() {
        assertThat(standings("D: {date: 2026-03-20}", World.empty(at("2026-03-10T00:00:00Z"))))
                .filteredOn(standing -> standing.state() == Duties.State.RUNNING)
                .extracting(Duties.Standing::provision)
                .containsExactly("6");
    }

    @Test
    void what_follows_a_duty_begins_when_those_who_verify_it_attest_that_it_was_done() {
        World world = new Sketch.Story()
                .says("panel", "3", null, true, "2026-03-04T00:00:00Z")
                .until("2026-03-10T00:00:00Z");
        assertThat(standings("D: {date: 2026-03-01}", world).get(6).state()).isEqualTo(Duties.State.RUNNING);
    }
}
