package truceline.station;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import truceline.duty.life.Evaluation;
import truceline.duty.life.Phase;
import truceline.duty.life.ProvisionState;
import truceline.duty.life.Reason;
import truceline.finding.Person;
import truceline.intake.ObservationsCsvReader;
import truceline.intake.Refusal;
import truceline.json.JsonValue;
import truceline.ledger.Hash;
import truceline.ledger.SignedText;
import truceline.ledger.Signer;
import truceline.mission.KeysText;
import truceline.mission.Lookup;
import truceline.mission.Occurrences;

/// A station of an invented mission whose bodies use every power over provisions, told by signed statements and by
/// rows. Not thread-safe.
final class Chancery implements AutoCloseable {
    private static final Path ONDRAL = Path.of(System.getProperty("truceline.root"), "examples", "ondral");
    private static final String HEADER = "id,time,longitude,latitude,radius_m,means,kind,weapon,calibre_mm\n";

    private final Path folder;
    private final Station station;
    private final SortedMap<String, Signer> keys = new TreeMap<>();
    private long nowMs;
    private int rows;

    /// @param text the agreement, in the directory of which the example's line lies
    Chancery(Path dir, String text) throws IOException {
        Files.createDirectories(dir);
        Files.write(dir.resolve("line.geojson"), Files.readAllBytes(ONDRAL.resolve("line.geojson")));
        Path file = Files.writeString(dir.resolve("powers.agreement.yaml"), text);
        folder = dir.resolve("station");
        nowMs = ms("2031-05-01T02:00");
        Founding.found(folder, "powers.example/test", AgreementFile.read(file, null), () -> nowMs);
        station = Station.open(folder, () -> nowMs);
        enrol("analyst", "monitor", "", "analysis");
        enrol("patrol", "monitor", "", "patrols");
        enrol("seat-va", "commission", "VA", "delegation-va");
        enrol("seat-il", "commission", "IL", "delegation-il");
        enrol("liaison-va", "", "VA", "liaison-va");
        enrol("liaison-il", "", "IL", "liaison-il");
    }

    private void enrol(String id, String body, String seat, String section) throws IOException {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) (keys.size() + 1));
        Signer key = Signer.of(id, seed);
        keys.put(id, key);
        Person person = new Person(id, body, seat, section, key.verifier().text());
        station.enrol(person, SignedText.sign(KeysText.enrolment(station.origin(), person), key), Chancery::none);
    }

    static long ms(String minute) {
        return Instant.parse(minute + ":00Z").toEpochMilli();
    }

    Chancery at(String minute) {
        nowMs = ms(minute);
        return this;
    }

    /// Signs and enters what is written as people write it in a file; gives the code of a refusal, or null.
    @Nullable
    String says(String by, String statement) throws IOException {
        JsonValue.Obj written = (JsonValue.Obj) JsonValue.parse(statement.getBytes(StandardCharsets.UTF_8));
        Signer key = keys.get(by);
        if (key == null) {
            throw new IllegalArgumentException("nobody is called " + by);
        }
        try {
            station.state(SignedStatement.sign(station.origin(), key, written), Chancery::none);
            return null;
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    /// Enters one row; gives the address of its observation.
    String row(String fields) throws IOException {
        String text = HEADER + "r" + rows++ + "," + fields + "\n";
        ByteArrayInputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        station.admit(new Delivery("patrols", new ObservationsCsvReader(), null, bytes), Chancery::none);
        var observations = station.picture().observations();
        return observations.address(observations.size() - 1);
    }

    Evaluation evaluation() {
        Evaluation evaluation = Occurrences.evaluate(Lookup.of(station.picture()));
        if (evaluation == null) {
            throw new IllegalStateException("no agreement");
        }
        return evaluation;
    }

    ProvisionState state(String provision, String who) {
        return evaluation().states(provision, who).getFirst();
    }

    Phase phase(String provision, String who) {
        return state(provision, who).phase();
    }

    String why(String provision, String who) {
        return state(provision, who).reasons().stream().map(Reason::english).collect(Collectors.joining("; "));
    }

    Path folder() {
        return folder;
    }

    Station station() {
        return station;
    }

    Signer key(String id) {
        return java.util.Objects.requireNonNull(keys.get(id));
    }

    @Override
    public void close() throws IOException {
        station.close();
    }

    private static void none(long index, Hash leaf) {
        // Nobody waits for the receipt of a single entry here.
    }
}
