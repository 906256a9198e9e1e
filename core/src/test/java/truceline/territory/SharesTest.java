package truceline.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static truceline.territory.Maps.box;
import static truceline.territory.Maps.control;
import static truceline.territory.Maps.map;
import static truceline.territory.Maps.polygon;
import static truceline.territory.Maps.unit;

import java.util.List;
import org.junit.jupiter.api.Test;
import truceline.geo.Geometry;

class SharesTest {
    private static final Geometry TWO_UNITS =
            map(unit("West", box(30, 0, 30.2, 0.2)), unit("East", box(30.2, 0, 30.4, 0.2)));

    @Test
    void the_area_of_a_cell_is_that_of_the_closed_formula() {
        Shares shares = Shares.compute(List.of(control(polygon(box(30, 0, 30.1, 0.2)))), TWO_UNITS, "name");

        assertThat(shares.units().getFirst().areaKm2Tenths() / 10.0).isCloseTo(cellKm2(0.2, 0, 0.2), within(0.06));
        assertThat(shares.units().getFirst().controlledKm2Tenths() / 10.0)
                .isCloseTo(cellKm2(0.1, 0, 0.2), within(0.06));
        assertThat(shares.total().areaKm2Tenths() / 10.0).isCloseTo(cellKm2(0.4, 0, 0.2), within(0.06));
    }

    @Test
    void half_a_unit_is_half_of_it_and_a_quarter_of_two() {
        Shares shares = Shares.compute(List.of(control(polygon(box(29, -1, 30.1, 1)))), TWO_UNITS, "name");

        assertThat(shares.units().get(0).sharePercentHundredths()).isEqualTo(5000);
        assertThat(shares.units().get(1).sharePercentHundredths()).isZero();
        assertThat(shares.total().sharePercentHundredths()).isEqualTo(2500);
    }

    @Test
    void control_outside_every_unit_counts_nowhere() {
        Shares shares = Shares.compute(List.of(control(polygon(box(31, 0, 32, 1)))), TWO_UNITS, "name");

        assertThat(shares.total().controlledKm2Tenths()).isZero();
        assertThat(shares.total().sharePercentHundredths()).isZero();
    }

    @Test
    void a_hole_in_the_control_area_is_not_controlled() {
        Geometry map = control(polygon(box(30, 0, 30.2, 0.2), box(30.05, 0.05, 30.15, 0.15)));

        Share west = Shares.compute(List.of(map), TWO_UNITS, "name").units().getFirst();

        assertThat(west.sharePercentHundredths()).isEqualTo(7500);
    }

    @Test
    void overlapping_control_areas_count_once() {
        Geometry map = control(polygon(box(30, 0, 30.1, 0.2)), polygon(box(30.05, 0, 30.1, 0.2)));

        assertThat(Shares.compute(List.of(map), TWO_UNITS, "name")
                        .units()
                        .getFirst()
                        .sharePercentHundredths())
                .isEqualTo(5000);
    }

    @Test
    void several_maps_of_one_date_give_a_range_and_the_first_gives_the_figure() {
        Geometry half = control(polygon(box(30, 0, 30.1, 0.2)));
        Geometry quarter = control(polygon(box(30, 0, 30.05, 0.2)));
        Geometry all = control(polygon(box(30, 0, 30.2, 0.2)));

        Share west = Shares.compute(List.of(half, quarter, all), TWO_UNITS, "name")
                .units()
                .getFirst();

        assertThat(west.sharePercentHundredths()).isEqualTo(5000);
        assertThat(west.leastPercentHundredths()).isEqualTo(2500);
        assertThat(west.greatestPercentHundredths()).isEqualTo(10_000);
    }

    @Test
    void features_of_one_name_are_one_unit() {
        Geometry units = map(unit("Isles", box(30, 0, 30.1, 0.2)), unit("Isles", box(30.3, 0, 30.4, 0.2)));

        Shares shares = Shares.compute(List.of(control(polygon(box(30, 0, 30.1, 0.2)))), units, "name");

        assertThat(shares.units()).hasSize(1);
        assertThat(shares.units().getFirst().sharePercentHundredths()).isEqualTo(5000);
        assertThat(shares.overlapKm2Tenths()).isZero();
    }

    @Test
    void units_that_overlap_are_noticed() {
        Geometry units = map(unit("A", box(30, 0, 30.2, 0.2)), unit("B", box(30.1, 0, 30.3, 0.2)));

        Shares shares = Shares.compute(List.of(control(polygon(box(30, 0, 30.1, 0.2)))), units, "name");

        assertThat(shares.overlapKm2Tenths() / 10.0).isCloseTo(cellKm2(0.1, 0, 0.2), within(0.2));
    }

    @Test
    void a_unit_without_a_name_is_refused() {
        assertThatThrownBy(() -> Shares.compute(List.of(control()), TWO_UNITS, "title"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("title");
        assertThatThrownBy(() -> Shares.compute(List.of(), TWO_UNITS, "name"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Area between two parallels, from the closed formula of the authalic latitude.
    private static double cellKm2(double degreesOfLongitude, double south, double north) {
        return Math.toRadians(degreesOfLongitude) * (q(north) - q(south)) / 1e6;
    }

    private static double q(double latitude) {
        double b = 6_378_137.0 * (1 - 1 / 298.257223563);
        double e2 = 1 - b * b / (6_378_137.0 * 6_378_137.0);
        double e = Math.sqrt(e2);
        double s = Math.sin(Math.toRadians(latitude));
        return b * b / 2 * (s / (1 - e2 * s * s) + Math.log((1 + e * s) / (1 - e * s)) / (2 * e));
    }
}
