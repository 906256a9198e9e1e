package truceline.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import truceline.agreement.Agreement;

class ClocksTest {
    private static final long HOUR = 3_600_000L;
    private static final Agreement AGREEMENT = Sketch.with(
            "D: {date: 2026-03-01}",
            "verification: {by: panel}, clocks: {register: 15 min, reply: 48 h, decision: 72 h, spot-report: open}",
            "1: {text: {en: Peace.}}");

    private static BodyClock clock(String name, List<BodyClock.Pause> pauses, @Nullable Long metHours, long foldHours) {
        Long metMs = metHours == null ? null : Long.valueOf(metHours * HOUR);
        return Clocks.find(AGREEMENT, name, 0, pauses, metMs, foldHours * HOUR).orElseThrow();
    }

    private static BodyClock.Pause pause(long fromHours, @Nullable Long toHours) {
        return new BodyClock.Pause(fromHours * HOUR, toHours == null ? null : Long.valueOf(toHours * HOUR));
    }

    @Test
    void a_clock_is_due_after_its_limit_and_belongs_to_a_body() {
        BodyClock clock = clock("decision", List.of(), null, 72);
        assertThat(clock.dueMs()).isEqualTo(72 * HOUR);
        assertThat(clock.state()).isEqualTo(BodyClock.State.RUNNING);
        assertThat(clock.whose()).containsExactly("panel");
        assertThat(clock("reply", List.of(), null, 1).whose()).containsExactly("AA", "BB");
        assertThat(clock("decision", List.of(), null, 73).state()).isEqualTo(BodyClock.State.MISSED);
        assertThat(clock("decision", List.of(), 72L, 73).state()).isEqualTo(BodyClock.State.MET);
        assertThat(clock("decision", List.of(), 73L, 80).state()).isEqualTo(BodyClock.State.MISSED);
        assertThat(clock("decision", List.of(), 73L, 80).metMs()).isEqualTo(73 * HOUR);
    }

    @Test
    void pauses_push_back_what_is_due() {
        List<BodyClock.Pause> pauses = List.of(pause(50, 60L), pause(10, 20L), pause(15, 25L), pause(200, 300L));
        assertThat(clock("decision", pauses, null, 80).dueMs()).isEqualTo((72 + 15 + 10) * HOUR);
        assertThat(clock("decision", pauses, null, 97).state()).isEqualTo(BodyClock.State.RUNNING);
        assertThat(clock("decision", pauses, null, 98).state()).isEqualTo(BodyClock.State.MISSED);
        assertThat(clock("decision", pauses, null, 12).state()).isEqualTo(BodyClock.State.PAUSED);
    }

    @Test
    void a_pause_without_an_end_leaves_the_clock_standing() {
        BodyClock standing = clock("decision", List.of(pause(10, null)), null, 500);
        assertThat(standing.dueMs()).isNull();
        assertThat(standing.state()).isEqualTo(BodyClock.State.PAUSED);
        BodyClock tooLate = clock("decision", List.of(pause(72, null)), null, 500);
        assertThat(tooLate.dueMs()).isEqualTo(72 * HOUR);
        assertThat(tooLate.state()).isEqualTo(BodyClock.State.MISSED);
        assertThat(clock("decision", List.of(pause(-5, 3L)), null, 1).state()).isEqualTo(BodyClock.State.PAUSED);
        assertThat(clock("decision", List.of(pause(-5, 3L)), null, 10).dueMs()).isEqualTo(75 * HOUR);
    }

    @Test
    void a_limit_that_is_open_never_falls_due_and_an_absent_clock_is_absent() {
        BodyClock open = clock("spot-report", List.of(), null, 5000);
        assertThat(open.dueMs()).isNull();
        assertThat(open.state()).isEqualTo(BodyClock.State.RUNNING);
        assertThat(Clocks.find(AGREEMENT, "team-on-site", 0, List.of(), null, 0))
                .isEmpty();
        assertThat(Clocks.names(AGREEMENT)).containsExactly("register", "spot-report", "reply", "decision");
    }

    @Test
    void running_time_until_due_is_the_limit_whatever_the_pauses() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            TreeSet<Long> paused = new TreeSet<>();
            List<BodyClock.Pause> pauses = new java.util.ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                long from = random.nextInt(150) - 20L;
                long to = from + random.nextInt(30);
                pauses.add(pause(from, to));
                for (long hour = from; hour < to; hour++) {
                    paused.add(hour);
                }
            }
            long running = 0;
            long hour = 0;
            while (running < 72) {
                running += paused.contains(hour) ? 0 : 1;
                hour++;
            }
            assertThat(clock("decision", pauses, null, 1000).dueMs())
                    .as("seed %d", seed)
                    .isEqualTo(hour * HOUR);
        }
    }
}
