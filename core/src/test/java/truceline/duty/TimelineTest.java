package truceline.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static truceline.duty.Sketch.at;

import org.junit.jupiter.api.Test;
import truceline.agreement.Agreement;

class TimelineTest {
    private static final String DUTIES = "1: {who: AA, must: meet, by: open}, 2: {who: BB, must: meet, begin-by: D+2,"
            + " by: D+14}, 3: {who: AA, must-not: enter, where: box, from: 72 h after vote, until: D+20},"
            + " 4: {who: AA, must: meet, every: 14 days}, 5: {who: BB, must: meet, every: 1 day, by: 12:00}";

    @Test
    void while_the_day_is_open_every_date_waits_for_it() {
        Agreement agreement = Sketch.with("D: {date: open, set-by: panel}", DUTIES);
        assertThat(Timeline.of(agreement, null, World.empty(at("2026-03-10T00:00:00Z")))
                        .rows())
                .extracting(Timeline.Row::provision, Timeline.Row::edge, Timeline.Row::waitsFor, Timeline.Row::state)
                .containsExactly(
                        tuple("1", Timeline.Edge.BY, "open", Timeline.State.PENDING),
                        tuple("2", Timeline.Edge.BEGIN_BY, "D", Timeline.State.PENDING),
                        tuple("2", Timeline.Edge.BY, "D", Timeline.State.PENDING),
                        tuple("3", Timeline.Edge.FROM, "vote", Timeline.State.PENDING),
                        tuple("3", Timeline.Edge.UNTIL, "D", Timeline.State.PENDING),
                        tuple("4", Timeline.Edge.EVERY, "D", Timeline.State.PENDING),
                        tuple("5", Timeline.Edge.EVERY, "D", Timeline.State.PENDING));
    }

    @Test
    void a_day_that_a_body_sets_dates_the_rest_in_order() {
        Agreement agreement = Sketch.with("D: {date: open, set-by: panel}", DUTIES);
        World world = new Sketch.Story()
                .day("D", "2026-03-01T10:00:00Z")
                .says("AA", "vote", null, true, "2026-03-04T08:00:00Z")
                .until("2026-03-16T09:00:00Z");
        assertThat(Timeline.of(agreement, null, world).rows())
                .extracting(Timeline.Row::provision, Timeline.Row::phrase, Timeline.Row::atMs, Timeline.Row::state)
                .containsExactly(
                        tuple("2", "D+2", at("2026-03-03T22:00:00Z"), Timeline.State.PASSED),
                        tuple("3", "72 h after vote", at("2026-03-07T08:00:00Z"), Timeline.State.PASSED),
                        tuple("2", "D+14", at("2026-03-15T22:00:00Z"), Timeline.State.PASSED),
                        tuple("5", "every 1 day, by 12:00", at("2026-03-16T10:00:00Z"), Timeline.State.DUE),
                        tuple("3", "D+20", at("2026-03-21T22:00:00Z"), Timeline.State.DUE),
                        tuple("4", "every 14 days", at("2026-03-28T22:00:00Z"), Timeline.State.DUE),
                        tuple("1", "open", null, Timeline.State.PENDING));
    }

    @Test
    void a_date_of_the_text_gives_way_to_one_that_was_set() {
        Agreement agreement = Sketch.with("D: {date: 2026-03-01}", "1: {who: AA, must: meet, by: D+1}");
        World world = new Sketch.Story().day("D", "2026-05-01T00:00:00Z").until("2026-03-02T00:00:00Z");
        assertThat(Timeline.of(agreement, null, world).rows())
                .extracting(Timeline.Row::atMs)
                .containsExactly(at("2026-05-02T21:00:00Z"));
    }

    @Test
    void readings_that_differ_stand_beside_the_common_text() {
        Agreement agreement = Sketch.with(
                "D: {set-by: panel, readings: {AA: {date: 2026-03-01}, BB: {date: 2026-03-11}}}",
                "1: {who: AA, must: meet, by: D+1}, 2: {who: AA, must: meet, by: 2026-04-01}");
        assertThat(Timeline.ofEveryReading(agreement, World.empty(at("2026-03-10T00:00:00Z")))
                        .rows())
                .extracting(Timeline.Row::provision, Timeline.Row::holder, Timeline.Row::atMs, Timeline.Row::state)
                .containsExactly(
                        tuple("1", "AA", at("2026-03-02T22:00:00Z"), Timeline.State.PASSED),
                        tuple("1", "BB", at("2026-03-12T22:00:00Z"), Timeline.State.DUE),
                        tuple("2", null, at("2026-04-01T21:00:00Z"), Timeline.State.DUE));
    }

    @Test
    void in_a_draft_that_waits_for_its_day_no_clock_runs_even_where_a_date_is_given() {
        String duty = "1: {who: AA, must: meet, by: 2026-04-01}";
        World world = World.empty(at("2026-06-10T00:00:00Z"));
        assertThat(Timeline.of(Sketch.draft("D: {date: open, set-by: panel}", duty), null, world)
                        .rows())
                .extracting(Timeline.Row::atMs, Timeline.Row::waitsFor, Timeline.Row::state)
                .containsExactly(tuple(at("2026-04-01T21:00:00Z"), "D", Timeline.State.PENDING));
        assertThat(Timeline.of(Sketch.with("D: {date: open, set-by: panel}", duty), null, world)
                        .rows())
                .extracting(Timeline.Row::waitsFor, Timeline.Row::state)
                .containsExactly(tuple(null, Timeline.State.PASSED));
    }

    @Test
    void periods_follow_the_calendar_and_end_after_now() {
        Agreement agreement = Sketch.with(
                "D: {date: 2026-01-31}",
                "1: {who: AA, must: meet, every: 1 month}, 2: {who: AA, must: meet, every: 72 h},"
                        + " 3: {who: AA, must: meet, every: 72 h, until: 2026-02-01}");
        assertThat(Timeline.of(agreement, null, World.empty(at("2026-03-30T21:00:00Z")))
                        .rows())
                .extracting(Timeline.Row::provision, Timeline.Row::edge, Timeline.Row::atMs, Timeline.Row::state)
                .containsExactly(
                        tuple("3", Timeline.Edge.UNTIL, at("2026-02-01T22:00:00Z"), Timeline.State.PASSED),
                        tuple("3", Timeline.Edge.EVERY, at("2026-02-01T22:00:00Z"), Timeline.State.PASSED),
                        tuple("2", Timeline.Edge.EVERY, at("2026-03-31T22:00:00Z"), Timeline.State.DUE),
                        tuple("1", Timeline.Edge.EVERY, at("2026-04-29T21:00:00Z"), Timeline.State.DUE));
    }
}
