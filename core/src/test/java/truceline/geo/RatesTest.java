package truceline.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Prints rates per second of processor time: `mvn test -Dtest=RatesTest -Dtruceline.rates=true`.
@EnabledIfSystemProperty(named = "truceline.rates", matches = "true")
class RatesTest {
    private static final int POINTS = 1_000_000;
    private static final int LINE_VERTICES = 12_289;
    private final SplittableRandom random = new SplittableRandom(42);
    private final Path line = line();
    private final int[] lon = new int[POINTS];
    private final int[] lat = new int[POINTS];

    RatesTest() {
        for (int i = 0; i < POINTS; i++) {
            Place place = near(0.4);
            lon[i] = place.lonE7();
            lat[i] = place.latE7();
        }
    }

    /// 1,200 km from south-east to north-west and round a corner, with wiggles of a kilometre.
    private Path line() {
        int[] atLon = new int[LINE_VERTICES];
        int[] atLat = new int[LINE_VERTICES];
        double wiggle = 0;
        for (int i = 0; i < LINE_VERTICES; i++) {
            double t = (double) i / (LINE_VERTICES - 1);
            wiggle = 0.99 * wiggle + random.nextDouble(-0.0015, 0.0015);
            atLon[i] = (int) ((32.5 + 6 * StrictMath.sin(2 * t)) * 1e7 + wiggle * 1e7);
            atLat[i] = (int) ((46.5 + 4.5 * t * t) * 1e7 + wiggle * 5e6);
        }
        return new Path(atLon, atLat);
    }

    private Place near(double degrees) {
        int i = random.nextInt(LINE_VERTICES);
        return new Place(
                line.lonE7(i) + (int) (random.nextGaussian() * degrees * 1e7),
                line.latE7(i) + (int) (random.nextGaussian() * degrees * 1e7));
    }

    @Test
    void distances_between_places() {
        measure("Geodesic.distanceMm, up to 100 km", 2_000_000, () -> {
            long sum = 0;
            for (int i = 0; i < 2_000_000; i++) {
                int j = i % POINTS;
                sum += Geodesic.distanceMm(lon[j], lat[j], lon[j] + 3_000_000, lat[j] + 2_000_000);
            }
            return sum;
        });
        measure("Geodesic.distanceMm, hundreds of km", POINTS, () -> {
            long sum = 0;
            for (int i = 1; i < POINTS; i++) {
                sum += Geodesic.distanceMm(lon[i], lat[i], lon[i - 1], lat[i - 1]);
            }
            return sum;
        });
        measure("Geodesic.isWithinMm, 5 km", POINTS, () -> {
            long sum = 0;
            for (int i = 1; i < POINTS; i++) {
                sum += Geodesic.isWithinMm(lon[i], lat[i], lon[i - 1], lat[i - 1], 5_000_000) ? 1 : 0;
            }
            return sum;
        });
        byte[] text = "37.123456789,".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        measure("Degrees.parseE7", 10_000_000, () -> {
            long sum = 0;
            for (int i = 0; i < 10_000_000; i++) {
                sum += Degrees.parseE7(text, 0, 8 + i % 5);
            }
            return sum;
        });
    }

    @Test
    void distances_to_a_line() {
        LineIndex index = LineIndex.of(List.of(line));
        measure("LineIndex build", 1, () -> LineIndex.of(List.of(line)).distanceMm(0, 0));
        measure("LineIndex.distanceMm", POINTS, () -> sum(i -> index.distanceMm(lon[i], lat[i])));
        measure(
                "LineIndex.distanceMm capped at 15 km",
                POINTS,
                () -> sum(i -> index.distanceMm(lon[i], lat[i], 15_000_000)));
        measure(
                "LineIndex.isWithinMm 15 km",
                POINTS,
                () -> sum(i -> index.isWithinMm(lon[i], lat[i], 15_000_000) ? 1 : 0));
        measure("LineIndex.side", POINTS, () -> sum(i -> index.side(lon[i], lat[i]) == Side.LEFT ? 1 : 0));
        measure("LineIndex.distanceMm from 0, 0", 1000, () -> {
            long sum = 0;
            for (int i = 0; i < 1000; i++) {
                sum += index.distanceMm(i, 0);
            }
            return sum;
        });
    }

    @Test
    void zones() {
        zones("200 zones", 200, 1216, 0.49);
        zones("20,000 zones", 20_000, 187, 0.066);
    }

    private void zones(String name, int count, int vertices, double degrees) {
        List<Shape.Areas> zones = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Place centre = near(0.3);
            int radius = (int) (degrees * 1e7 * random.nextDouble(0.3, 1));
            zones.add(new Shape.Areas(
                    List.of(new Polygon(wiggly(centre.lonE7(), centre.latE7(), radius, vertices), List.of()))));
        }
        ZoneIndex[] index = new ZoneIndex[1];
        measure(name + " build", 1, () -> {
            index[0] = ZoneIndex.of(zones);
            return index[0].size();
        });
        ZoneHits hits = new ZoneHits();
        measure(
                name + " ZoneIndex.find",
                POINTS,
                () -> sum(i -> {
                    index[0].find(lon[i], lat[i], hits);
                    return hits.insideCount();
                }));
        measure(name + " ZoneIndex.findWithin 375 m", POINTS / 10, () -> {
            long sum = 0;
            for (int i = 0; i < POINTS / 10; i++) {
                index[0].findWithin(lon[i], lat[i], 375_000, hits);
                sum += hits.insideCount() + hits.indeterminateCount();
            }
            return sum;
        });
    }

    private Path wiggly(int lonE7, int latE7, int radius, int vertices) {
        int[] atLon = new int[vertices];
        int[] atLat = new int[vertices];
        double wiggle = 0;
        for (int i = 0; i < vertices - 1; i++) {
            double angle = 2 * Math.PI * i / vertices;
            wiggle = 0.98 * wiggle + random.nextDouble(-0.02, 0.02);
            atLon[i] = lonE7 + (int) (radius * (0.8 + wiggle) * StrictMath.cos(angle));
            atLat[i] = latE7 + (int) (radius * (0.8 + wiggle) * StrictMath.sin(angle));
        }
        atLon[vertices - 1] = atLon[0];
        atLat[vertices - 1] = atLat[0];
        return new Path(atLon, atLat);
    }

    private interface Query {
        long at(int index);
    }

    private long sum(Query query) {
        long sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += query.at(i);
        }
        return sum;
    }

    private static void measure(String name, int count, LongSupplier work) {
        double best = Double.POSITIVE_INFINITY;
        long result = 0;
        for (int i = 0; i < 4; i++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            result = work.getAsLong();
            best = Math.min(best, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9);
        }
        assertThat(best).isPositive();
        System.out.println(String.format(
                Locale.ROOT, "%-45s %,14.0f/cpu-s  (%.3f s, result %d)", name, count / best, best, result));
    }
}
