package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ZoneDaysTest {
    @Test
    void remembered_days_answer_as_the_rules_of_the_zone_do() {
        List<String> zones =
                List.of("Europe/Kyiv", "Africa/Cairo", "Asia/Beirut", "Australia/Lord_Howe", "Africa/Juba", "+03:00");
        Random random = new Random(4);
        for (String id : zones) {
            ZoneId zone = ZoneId.of(id);
            ZoneDays days = new ZoneDays(zone);
            long local = 0;
            for (int i = 0; i < 50_000; i++) {
                boolean jump = random.nextInt(3) == 0;
                local = jump ? (long) (random.nextDouble() * 4.1e12) : local + random.nextInt(20_000_000) - 10_000_000;
                LocalDateTime clock = LocalDateTime.ofEpochSecond(Math.floorDiv(local, 1000), 0, ZoneOffset.UTC);
                List<ZoneOffset> offsets = zone.getRules().getValidOffsets(clock);
                long expected = offsets.size() == 1
                        ? local - offsets.getFirst().getTotalSeconds() * 1000L
                        : offsets.isEmpty() ? ZoneDays.NEVER : ZoneDays.TWICE;
                assertThat(days.instantMs(local)).as("%s %s, seed 4", id, clock).isEqualTo(expected);
                assertThat(days.startMs(clock.toLocalDate().toEpochDay()))
                        .isEqualTo(clock.toLocalDate()
                                .atStartOfDay(zone)
                                .toInstant()
                                .toEpochMilli());
            }
        }
    }

    @Test
    void a_day_that_a_clock_change_opens_starts_when_the_clock_says_so() {
        ZoneDays beirut = new ZoneDays(ZoneId.of("Asia/Beirut"));
        long day = java.time.LocalDate.of(2025, 3, 30).toEpochDay();
        assertThat(beirut.startMs(day + 1) - beirut.startMs(day)).isEqualTo(23 * 3_600_000L);
        assertThat(beirut.instantMs(day * Moment.DAY_MS)).isEqualTo(ZoneDays.NEVER);
    }
}
