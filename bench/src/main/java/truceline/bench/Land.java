package truceline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/// An invented strip of ocean with a line of about 1,200 km and zones beside it: no place on land, no real line.
/// Everything
/// follows from the seed.
final class Land {
    private static final int LINE_POSITIONS = 12_289;
    private static final double STEP_DEGREES = 0.00088;
    private static final String AGREEMENT = """
            agreement: 1
            id: bench-strip
            title: {en: "Strip of the bench (invented)"}
            status: agreed
            version: 1.0.0
            languages: {authentic: [en]}
            time-zone: UTC
            runs: {from: D}
            basis: assumed
            source: bench
            sources: {bench: {at: "the bench's own generator"}}
            parties: {AA: Avel, BB: Brin}
            bodies: {monitor: {seats: [AA, BB], decides: each party, else: no act, may: [observe, verify, attest]}}
            days: {D: {date: 2031-05-01 00:00}}
            verification: {by: monitor}
            zones:
            """;

    private final double[] lon = new double[LINE_POSITIONS];
    private final double[] lat = new double[LINE_POSITIONS];
    private final SplittableRandom random;

    Land(long seed) {
        random = new SplittableRandom(seed);
        double x = -30;
        double y = 8;
        double heading = 0.9;
        for (int i = 0; i < LINE_POSITIONS; i++) {
            lon[i] = x;
            lat[i] = y;
            heading += (random.nextDouble() - 0.5) * 0.12 + (0.9 - heading) * 0.02;
            x += Math.cos(heading) * STEP_DEGREES;
            y += Math.sin(heading) * STEP_DEGREES;
        }
    }

    /// Writes an agreement with that many zones, each with a provision of its own, and their maps beside it.
    Path writeAgreement(Path folder, int zones, int positionsOfAZone) throws IOException {
        Files.createDirectories(folder);
        StringBuilder declared = new StringBuilder();
        StringBuilder provisions = new StringBuilder();
        for (int zone = 0; zone < zones; zone++) {
            String file = "zone-" + zone + ".geojson";
            writeZone(folder.resolve(file), positionsOfAZone);
            declared.append("  z%d: {map: %s}\n".formatted(zone, file));
            provisions.append(
                    "  p%d: {who: each party, must-not: fire, where: z%d, text: {en: \"No fire in zone %d.\"}}\n"
                            .formatted(zone, zone, zone));
        }
        Path agreement = folder.resolve("bench.agreement.yaml");
        Files.writeString(agreement, AGREEMENT + declared + "provisions:\n" + provisions);
        return agreement;
    }

    /// Writes rows as the fire detections of a satellite, clustered round the line over thirty days.
    void writeDetections(Appendable out, int rows) throws IOException {
        out.append("latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,satellite,instrument,confidence,")
                .append("version,bright_ti5,frp,daynight\n");
        for (int row = 0; row < rows; row++) {
            int at = nextPosition();
            int minute = random.nextInt(1440);
            out.append(String.format(
                    Locale.ROOT,
                    "%.5f,%.5f,%.2f,0.39,0.44,2031-05-%02d,%02d%02d,N20,VIIRS,n,2.0NRT,%.2f,%.2f,N%n",
                    lat[at] + offset(),
                    lon[at] + offset(),
                    295 + random.nextDouble() * 40,
                    1 + random.nextInt(30),
                    minute / 60,
                    minute % 60,
                    280 + random.nextDouble() * 20,
                    random.nextDouble() * 9));
        }
    }

    /// Writes rows of our own columns: explosions that were heard, which every zone's provision is held against.
    void writeExplosions(Appendable out, int rows) throws IOException {
        out.append("id,time,longitude,latitude,radius_m,means,kind,number\n");
        for (int row = 0; row < rows; row++) {
            int at = nextPosition();
            int second = random.nextInt(86_400);
            out.append(String.format(
                    Locale.ROOT,
                    "x%d,2031-05-%02dT%02d:%02d:%02dZ,%.6f,%.6f,200,heard,explosion,%d%n",
                    row,
                    1 + random.nextInt(30),
                    second / 3600,
                    second / 60 % 60,
                    second % 60,
                    lon[at] + offset(),
                    lat[at] + offset(),
                    1 + random.nextInt(6)));
        }
    }

    private int cluster;

    /// Rows come in bursts that share a stretch of the line.
    private int nextPosition() {
        if (random.nextInt(8) == 0) {
            cluster = random.nextInt(LINE_POSITIONS);
        }
        return cluster;
    }

    private double offset() {
        return (random.nextDouble() + random.nextDouble() - 1) * 0.12;
    }

    private void writeZone(Path file, int positions) throws IOException {
        int at = random.nextInt(LINE_POSITIONS);
        double radius = 0.05 + random.nextDouble() * 0.5;
        double phase = random.nextDouble();
        int slow = random.nextInt(3, 9);
        int fast = random.nextInt(11, 31);
        StringBuilder ring = new StringBuilder();
        for (int i = 0; i <= positions; i++) {
            double angle = 2 * Math.PI * (i % positions) / positions;
            double reach = radius * (1 + 0.2 * Math.sin(slow * angle + phase) + 0.1 * Math.sin(fast * angle));
            ring.append(i == 0 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT,
                            "[%.7f,%.7f]",
                            lon[at] + reach * Math.cos(angle),
                            lat[at] + reach * Math.sin(angle)));
        }
        Files.writeString(
                file,
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}}]}");
    }
}
