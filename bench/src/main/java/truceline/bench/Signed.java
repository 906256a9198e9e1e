package truceline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import truceline.finding.Person;
import truceline.intake.Refusal;
import truceline.ledger.SignedText;
import truceline.ledger.Signer;
import truceline.mission.KeysText;
import truceline.station.AgreementFile;
import truceline.station.Clock;
import truceline.station.Founding;
import truceline.station.Limits;
import truceline.station.SignedSubmission;
import truceline.station.Station;
import truceline.web.Site;
import truceline.web.WebStation;

/// Signed submissions of one row each, from many devices, to durable entries and signed receipts. Submissions are sent
/// at a steady rate, whether or not earlier ones are answered, so that a slow answer is counted with all that wait
/// behind it. Signing is done beforehand.
final class Signed {
    private static final String ORIGIN = "bench.example/signed";
    private static final int SECONDS = 10;
    private static final int WARM_UP_SECONDS = 5;

    private final Path home;
    private final Limits limits;
    private final List<Signer> devices = new ArrayList<>();
    private int rows;

    private interface Sender {
        void send(SignedSubmission submission) throws IOException, InterruptedException;
    }

    /// @param answered milliseconds from the moment each was due to its receipt, ascending
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Outcome(String name, int perSecond, double[] answered, int refused, double seconds) {
        double quantile(double share) {
            return answered.length == 0 ? Double.NaN : answered[(int) (share * (answered.length - 1))];
        }
    }

    private Signed(Path home, Limits limits) {
        this.home = home;
        this.limits = limits;
    }

    /// Runs all loads and prints them as one table.
    static void run(Path folder, long seed) throws IOException, InterruptedException {
        Limits.Rate much = new Limits.Rate(1e9, 1e9, 1 << 16);
        Signed bench = new Signed(folder.resolve("signed"), new Limits(much, much, much, 2_048));
        List<Outcome> outcomes = new ArrayList<>();
        bench.found(new Land(seed), folder, 55);
        try (Station station = Station.open(bench.home, Clock.system(), bench.limits)) {
            bench.enrol(station);
            station.sealEvery(Duration.ofMillis(200));
            Sender inside = station::take;
            bench.load("warm-up", 500, WARM_UP_SECONDS, 50, inside);
            outcomes.add(bench.load("in process", 1_500, SECONDS, 50, inside));
            outcomes.add(bench.load("in process", 2_500, SECONDS, 50, inside));
            Site site = new Site("bench", "", "", bench.home);
            try (WebStation web = WebStation.start(0, List.of(site), false, Map.of("bench", station))) {
                try (HttpClient client = HttpClient.newHttpClient()) {
                    Sender wire = over(client, web.port());
                    bench.load("warm-up", 500, WARM_UP_SECONDS, 50, wire);
                    outcomes.add(bench.load("over HTTP", 800, SECONDS, 50, wire));
                    outcomes.add(bench.load("over HTTP", 1_500, SECONDS, 50, wire));
                }
            }
        }
        outcomes.addAll(fairness(folder, seed));
        print(outcomes);
    }

