package truceline.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AreaIndexTest {
    private static final long SEED = 815;

    @Test
    void it_contains_what_exact_arithmetic_says_even_on_edges_and_vertices() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 400; round++) {
            Shape.Areas areas = Zones.random(random, 1 << random.nextInt(2, 30));
            AreaIndex index = AreaIndex.of(areas);
            for (int i = 0; i < 100; i++) {
                Place place = Zones.delicate(random, areas);
                assertThat(index.contains(place.lonE7(), place.latE7()))
                        .as("seed %d round %d at %s", SEED, round, place)
                        .isEqualTo(Zones.contains(areas, place.lonE7(), place.latE7()));
            }
        }
    }

    @Test
    void products_beyond_64_bits_do_not_overflow() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        for (int i = 0; i < 100_000; i++) {
            long[] c = random.longs(4, -3_600_000_000L, 3_600_000_001L).toArray();
            if (i % 3 == 0) {
                c[2] = c[0] / 7 * (i % 5);
                c[3] = c[1] / 7 * (i % 5) + i % 2;
            }
            BigInteger cross = big(c[0]).multiply(big(c[3])).subtract(big(c[1]).multiply(big(c[2])));
            BigInteger dot = big(c[0]).multiply(big(c[2])).add(big(c[1]).multiply(big(c[3])));
            assertThat(Turn.crossSign(c[0], c[1], c[2], c[3]))
                    .as("seed %d", SEED + 1)
                    .isEqualTo(cross.signum());
            assertThat(Turn.dotSign(c[0], c[1], c[2], c[3]))
                    .as("seed %d", SEED + 1)
                    .isEqualTo(dot.signum());
        }
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    @Test
    void a_hole_is_outside_but_its_boundary_is_inside() {
        AreaIndex index = AreaIndex.of(new Shape.Areas(List.of(new Polygon(
                Lines.path(0, 0, 100, 0, 100, 100, 0, 100, 0, 0),
                List.of(Lines.path(40, 40, 40, 60, 60, 60, 60, 40, 40, 40))))));
        assertThat(index.contains(50, 50)).isFalse();
        assertThat(index.contains(40, 50)).isTrue();
        assertThat(index.contains(60, 60)).isTrue();
        assertThat(index.contains(39, 50)).isTrue();
        assertThat(index.contains(100, 100)).isTrue();
        assertThat(index.contains(101, 100)).isFalse();
    }

    @Test
    void what_two_polygons_both_hold_is_inside() {
        Path ring = Lines.path(0, 0, 100, 0, 100, 100, 0, 100, 0, 0);
        AreaIndex index =
                AreaIndex.of(new Shape.Areas(List.of(new Polygon(ring, List.of()), new Polygon(ring, List.of()))));
        assertThat(index.contains(50, 50)).isTrue();
    }

    @Test
    void an_open_ring_is_closed() {
        AreaIndex index =
                AreaIndex.of(new Shape.Areas(List.of(new Polygon(Lines.path(0, 0, 100, 0, 100, 100), List.of()))));
        assertThat(index.contains(50, 50)).isTrue();
        assertThat(index.contains(50, 51)).isFalse();
        assertThat(index.boundaryDistanceMm(50, 50)).isZero();
    }

    @Test
    void within_the_band_of_the_boundary_nothing_is_certain() {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        Shape.Areas areas = new Shape.Areas(
                List.of(new Polygon(Lines.star(random, 370_000_000, 480_000_000, 2_000_000, 200), List.of())));
        AreaIndex index = AreaIndex.of(areas);
        EnumSet<Position> seen = EnumSet.noneOf(Position.class);
        for (int i = 0; i < 3000; i++) {
            int lon = 370_000_000 + random.nextInt(-2_500_000, 2_500_000);
            int lat = 480_000_000 + random.nextInt(-2_500_000, 2_500_000);
            long band = random.nextLong(1, 4_000_000);
            long distance = index.boundaryDistanceMm(lon, lat);
            boolean contained = Zones.contains(areas, lon, lat);
            Position expected =
                    distance <= band ? Position.INDETERMINATE : contained ? Position.INSIDE : Position.OUTSIDE;
            seen.add(expected);
            assertThat(index.position(lon, lat, band))
                    .as("seed %d: %d,%d", SEED + 2, lon, lat)
                    .isEqualTo(expected);
            assertThat(index.position(new Disc(lon, lat, distance))).isEqualTo(Position.INDETERMINATE);
            assertThat(index.position(lon, lat, distance - 1)).isNotEqualTo(Position.INDETERMINATE);
            assertThat(index.position(lon, lat, 0)).isEqualTo(contained ? Position.INSIDE : Position.OUTSIDE);
        }
        assertThat(seen).containsOnly(Position.values());
    }

    @Test
    void an_area_needs_a_position_and_a_band_a_size() {
        assertThatThrownBy(() -> AreaIndex.of(new Shape.Areas(List.of()))).isInstanceOf(IllegalArgumentException.class);
        AreaIndex point = AreaIndex.of(new Shape.Areas(List.of(new Polygon(Lines.path(5, 5), List.of()))));
        assertThat(point.contains(5, 5)).isTrue();
        assertThat(point.contains(6, 5)).isFalse();
        assertThatThrownBy(() -> point.position(5, 5, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
