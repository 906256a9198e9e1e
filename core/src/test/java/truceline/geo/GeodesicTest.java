package truceline.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;

class GeodesicTest {
    private static final long SEED = 20261122;
    private static final int LON_MAX = 1_800_000_000;
    private static final int LAT_MAX = 900_000_000;

    private static double referenceMetres(int lon1, int lat1, int lon2, int lat2) {
        return net.sf.geographiclib.Geodesic.WGS84.Inverse(lat1 / 1e7, lon1 / 1e7, lat2 / 1e7, lon2 / 1e7).s12;
    }

    private static void assertAgrees(int lon1, int lat1, int lon2, int lat2) {
        double reference = referenceMetres(lon1, lat1, lon2, lat2);
        long ours = Geodesic.distanceMm(lon1, lat1, lon2, lat2);
        assertThat(Math.abs(ours - reference * 1000))
                .as(
                        "seed %d: %d,%d -> %d,%d: ours %d mm, reference %f m",
                        SEED, lon1, lat1, lon2, lat2, ours, reference)
                .isLessThanOrEqualTo(0.51);
        assertThat(Geodesic.distanceMm(lon2, lat2, lon1, lat1)).isEqualTo(ours);
    }

    @Test
    void pairs_anywhere_agree_with_geographiclib() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 100_000; i++) {
            assertAgrees(lon(random), lat(random), lon(random), lat(random));
        }
    }

    @Test
    void short_pairs_agree_with_geographiclib() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        for (int i = 0; i < 120_000; i++) {
            int reach = 1 << random.nextInt(1, 25);
            int lon = lon(random);
            int lat = lat(random);
            long lon2 = lon + (long) random.nextInt(-reach, reach);
            long lat2 = Math.clamp(lat + (long) random.nextInt(-reach, reach), -LAT_MAX, LAT_MAX);
            int wrapped = (int) (lon2 > LON_MAX ? lon2 - 2L * LON_MAX : lon2 < -LON_MAX ? lon2 + 2L * LON_MAX : lon2);
            assertAgrees(lon, lat, wrapped, (int) lat2);
        }
    }

    @Test
    void meridians_the_equator_the_poles_and_the_antimeridian_agree_with_geographiclib() {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        for (int i = 0; i < 10_000; i++) {
            int lon = lon(random);
            int lat = lat(random);
            assertAgrees(lon, lat, lon, lat(random));
            assertAgrees(lon, 0, lon(random), 0);
            assertAgrees(lon, i % 2 == 0 ? LAT_MAX : -LAT_MAX, lon(random), lat);
            assertAgrees(LON_MAX, lat, -LON_MAX + random.nextInt(1 << 24), lat(random));
        }
    }

    @Test
    void nearly_antipodal_pairs_agree_with_geographiclib() {
        SplittableRandom random = new SplittableRandom(SEED + 3);
        for (int i = 0; i < 40_000; i++) {
            int reach = 1 << random.nextInt(1, 27);
            int lat = i % 4 == 0 ? random.nextInt(-40, 40) : lat(random);
            int lon = random.nextInt(-LON_MAX, 0);
            int lon2 = Math.min(lon + LON_MAX + random.nextInt(-reach, reach), LON_MAX);
            assertAgrees(lon, lat, lon2, Math.clamp(-(long) lat + random.nextInt(-reach, reach), -LAT_MAX, LAT_MAX));
        }
    }

    @Test
    void every_antipode_has_a_distance() {
        assertAgrees(0, 0, LON_MAX, 0);
        assertAgrees(0, LAT_MAX, 0, -LAT_MAX);
        assertAgrees(0, LAT_MAX, 123_456_789, -LAT_MAX);
        assertAgrees(0, 0, 1_793_963_723, 0);
        assertAgrees(0, 0, 1_793_963_724, 0);
        assertAgrees(0, 1, LON_MAX, -1);
        assertAgrees(0, 300_000_000, LON_MAX, -300_000_000);
        assertAgrees(LON_MAX, 500_000_000, -LON_MAX, 500_000_000);
    }

    @Test
    void within_is_exactly_the_comparison_of_the_distance() {
        SplittableRandom random = new SplittableRandom(SEED + 4);
        for (int i = 0; i < 60_000; i++) {
            int lon = lon(random);
            int lat = lat(random);
            int reach = 1 << random.nextInt(2, 30);
            int lon2 = Math.clamp(lon + (long) random.nextInt(-reach, reach), -LON_MAX, LON_MAX);
            int lat2 = Math.clamp(lat + (long) random.nextInt(-reach, reach), -LAT_MAX, LAT_MAX);
            long mm = Geodesic.distanceMm(lon, lat, lon2, lat2);
            for (long limit : new long[] {mm - 1, mm, mm + 1, mm / 2, mm * 2}) {
                assertThat(Geodesic.isWithinMm(lon, lat, lon2, lat2, limit))
                        .as("seed %d: %d,%d -> %d,%d within %d", SEED + 4, lon, lat, lon2, lat2, limit)
                        .isEqualTo(mm <= limit);
            }
        }
    }

    @Test
    void the_chord_bounds_enclose_the_distance() {
        SplittableRandom random = new SplittableRandom(SEED + 5);
        for (int i = 0; i < 200_000; i++) {
            int lat = i % 4 == 1 ? LAT_MAX - random.nextInt(200_000_000) : lat(random);
            Spot a = Spot.ofE7(lon(random), lat);
            double reach = Math.scalb(1.0, -random.nextInt(1, 22));
            Spot b = i % 2 == 0
                    ? Spot.ofE7(lon(random), lat(random))
                    : new Spot(a.lon + reach * random.nextDouble(), a.lat * (1 - reach * random.nextDouble()));
            double chord = Math.sqrt(a.chordSquared(b));
            double metres = Geodesic.metres(a, b);
            assertThat(Geodesic.atMostMetres(chord)).isGreaterThanOrEqualTo(metres - 1e-6);
            assertThat(Geodesic.chordAtMost(metres)).isGreaterThanOrEqualTo(chord - 1e-6);
        }
    }

    @Test
    void a_way_from_a_place_ends_where_geographiclib_ends() {
        SplittableRandom random = new SplittableRandom(SEED + 6);
        for (int i = 0; i < 50_000; i++) {
            int lon = lon(random);
            int lat = lat(random);
            double azimuth = random.nextDouble(-720, 720);
            double metres = random.nextDouble(StrictMath.scalb(1.0, random.nextInt(1, 26)));
            Place end = Geodesic.direct(lon, lat, azimuth, metres);
            GeodesicData reference = net.sf.geographiclib.Geodesic.WGS84.Direct(lat / 1e7, lon / 1e7, azimuth, metres);
            assertThat(referenceMetres(end.lonE7(), end.latE7(), (int) Math.round(reference.lon2 * 1e7), (int)
                            Math.round(reference.lat2 * 1e7)))
                    .as("seed %d: from %d,%d towards %f over %f m", SEED + 6, lon, lat, azimuth, metres)
                    .isLessThan(0.017);
        }
    }

    @Test
    void a_way_without_end_is_refused() {
        assertThatThrownBy(() -> Geodesic.direct(0, 0, Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Geodesic.direct(0, 0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Geodesic.direct(0, 0, 0, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int lon(SplittableRandom random) {
        return random.nextInt(-LON_MAX, LON_MAX + 1);
    }

    private static int lat(SplittableRandom random) {
        return random.nextInt(-LAT_MAX, LAT_MAX + 1);
    }
}
