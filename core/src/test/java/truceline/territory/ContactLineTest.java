package truceline.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static truceline.territory.Maps.box;
import static truceline.territory.Maps.control;
import static truceline.territory.Maps.map;
import static truceline.territory.Maps.paths;
import static truceline.territory.Maps.polygon;
import static truceline.territory.Maps.ring;
import static truceline.territory.Maps.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import truceline.geo.Feature;
import truceline.geo.Geodesic;
import truceline.geo.Geometry;
import truceline.geo.GeometryText;
import truceline.geo.Path;
import truceline.geo.Polygon;
import truceline.geo.Rings;

class ContactLineTest {
    private static final int TOLERANCE_METRES = 3_000;
    private static final long TWO_METRES_MM = 2_000;
    private static final Geometry COUNTRY = map(unit("West", box(30, 46, 32, 50)), unit("East", box(32, 46, 34, 50)));

    @Test
    void a_meridian_through_the_country_is_one_line_that_stops_at_the_tolerance() {
        ContactLine line = line(control(polygon(box(32.5, 45, 35, 51))));

        Path path = only(line);
        long wholeMm = Geodesic.distanceMm(325_000_000, 460_000_000, 325_000_000, 500_000_000);
        assertThat(Geodesic.distanceMm(325_000_000, 460_000_000, path.lonE7(0), path.latE7(0)))
                .isCloseTo(3_000_000L, within(TWO_METRES_MM));
        assertThat(Geodesic.distanceMm(325_000_000, 500_000_000, lastLon(path), lastLat(path)))
                .isCloseTo(3_000_000L, within(TWO_METRES_MM + 1_500));
        assertThat(Double.parseDouble(
                        line.lines().features().getFirst().properties().get("lengthKm")))
                .isCloseTo(wholeMm / 1e6 - 6, within(0.06));
        assertThat(path.size()).as("no vertex but the two ends").isEqualTo(2);
        assertThat(line.droppedParts()).isZero();
    }

    @Test
    void the_controlled_side_is_on_the_right() {
        Path eastControlled = only(line(control(polygon(box(32.5, 45, 35, 51)))));
        Path westControlled = only(line(control(polygon(box(29, 45, 32.5, 51)))));

        assertThat(eastControlled.latE7(0)).isLessThan(lastLat(eastControlled));
        assertThat(westControlled.latE7(0)).isGreaterThan(lastLat(westControlled));
    }

    @Test
    void a_border_between_units_is_no_border_of_the_country() {
        assertThat(paths(line(control(polygon(box(32, 45, 35, 51)))))).hasSize(1);
    }

    @Test
    void control_that_follows_the_state_border_leaves_no_line_there() {
        ContactLine line = line(control(polygon(box(30.02, 46.02, 33.98, 49.98))));

        assertThat(line.lines().features()).isEmpty();
        assertThat(line.droppedParts()).isZero();
    }

    @Test
    void a_pocket_is_a_closed_line_with_control_outside_it() {
        ContactLine line = line(control(polygon(box(29, 45, 35, 51), box(31, 47, 31.5, 47.5))));

        Path pocket = only(line);
        assertThat(pocket.isClosed()).isTrue();
        assertThat(Rings.turn(pocket))
                .as("counter-clockwise: the outside is on the right")
                .isEqualTo(1);
    }

    @Test
    void an_island_of_control_is_a_closed_line_with_control_inside_it() {
        Path island = only(line(control(polygon(box(31, 47, 31.5, 47.5)))));

        assertThat(island.isClosed()).isTrue();
        assertThat(Rings.turn(island)).isEqualTo(-1);
    }

    @Test
    void a_part_under_five_kilometres_is_dropped_and_counted() {
        ContactLine line = line(control(polygon(box(32.5, 45, 35, 51)), polygon(box(31, 47, 31.01, 47.01))));

        assertThat(paths(line)).hasSize(1);
        assertThat(line.droppedParts()).isEqualTo(1);
        assertThat(line.droppedMetres()).isBetween(3_700L, 3_800L);
    }

