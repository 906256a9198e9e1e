package truceline.bench;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import truceline.incident.Incidents;
import truceline.intake.FirmsCsvReader;
import truceline.intake.ObservationsCsvReader;
import truceline.intake.Reader;
import truceline.mission.Picture;
import truceline.station.AgreementFile;
import truceline.station.Clock;
import truceline.station.Delivery;
import truceline.station.Founding;
import truceline.station.Receipt;
import truceline.station.Station;

/// Rows from a file to durable entries, incidents and cases, as `submit` does it, measured as a whole.
final class EndToEnd {
    private static final int ZONES = 200;
    private static final int POSITIONS_OF_A_ZONE = 1216;
    private static final int LATENCY_RUNS = 200;

    private final Path folder;
    private final long seed;

    EndToEnd(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    /// Runs one workload and prints its figures.
    void run(boolean explosions, int rows) throws IOException {
        Land land = new Land(seed);
        String name = explosions ? "explosions" : "detections";
        Path agreement = land.writeAgreement(folder.resolve("agreement"), ZONES, POSITIONS_OF_A_ZONE);
        Path file = folder.resolve(name + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            if (explosions) {
                land.writeExplosions(out, rows);
            } else {
                land.writeDetections(out, rows);
            }
        }
        Path home = folder.resolve("station-" + name);
        Founding.found(home, "bench.example/" + name, AgreementFile.read(agreement, null), Clock.system());
        try (Station station = Station.open(home, Clock.system())) {
            measure(station, explosions ? new ObservationsCsvReader() : new FirmsCsvReader(), file, name);
            latency(station);
        }
    }

    private static void measure(Station station, Reader reader, Path file, String name) throws IOException {
        long start = System.nanoTime();
        Receipt receipt;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            receipt = station.admit(new Delivery("bench", reader, null, bytes), (index, leaf) -> {});
        }
        double grouped = (System.nanoTime() - start) / 1e9;
        Picture picture = station.picture();
        Incidents incidents = picture.incidents();
        int cases = picture.cases(incidents).size();
        double judged = (System.nanoTime() - start) / 1e9;
        Bench.OUT.printf(
                Locale.ROOT,
                "%-10s  %,d accepted, %,d rejected, in %,d entries; %,d incidents, %,d cases%n",
                name,
                receipt.accepted(),
                receipt.rejected(),
                receipt.entries(),
                incidents.size(),
                cases);
        Bench.OUT.printf(
                Locale.ROOT,
                "            %.2f s read to judged (%.2f s to durable and grouped): %,.0f rows/s; peak memory %s%n",
                judged,
                grouped,
                receipt.accepted() / judged,
                peakMemory());
    }

    /// One row a submission: from handing it over to the signed checkpoint that covers it.
    private static void latency(Station station) throws IOException {
        double[] ms = new double[LATENCY_RUNS];
        for (int i = 0; i < LATENCY_RUNS; i++) {
            byte[] row = ("id,time,longitude,latitude,radius_m,means,kind,number\nlatency-" + i
                            + ",2031-05-09T10:00:00Z,-29.5,8.5,100,saw,explosion,1\n")
                    .getBytes(StandardCharsets.UTF_8);
            long start = System.nanoTime();
            station.admit(
                    new Delivery("bench-latency", new ObservationsCsvReader(), null, new ByteArrayInputStream(row)),
                    (index, leaf) -> {});
            ms[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(ms);
        Bench.OUT.printf(
                Locale.ROOT,
                "            one row to a signed checkpoint: median %.1f ms, 99th percentile %.1f ms%n",
                ms[LATENCY_RUNS / 2],
                ms[LATENCY_RUNS * 99 / 100]);
    }

    private static String peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "not known";
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmHWM:")) {
                return line.substring(6).strip();
            }
        }
        return "not known";
    }
}
