package truceline.station;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.finding.Person;
import truceline.intake.ClaimsCsvReader;
import truceline.intake.PatrolCsvReader;
import truceline.intake.Reader;
import truceline.json.JsonValue;
import truceline.ledger.SignedText;
import truceline.ledger.Signer;
import truceline.mission.KeysText;

/// A station of the invented mission whose protected fields, files and notes all hold words of their own.
final class ProtectedStation {
    static final long NOW_MS = 1_936_600_000_000L;
    static final Path ONDRAL = Path.of(System.getProperty("truceline.root"), "examples", "ondral");
    static final String HEADER = "Id,Position,Observer latitude,Observer longitude,Event location,Means,No.,"
            + "Observation,Description,Weapon,\"Date, time\",Remark,Person\n";
    static final Map<String, Signer> PEOPLE =
            new TreeMap<>(Map.of("analyst-1", signer("analyst-1", 1), "patrol-1", signer("patrol-1", 2)));

    private ProtectedStation() {}

    private static Signer signer(String id, int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Signer.of(id, bytes);
    }

    static Station found(Path folder) throws IOException {
        AgreementFile agreement = AgreementFile.read(ONDRAL.resolve("ondral.agreement.yaml"), null);
        Founding.found(folder, "shred.example/test", agreement, () -> NOW_MS);
        Station station = open(folder);
        enrol(station, "analyst-1", "analysis");
        enrol(station, "patrol-1", "patrols");
        return station;
    }

    private static void enrol(Station station, String id, String section) throws IOException {
        Signer key = Objects.requireNonNull(PEOPLE.get(id));
        Person person = new Person(id, "monitor", "", section, key.verifier().text());
        String proof = SignedText.sign(KeysText.enrolment(station.origin(), person), key);
        station.enrol(person, proof, (index, leaf) -> {});
    }

    static Station open(Path folder) throws IOException {
        return Station.open(folder, () -> NOW_MS);
    }

    static String row(int id, String position, String remark, String person) {
        return id + "," + position + ",-27.2017,-28.6213,2-3km E,Heard," + id
                + ",Explosion,Undetermined,N/K,\"14 May 2031, 06:1" + id % 10 + "\"," + remark + "," + person + "\n";
    }

    /// Enters a file of rows and says its receipt.
    static Receipt patrols(Station station, String rows) throws IOException {
        return admit(station, "patrols", new PatrolCsvReader(ZoneOffset.UTC), HEADER + rows);
    }

    static Receipt claims(Station station, String remark) throws IOException {
        String list = "id,time,longitude,latitude,kind,accused,text\n"
                + "c1,2031-05-14T06:20Z,-28.6,-27.2,explosion,VA," + remark + "\n";
        return admit(station, "vathe", new ClaimsCsvReader(ZoneOffset.UTC), list);
    }

    private static Receipt admit(Station station, String source, Reader reader, String text) throws IOException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return station.admit(new Delivery(source, reader, null, bytes), (index, leaf) -> {});
    }

    static SignedStatement signed(Station station, String by, String... namesAndValues) {
        SortedMap<String, JsonValue> said = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            said.put(namesAndValues[i], new JsonValue.Str(namesAndValues[i + 1]));
        }
        return SignedStatement.sign(station.origin(), Objects.requireNonNull(PEOPLE.get(by)), new JsonValue.Obj(said));
    }

    /// Makes a statement and says the index of its entry.
    static long state(Station station, String by, String... namesAndValues) throws IOException {
        Receipt receipt = station.state(signed(station, by, namesAndValues), (index, leaf) -> {});
        return receipt.firstEntry() + receipt.entries() - 1;
    }

    /// A call that is noted, with a note of a class or, where that is null, of class M.
    static long call(Station station, String note, @Nullable String noteClass) throws IOException {
        String[] said = {
            "act",
            "call",
            "started",
            "2031-05-14T06:30:00Z",
            "from",
            "floor-1",
            "to",
            "liaison-va",
            "outcome",
            "answered",
            "about",
            "fire near Harrowick",
            "note",
            note
        };
        List<String> all = new java.util.ArrayList<>(List.of(said));
        if (noteClass != null) {
            all.addAll(List.of("noteClass", noteClass));
        }
        return state(station, "analyst-1", all.toArray(String[]::new));
    }

    /// Two persons decide.
    static void decide(Station station, String... namesAndValues) throws IOException {
        state(station, "analyst-1", namesAndValues);
        state(station, "patrol-1", namesAndValues);
    }

    static void redact(Station station, String item, String letter) throws IOException {
        decide(station, "act", "redact", "item", item, "class", letter, "reason", "danger-to-person");
    }
}
