package truceline.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.Path;
import truceline.geo.Shape;
import truceline.geo.Side;

class CoverageTest {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    /// A line along the equator from west to east, about 33.4 km long: four stretches, the north on the left.
    private static final Stretches LINE = Stretches.of(new Geometry(List.of(new Feature(
            new TreeMap<>(),
            new Shape.Lines(List.of(new Path(new int[] {0, 1_000_000, 3_000_000}, new int[] {0, 0, 0})))))));

    @Test
    void a_line_is_cut_at_every_tenth_kilometre() {
        assertThat(LINE.all()).hasSize(4);
        for (Stretches.Stretch stretch : LINE.all().subList(0, 3)) {
            assertThat(stretch.toMm() - stretch.fromMm()).isEqualTo(Stretches.LENGTH_MM);
        }
        assertThat(LINE.all().getLast().toMm()).isBetween(33_300_000L, 33_500_000L);
        assertThat(LINE.find(500_000, 10_000)).isEqualTo(new Stretches.Beside(0, Side.LEFT));
        assertThat(LINE.find(2_000_000, -10_000)).isEqualTo(new Stretches.Beside(2, Side.RIGHT));
        assertThat(LINE.find(500_000, 2_000_000)).isNull();
        assertThat(LINE.find(500_000, 0)).isNull();
    }

    @Test
    void two_sources_at_once_count_once_and_only_inside_the_period() {
        Coverage coverage = Coverage.of(
                LINE,
                List.of(
                        new Watch("camera", 1, Side.LEFT, -HOUR, 3 * HOUR),
                        new Watch("patrol", 1, Side.LEFT, 2 * HOUR, 5 * HOUR),
                        new Watch("patrol", 1, Side.LEFT, 6 * HOUR, 7 * HOUR)),
                0,
                DAY);
        assertThat(coverage.cell(1, Side.LEFT).observedMs()).isEqualTo(6 * HOUR);
        assertThat(coverage.cell(1, Side.LEFT).isObserved(5 * HOUR)).isFalse();
        assertThat(coverage.cell(1, Side.RIGHT).observedMs()).isZero();
        assertThat(coverage.possibleMs()).isEqualTo(8 * DAY);
    }

    @Test
    void blocking_a_patrol_leaves_the_rate_as_it_is_and_raises_the_hours_not_observed() {
        List<Watch> all = watches(Side.LEFT, Side.RIGHT);
        List<Watch> blocked = new ArrayList<>(all);
        blocked.removeIf(
                watch -> watch.side() == Side.LEFT && watch.source().equals("patrol") && watch.fromMs() >= 12 * HOUR);
        Rates free = rates(all);
        Rates denied = rates(blocked);
        assertThat(denied.rate(Side.LEFT).text())
                .isEqualTo(free.rate(Side.LEFT).text())
                .isNotNull();
        assertThat(denied.rate(Side.RIGHT)).isEqualTo(free.rate(Side.RIGHT));
        assertThat(denied.rate(Side.LEFT).observedMs())
                .isLessThan(free.rate(Side.LEFT).observedMs());
        assertThat(denied.unseen()).isGreaterThan(free.unseen());
    }

    @Test
    void what_nobody_watched_has_no_rate_and_not_a_rate_of_zero() {
        Rates none = rates(List.of());
        assertThat(none.rate(Side.LEFT).text()).isNull();
        assertThat(none.unseen()).isEqualTo(2 * 4 * 24);
    }

    @Test
    void a_source_is_silent_once_its_next_sign_is_overdue() {
        Heartbeat beat = new Heartbeat("camera", 0, HOUR);
        assertThat(beat.isSilentAt(HOUR)).isFalse();
        assertThat(beat.isSilentAt(HOUR + 1)).isTrue();
    }

    private static List<Watch> watches(Side... sides) {
        List<Watch> watches = new ArrayList<>();
        for (Side side : sides) {
            for (int hour = 0; hour < 24; hour += 4) {
                for (int stretch = 0; stretch < 4; stretch++) {
                    watches.add(new Watch("patrol", stretch, side, hour * HOUR, (hour + 2) * HOUR));
                }
            }
            watches.add(new Watch("camera", 0, side, 0, 6 * HOUR));
        }
        return watches;
    }

    /// One incident in every hour of every stretch on both sides.
    private static Rates rates(List<Watch> watches) {
        Rates rates = new Rates(Coverage.of(LINE, watches, 0, DAY));
        for (int hour = 0; hour < 24; hour++) {
            for (int stretch = 0; stretch < 4; stretch++) {
                int lonE7 = 400_000 + stretch * 900_000 - (stretch == 3 ? 200_000 : 0);
                rates.add(lonE7, 20_000, hour * HOUR + 60_000);
                rates.add(lonE7, -20_000, hour * HOUR + 60_000);
            }
        }
        return rates;
    }
}
