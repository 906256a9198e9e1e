package truceline.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.junit.jupiter.api.Test;

class LineIndexTest {
    private static final long SEED = 4711;

    @Test
    void the_distance_is_that_of_a_dense_search_along_every_edge() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 120; round++) {
            int lat = random.nextInt(-890_000_000, 890_000_000);
            int lon = random.nextInt(-1_800_000_000, 1_800_000_000);
            int step = 1 << random.nextInt(6, 29);
            List<Path> paths = List.of(Lines.walk(random, lon, lat, step, 4), Lines.walk(random, lon, lat, step, 3));
            LineIndex index = LineIndex.of(paths);
            for (int i = 0; i < 3; i++) {
                int reach = 1 << random.nextInt(10, 31);
                int qLon = Math.clamp(lon + (long) random.nextInt(-reach, reach), -1_800_000_000, 1_800_000_000);
                int qLat = Math.clamp(lat + (long) random.nextInt(-reach, reach), -900_000_000, 900_000_000);
                assertMatchesDenseSearch(index, paths, qLon, qLat, "seed " + SEED + " round " + round);
            }
        }
    }

    @Test
    void edges_round_a_pole_and_edges_far_away_are_searched_all_along() {
        SplittableRandom random = new SplittableRandom(SEED + 5);
        for (int round = 0; round < 60; round++) {
            int south = round % 2 == 0 ? 890_000_000 : random.nextInt(100_000_000, 800_000_000);
            int north = round % 2 == 0 ? south : south + random.nextInt(80_000_000);
            List<Path> paths =
                    List.of(Lines.path(-1_700_000_000 + random.nextInt(100_000_000), south, 1_700_000_000, north));
            LineIndex index = LineIndex.of(paths);
            for (int i = 0; i < 4; i++) {
                int lon = random.nextInt(-1_800_000_000, 1_800_000_000);
                int lat = i % 2 == 0 ? 900_000_000 - random.nextInt(20_000_000) : random.nextInt(-200_000_000, south);
                assertMatchesDenseSearch(index, paths, lon, lat, "seed " + (SEED + 5) + " round " + round);
            }
        }
    }

    private static void assertMatchesDenseSearch(LineIndex index, List<Path> paths, int lon, int lat, String where) {
        double dense = Double.POSITIVE_INFINITY;
        for (Path path : paths) {
            for (int i = 0; i + 1 < path.size(); i++) {
                dense = Math.min(dense, denseMetres(path, i, lon, lat));
            }
        }
        assertThat(Math.abs(index.distanceMm(lon, lat) - dense * 1000))
                .as("%s at %d,%d: index %d mm, dense %f m", where, lon, lat, index.distanceMm(lon, lat), dense)
                .isLessThan(1);
    }

    private static double denseMetres(Path path, int i, int lon, int lat) {
        int samples = 600;
        int best = 0;
        double[] metres = new double[samples + 1];
        for (int k = 0; k <= samples; k++) {
            metres[k] = metresAt(path, i, (double) k / samples, lon, lat);
            best = metres[k] < metres[best] ? k : best;
        }
        double low = Math.max(0, best - 1.0) / samples;
        double high = Math.min(samples, best + 1.0) / samples;
        for (int k = 0; k < 60; k++) {
            double a = low + (high - low) / 3;
            double b = high - (high - low) / 3;
            if (metresAt(path, i, a, lon, lat) < metresAt(path, i, b, lon, lat)) {
                high = b;
            } else {
                low = a;
            }
        }
        return Math.min(metres[best], metresAt(path, i, low, lon, lat));
    }

    private static double metresAt(Path path, int i, double t, int lon, int lat) {
        double atLon = path.lonE7(i) + t * ((double) path.lonE7(i + 1) - path.lonE7(i));
        double atLat = path.latE7(i) + t * ((double) path.latE7(i + 1) - path.latE7(i));
        return Geodesic.WGS84.Inverse(lat / 1e7, lon / 1e7, atLat / 1e7, atLon / 1e7, GeodesicMask.DISTANCE).s12;
    }

    @Test
    void within_and_the_capped_distance_are_exactly_the_comparison_of_the_distance() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        for (int round = 0; round < 60; round++) {
            int lon = random.nextInt(-1_700_000_000, 1_700_000_000);
            int lat = random.nextInt(-800_000_000, 800_000_000);
            LineIndex index = LineIndex.of(List.of(Lines.walk(random, lon, lat, 1 << random.nextInt(8, 26), 200)));
            for (int i = 0; i < 40; i++) {
                int reach = 1 << random.nextInt(4, 28);
                int qLon = lon + random.nextInt(-reach, reach);
                int qLat = Math.clamp(lat + random.nextInt(-reach, reach), -900_000_000, 900_000_000);
                long mm = index.distanceMm(qLon, qLat);
                for (long limit : new long[] {mm - 1, mm, mm + 1, mm / 2, 2 * mm}) {
                    String where = "seed " + (SEED + 1) + " round " + round + " at " + qLon + "," + qLat + " mm " + mm;
                    assertThat(index.isWithinMm(qLon, qLat, limit)).as(where).isEqualTo(mm <= limit);
                    if (limit >= 0) {
                        assertThat(index.distanceMm(qLon, qLat, limit))
                                .as(where)
                                .isEqualTo(Math.min(mm, limit + 1));
                    }
                }
            }
        }
    }

    @Test
    void the_nearest_place_lies_at_the_distance() {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        LineIndex index = LineIndex.of(List.of(Lines.walk(random, 370_000_000, 480_000_000, 500_000, 300)));
        for (int i = 0; i < 500; i++) {
            int lon = 370_000_000 + random.nextInt(-20_000_000, 20_000_000);
            int lat = 480_000_000 + random.nextInt(-20_000_000, 20_000_000);
            Place nearest = index.nearest(lon, lat);
            assertThat(truceline.geo.Geodesic.distanceMm(new Place(lon, lat), nearest))
                    .as("seed %d: %d,%d", SEED + 2, lon, lat)
                    .isCloseTo(index.distanceMm(lon, lat), within(9L));
        }
    }

    @Test
    void the_line_goes_on_across_the_antimeridian_and_the_poles() {
        LineIndex date = LineIndex.of(List.of(Lines.path(1_800_000_000, -10_000_000, 1_800_000_000, 10_000_000)));
        assertThat(date.distanceMm(-1_799_000_000, 0)).isBetween(11_131_948L, 11_131_950L);
        assertThat(date.side(-1_799_000_000, 0)).isEqualTo(Side.RIGHT);
        assertThat(date.side(1_799_000_000, 0)).isEqualTo(Side.LEFT);
        assertThat(date.side(-1_800_000_000, 0)).isEqualTo(Side.ON);
        LineIndex pole = LineIndex.of(List.of(Lines.path(0, 899_000_000, 0, 898_000_000)));
        assertThat(pole.distanceMm(1_800_000_000, 899_000_000)).isBetween(22_338_000L, 22_340_000L);
    }

    @Test
    void a_step_off_the_line_changes_the_side() {
        LineIndex index = LineIndex.of(List.of(Lines.path(0, 0, 1000, 1000)));
        assertThat(index.side(500, 500)).isEqualTo(Side.ON);
        assertThat(index.side(500, 501)).isEqualTo(Side.LEFT);
        assertThat(index.side(501, 500)).isEqualTo(Side.RIGHT);
        assertThat(index.side(0, 0)).isEqualTo(Side.ON);
    }

    @Test
    void beyond_an_end_its_straight_continuation_decides() {
        LineIndex index = LineIndex.of(List.of(Lines.path(0, 0, 1000, 0, 2000, 1000)));
        assertThat(index.side(-500, 1)).isEqualTo(Side.LEFT);
        assertThat(index.side(-500, -1)).isEqualTo(Side.RIGHT);
        assertThat(index.side(-500, 0)).isEqualTo(Side.ON);
        assertThat(index.side(3000, 2001)).isEqualTo(Side.LEFT);
        assertThat(index.side(3000, 1999)).isEqualTo(Side.RIGHT);
    }

    @Test
    void at_a_sharp_vertex_the_turn_of_its_edges_decides() {
        LineIndex left = LineIndex.of(List.of(Lines.path(0, 0, 100_000, 0, 0, 1000)));
        assertThat(left.side(150_000, 0)).isEqualTo(Side.RIGHT);
        assertThat(left.side(150_000, -900)).isEqualTo(Side.RIGHT);
        assertThat(left.side(150_000, 900)).isEqualTo(Side.RIGHT);
        assertThat(left.side(50_000, 250)).isEqualTo(Side.LEFT);
        LineIndex right = LineIndex.of(List.of(Lines.path(0, 1000, 100_000, 0, 0, 0)));
        assertThat(right.side(150_000, 0)).isEqualTo(Side.LEFT);
        assertThat(right.side(50_000, 250)).isEqualTo(Side.RIGHT);
        assertThat(right.side(0, -10)).isEqualTo(Side.LEFT);
    }

    @Test
    void pieces_that_follow_on_each_other_are_one_line() {
        List<Path> pieces =
                List.of(Lines.path(100_000, 0, 0, 1000), Lines.path(-100_000, 500, 0, 0), Lines.path(0, 0, 100_000, 0));
        LineIndex index = LineIndex.of(pieces);
        assertThat(index.side(150_000, 900)).isEqualTo(Side.RIGHT);
        assertThat(index.side(150_000, -900)).isEqualTo(Side.RIGHT);
        assertThat(index.side(1, 1)).isEqualTo(Side.LEFT);
    }

    @Test
    void a_spike_belongs_to_the_distance_but_does_not_divide_a_side() {
        LineIndex index = LineIndex.of(List.of(Lines.path(0, 0, 1000, 0, 1000, 1000, 1000, 0, 2000, 0)));
        assertThat(index.side(990, 900)).isEqualTo(Side.LEFT);
        assertThat(index.side(1010, 900)).isEqualTo(Side.LEFT);
        assertThat(index.side(1000, 1100)).isEqualTo(Side.LEFT);
        assertThat(index.side(1000, 900)).isEqualTo(Side.ON);
        assertThat(index.side(1000, -100)).isEqualTo(Side.RIGHT);
        assertThat(index.distanceMm(1000, 1000)).isZero();
    }

    @Test
    void the_nearest_of_several_paths_decides() {
        LineIndex index = LineIndex.of(List.of(Lines.path(0, 0, 1000, 0), Lines.path(1000, 100_000, 0, 100_000)));
        assertThat(index.side(500, 10)).isEqualTo(Side.LEFT);
        assertThat(index.side(500, 99_990)).isEqualTo(Side.LEFT);
        assertThat(index.side(500, 100_010)).isEqualTo(Side.RIGHT);
    }

    @Test
    void a_jagged_line_has_everything_north_of_it_on_its_left() {
        SplittableRandom random = new SplittableRandom(SEED + 3);
        for (int round = 0; round < 100; round++) {
            int[] lon = new int[60];
            int[] lat = new int[60];
            int height = 1 << random.nextInt(1, 24);
            for (int i = 0; i < 60; i++) {
                lon[i] = i == 0 ? -600_000 : lon[i - 1] + random.nextInt(0, 40_000);
                lat[i] = random.nextInt(height);
            }
            LineIndex index = LineIndex.of(List.of(new Path(lon, lat)));
            for (int i = 0; i < 200; i++) {
                int edge = random.nextInt(59);
                int qLon = lon[edge] == lon[edge + 1] ? lon[edge] : random.nextInt(lon[edge], lon[edge + 1]);
                if (lon[edge] == lon[edge + 1]) {
                    continue;
                }
                int qLat = random.nextInt(-10, height + 10);
                int sign = Turn.sign(lon[edge], lat[edge], lon[edge + 1], lat[edge + 1], qLon, qLat);
                if (sign != 0 && (edge == 0 || qLon > lon[edge] || lon[edge - 1] < lon[edge])) {
                    assertThat(index.side(qLon, qLat))
                            .as("seed %d round %d at %d,%d", SEED + 3, round, qLon, qLat)
                            .isEqualTo(sign > 0 ? Side.LEFT : Side.RIGHT);
                }
            }
        }
    }

    @Test
    void the_reversed_line_has_the_opposite_sides() {
        SplittableRandom random = new SplittableRandom(SEED + 4);
        int simples = 0;
        for (int round = 0; round < 200; round++) {
            int step = 1 << random.nextInt(3, 22);
            Path path = Lines.walk(random, 370_000_000, 480_000_000, step, 3 + round % 5);
            LineIndex there = LineIndex.of(List.of(path));
            LineIndex back = LineIndex.of(List.of(Lines.reversed(path)));
            boolean simple = !Lines.crossesItself(path);
            simples += simple ? 1 : 0;
            for (int i = 0; i < 100; i++) {
                int lon = 370_000_000 + random.nextInt(-8 * step, 8 * step);
                int lat = 480_000_000 + random.nextInt(-8 * step, 8 * step);
                assertThat(back.distanceMm(lon, lat)).isEqualTo(there.distanceMm(lon, lat));
                if (simple) {
                    assertThat(back.side(lon, lat))
                            .as("seed %d round %d at %d,%d", SEED + 4, round, lon, lat)
                            .isEqualTo(there.side(lon, lat).opposite());
                }
            }
        }
        assertThat(simples).isGreaterThan(50);
    }

    @Test
    void a_line_needs_a_position() {
        assertThatThrownBy(() -> LineIndex.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LineIndex.of(new ArrayList<>(List.of(Lines.path()))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(LineIndex.of(List.of(Lines.path(0, 0))).distanceMm(0, 0)).isZero();
    }
}
