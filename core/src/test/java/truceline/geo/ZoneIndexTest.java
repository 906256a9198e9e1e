package truceline.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ZoneIndexTest {
    private static final long SEED = 99;

    @Test
    void it_finds_the_zones_that_exact_arithmetic_finds_even_on_edges_and_vertices() {
        SplittableRandom random = new SplittableRandom(SEED);
        ZoneHits hits = new ZoneHits();
        for (int round = 0; round < 30; round++) {
            List<Shape.Areas> zones = zones(random, 1 << random.nextInt(2, 27), 40);
            ZoneIndex index = ZoneIndex.of(zones);
            for (int i = 0; i < 200; i++) {
                Place place = Zones.delicate(random, zones.get(random.nextInt(zones.size())));
                index.find(place.lonE7(), place.latE7(), hits);
                List<Integer> expected = new ArrayList<>();
                for (int zone = 0; zone < zones.size(); zone++) {
                    if (Zones.contains(zones.get(zone), place.lonE7(), place.latE7())) {
                        expected.add(zone);
                    }
                }
                assertThat(inside(hits))
                        .as("seed %d round %d at %s", SEED, round, place)
                        .isEqualTo(expected);
                assertThat(hits.indeterminateCount()).isZero();
            }
        }
    }

    @Test
    void with_a_band_every_zone_stands_as_its_own_index_says() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        ZoneHits hits = new ZoneHits();
        int[] found = new int[2];
        for (int round = 0; round < 60; round++) {
            int reach = 1 << random.nextInt(4, 27);
            List<Shape.Areas> zones = zones(random, reach, 30);
            ZoneIndex index = ZoneIndex.of(zones);
            for (int i = 0; i < 60; i++) {
                Place place = Zones.delicate(random, zones.get(random.nextInt(zones.size())));
                long band = random.nextLong(1L << random.nextInt(1, 38));
                index.findWithin(place.lonE7(), place.latE7(), band, hits);
                assertMatches(index, place, band, hits, "seed " + (SEED + 1) + " round " + round);
                found[0] += hits.insideCount();
                found[1] += hits.indeterminateCount();
            }
        }
        assertThat(found[0]).isGreaterThan(400);
        assertThat(found[1]).isGreaterThan(1000);
    }

    @Test
    void a_band_reaches_across_the_antimeridian_and_the_poles() {
        List<Shape.Areas> zones = List.of(
                zone(Lines.path(1_799_000_000, 0, 1_799_900_000, 0, 1_799_900_000, 1_000_000, 1_799_000_000, 0)),
                zone(Lines.path(-1_799_900_000, 0, -1_799_000_000, 0, -1_799_900_000, 1_000_000, -1_799_900_000, 0)),
                zone(Lines.path(0, 899_000_000, 1_000_000, 899_000_000, 0, 899_500_000, 0, 899_000_000)));
        ZoneIndex index = ZoneIndex.of(zones);
        ZoneHits hits = new ZoneHits();
        for (Place place : List.of(
                new Place(-1_799_950_000, 500_000),
                new Place(1_799_950_000, 500_000),
                new Place(1_800_000_000, 899_900_000),
                new Place(-900_000_000, 900_000_000))) {
            for (long band : new long[] {1, 700_000, 2_000_000, 12_000_000, 20_000_000_000L}) {
                index.findWithin(place.lonE7(), place.latE7(), band, hits);
                assertMatches(index, place, band, hits, "fixed");
            }
        }
        index.findWithin(-1_799_950_000, 500_000, 2_000_000, hits);
        assertThat(hits.indeterminateCount()).isEqualTo(2);
    }

    private static void assertMatches(ZoneIndex index, Place place, long band, ZoneHits hits, String where) {
        List<Integer> inside = new ArrayList<>();
        List<Integer> indeterminate = new ArrayList<>();
        for (int zone = 0; zone < index.size(); zone++) {
            switch (index.position(zone, place.lonE7(), place.latE7(), band)) {
                case INSIDE -> inside.add(zone);
                case INDETERMINATE -> indeterminate.add(zone);
                case OUTSIDE -> {}
            }
        }
        assertThat(inside(hits)).as("%s at %s band %d", where, place, band).isEqualTo(inside);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < hits.indeterminateCount(); i++) {
            found.add(hits.indeterminate(i));
        }
        assertThat(found).as("%s at %s band %d", where, place, band).isEqualTo(indeterminate);
    }

    @Test
    void no_zone_holds_nothing() {
        ZoneIndex index = ZoneIndex.of(List.of());
        ZoneHits hits = new ZoneHits();
        index.find(0, 0, hits);
        index.findWithin(0, 0, 1000, hits);
        assertThat(hits.insideCount()).isZero();
        assertThatThrownBy(() -> hits.inside(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> index.findWithin(0, 0, -1, hits)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Shape.Areas> zones(SplittableRandom random, int reach, int count) {
        int lon = random.nextInt(-1_200_000_000, 1_200_000_000);
        int lat = random.nextInt(-500_000_000, 500_000_000);
        List<Shape.Areas> zones = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            zones.add(Zones.random(
                    random,
                    lon + random.nextInt(-2 * reach, 2 * reach),
                    lat + random.nextInt(-2 * reach, 2 * reach),
                    1 + random.nextInt(reach)));
        }
        return zones;
    }

    private static Shape.Areas zone(Path ring) {
        return new Shape.Areas(List.of(new Polygon(ring, List.of())));
    }

    private static List<Integer> inside(ZoneHits hits) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < hits.insideCount(); i++) {
            found.add(hits.inside(i));
        }
        return found;
    }
}
