package truceline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import truceline.geo.Place;
import truceline.observation.Description;
import truceline.observation.Means;
import truceline.observation.Weapon;

class WordsTest {
    private static final ZoneId ZONE = ZoneId.of("Etc/GMT+2");
    private static final long NOON = Ondral.at(2031, 5, 14, 12, 0);
    private static final long MINUTE = 60_000;
    private static final long DAY = 1440 * MINUTE;

    @Test
    void a_moment_is_told_no_more_precisely_than_it_is_known() {
        assertThat(Words.when(NOON, NOON + MINUTE, ZONE)).isEqualTo("14 May, 12:00");
        assertThat(Words.when(NOON, NOON + 65 * MINUTE, ZONE)).isEqualTo("14 May, 12:00–13:04");
        assertThat(Words.when(NOON, NOON + 13 * 60 * MINUTE, ZONE)).isEqualTo("14 May, 12:00–15 May, 00:59");
        assertThat(Words.when(NOON - DAY / 2, NOON + DAY / 2, ZONE)).isEqualTo("14 May, hour N/K");
        assertThat(Words.when(NOON - DAY / 2, NOON + DAY, ZONE)).isEqualTo("14 May–15 May");
    }

    @ParameterizedTest
    @CsvSource({"0,0 m", "420400,420 m", "999499,999 m", "999500,1.0 km", "1949999,1.9 km", "75000000,75.0 km"})
    void a_distance_is_in_metres_and_from_one_kilometre_on_in_kilometres(long mm, String text) {
        assertThat(Words.distance(mm)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"29999,0 min", "180000,3 min", "7140000,119 min", "7200000,2 h", "86400000,24 h", "23400000,6 h 30 min"
    })
    void a_duration_is_in_minutes_and_from_two_hours_on_in_hours(long ms, String text) {
        assertThat(Words.duration(ms)).isEqualTo(text);
    }

    @Test
    void an_offset_has_a_sign_and_minutes_only_where_needed() {
        assertThat(Words.offset(ZoneOffset.UTC)).isEqualTo("UTC");
        assertThat(Words.offset(ZoneOffset.ofHours(-2))).isEqualTo("UTC−2");
        assertThat(Words.offset(ZoneOffset.ofHoursMinutes(5, 30))).isEqualTo("UTC+5:30");
    }

    @Test
    void what_is_not_known_is_written_n_k() {
        assertThat(Words.weapon(Weapon.NOT_KNOWN, -1)).isEqualTo("N/K");
        assertThat(Words.weapon(Weapon.MORTAR, 1200)).isEqualTo("mortar, 120 mm");
        assertThat(Words.weapon(Weapon.MLRS, 1220)).isEqualTo("MLRS, 122 mm");
        assertThat(Words.description(List.of(), "")).isEqualTo("N/K");
        assertThat(Words.description(List.of(Description.IN_FLIGHT), "W to E")).isEqualTo("in flight, W to E");
        assertThat(Words.description(List.of(Description.CONTROLLED_DETONATION), ""))
                .isEqualTo("assessed as controlled detonation");
        assertThat(Words.means(List.of(Means.SAW, Means.UAV, Means.NOT_KNOWN))).isEqualTo("saw, UAV, N/K");
    }

    @Test
    void a_position_names_its_hemispheres() {
        assertThat(Words.position(new Place(-274_123_456, -263_000_499))).isEqualTo("26.3000 S 27.4123 W");
    }
}