    /// Fifty honest devices alone, and beside five that send ten times what they may.
    private static List<Outcome> fairness(Path folder, long seed) throws IOException, InterruptedException {
        Limits.Rate rate = new Limits.Rate(10, 100, 64);
        Signed bench = new Signed(folder.resolve("fair"), new Limits(rate, rate, rate, 512));
        bench.found(new Land(seed), folder, 55);
        List<Outcome> outcomes = new ArrayList<>();
        try (Station station = Station.open(bench.home, Clock.system(), bench.limits)) {
            bench.enrol(station);
            station.sealEvery(Duration.ofMillis(200));
            bench.load("warm-up", 300, WARM_UP_SECONDS, 50, station::take);
            outcomes.add(bench.load("honest, alone", 250, SECONDS, 50, station::take));
            Outcome[] flooding = new Outcome[1];
            List<SignedSubmission> flood = bench.signed(500 * SECONDS, 50, 55);
            Thread others = Thread.ofPlatform().start(() -> {
                try {
                    flooding[0] = bench.load("flooding beside", 500, flood, station::take);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            outcomes.add(bench.load("honest, beside", 250, SECONDS, 50, station::take));
            others.join();
            outcomes.add(flooding[0]);
        }
        return outcomes;
    }

    private void found(Land land, Path folder, int count) throws IOException {
        Path agreement = land.writeAgreement(folder.resolve("agreement-" + home.getFileName()), 10, 100);
        Founding.found(home, ORIGIN, AgreementFile.read(agreement, null), Clock.system());
        for (int device = 0; device < count; device++) {
            byte[] key = new byte[32];
            key[0] = (byte) device;
            key[1] = 1;
            devices.add(Signer.of("device-" + device, key));
        }
    }

    private void enrol(Station station) throws IOException {
        for (Signer device : devices) {
            String vkey = device.verifier().text();
            Person person = new Person(device.name(), "", "", "", vkey, List.of("s-" + device.name()));
            String proof = SignedText.sign(KeysText.enrolment(ORIGIN, person), device);
            station.enrol(person, proof, (index, leaf) -> {});
        }
    }

    private Outcome load(String name, int perSecond, int seconds, int senders, Sender sender)
            throws InterruptedException {
        return load(name, perSecond, signed(perSecond * seconds, 0, senders), sender);
    }

    private Outcome load(String name, int perSecond, List<SignedSubmission> submissions, Sender sender)
            throws InterruptedException {
        long[] answered = new long[submissions.size()];
        AtomicInteger refused = new AtomicInteger();
        Semaphore done = new Semaphore(0);
        long start = System.nanoTime();
        for (int i = 0; i < answered.length; i++) {
            int number = i;
            long due = start + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Thread.ofVirtual().start(() -> {
                try {
                    sender.send(submissions.get(number));
                    answered[number] = System.nanoTime() - due;
                } catch (Refusal | IOException e) {
                    refused.incrementAndGet();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    done.release();
                }
            });
        }
        done.acquire(answered.length);
        double seconds = (System.nanoTime() - start) / 1e9;
        double[] ms = Arrays.stream(answered)
                .filter(nanos -> nanos > 0)
                .mapToDouble(nanos -> nanos / 1e6)
                .sorted()
                .toArray();
        return new Outcome(name, perSecond, ms, refused.get(), seconds);
    }

    private static Sender over(HttpClient client, int port) {
        URI address = URI.create("http://127.0.0.1:" + port + "/bench/submissions");
        return submission -> {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            submission.toJson().toBytes()))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IOException(answer.body());
            }
        };
    }

    /// So many submissions of a row each, dealt to the devices `from` to `to - 1` in turn.
    private List<SignedSubmission> signed(int count, int from, int to) {
        List<SignedSubmission> signed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Signer device = devices.get(from + i % (to - from));
            String file = "latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,satellite,instrument,"
                    + "confidence,version,bright_ti5,frp,daynight\n"
                    + String.format(
                            Locale.ROOT,
                            "8.%05d,-29.%05d,301.50,0.39,0.44,2031-05-14,0005,N20,VIIRS,n,2.0NRT,287.93,0.55,N%n",
                            rows % 100_000,
                            rows / 100_000 * 7919 + rows % 99_991);
            rows++;
            signed.add(SignedSubmission.sign(
                    ORIGIN, "s-" + device.name(), "firms-csv", 'P', file.getBytes(StandardCharsets.UTF_8), device));
        }
        return signed;
    }

    private static void print(List<Outcome> outcomes) {
        Bench.OUT.println("load               sent/s  answered  refused  done/s  entries/s  p50 ms  p99 ms  max ms");
        for (Outcome each : outcomes) {
            double perSecond = each.answered().length / each.seconds();
            Bench.OUT.printf(
                    Locale.ROOT,
                    "%-17s %,7d %,9d %,8d %,7.0f %,10.0f %7.1f %7.1f %7.1f%n",
                    each.name(),
                    each.perSecond(),
                    each.answered().length,
                    each.refused(),
                    perSecond,
                    2 * perSecond,
                    each.quantile(0.5),
                    each.quantile(0.99),
                    each.quantile(1));
        }
    }
}