    @Test
    void a_short_pass_near_the_border_does_not_cut_the_line() {
        Path tooth = ring(35, 45, 35, 51, 32.5, 51, 32.5, 48.02, 30.025, 48, 32.5, 47.98, 32.5, 45);

        ContactLine line = line(control(polygon(tooth)));

        assertThat(paths(line)).hasSize(1);
        assertThat(line.bridgedStretches()).isEqualTo(1);
    }

    @Test
    void a_pass_that_reaches_the_border_cuts_the_line() {
        Path tooth = ring(35, 45, 35, 51, 32.5, 51, 32.5, 48.5, 29.9, 48, 32.5, 47.5, 32.5, 45);

        ContactLine line = line(control(polygon(tooth)));

        assertThat(paths(line)).hasSize(2);
        assertThat(line.bridgedStretches()).isZero();
    }

    @Test
    void a_seam_between_units_is_no_border() {
        Path west = ring(30, 46, 32, 46, 32, 47, 31.9999, 48, 32, 49, 32, 50, 30, 50);
        Geometry units = map(unit("West", west), unit("East", box(32, 46, 34, 50)));

        ContactLine line = ContactLine.compute(control(polygon(box(29, 45, 35, 47.5))), units, TOLERANCE_METRES);

        assertThat(paths(line)).hasSize(1);
    }

    @Test
    void a_lake_larger_than_the_tolerance_is_a_border() {
        Geometry units = map(unit("All", box(30, 46, 34, 50), box(31, 47, 33, 49)));

        ContactLine line = ContactLine.compute(control(polygon(box(29, 45, 35, 48))), units, TOLERANCE_METRES);

        assertThat(paths(line)).hasSize(2);
    }

    @Test
    void lines_come_longest_first_and_are_named_in_that_order() {
        ContactLine line = line(control(polygon(box(31, 47, 31.5, 47.5)), polygon(box(32.5, 45, 35, 51))));

        assertThat(line.lines().features())
                .extracting(feature -> feature.properties().get("id"))
                .containsExactly("line-1", "line-2");
        assertThat(paths(line).get(0).isClosed()).isFalse();
        assertThat(paths(line).get(1).isClosed()).isTrue();
    }

    @Test
    void the_order_of_features_and_the_start_of_rings_do_not_matter() {
        Polygon east = polygon(ring(32.5, 45, 35, 45, 35, 51, 32.1, 51, 32.7, 49, 31.9, 48.2));
        Polygon island = polygon(ring(30.7, 47, 31.4, 47.1, 31.2, 47.9, 30.6, 47.5));
        byte[] expected = GeometryText.write(line(control(east, island)).lines());
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Polygon> polygons = new ArrayList<>(List.of(turned(east, random), turned(island, random)));
            Collections.shuffle(polygons, random);
            List<Feature> units = new ArrayList<>(COUNTRY.features());
            Collections.shuffle(units, random);

            ContactLine line = ContactLine.compute(
                    control(polygons.toArray(Polygon[]::new)), new Geometry(units), TOLERANCE_METRES);

            assertThat(GeometryText.write(line.lines())).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void a_map_without_control_has_no_line() {
        assertThat(line(control()).lines().features()).isEmpty();
    }

    @Test
    void a_tolerance_that_is_no_length_is_refused() {
        assertThatThrownBy(() -> ContactLine.compute(control(), COUNTRY, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ContactLine.compute(control(), COUNTRY, 50_001))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ContactLine line(Geometry control) {
        return ContactLine.compute(control, COUNTRY, TOLERANCE_METRES);
    }

    private static Path only(ContactLine line) {
        assertThat(paths(line)).hasSize(1);
        return paths(line).getFirst();
    }

    private static int lastLon(Path path) {
        return path.lonE7(path.size() - 1);
    }

    private static int lastLat(Path path) {
        return path.latE7(path.size() - 1);
    }

    private static Polygon turned(Polygon polygon, Random random) {
        Path shell = polygon.shell();
        int edges = shell.size() - 1;
        int shift = random.nextInt(edges);
        int[] lon = new int[edges + 1];
        int[] lat = new int[edges + 1];
        for (int i = 0; i <= edges; i++) {
            lon[i] = shell.lonE7((shift + i) % edges);
            lat[i] = shell.latE7((shift + i) % edges);
        }
        return new Polygon(new Path(lon, lat), List.of());
    }
}
