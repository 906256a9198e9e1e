package truceline.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import truceline.json.JsonException;
import truceline.json.JsonReader;
import truceline.json.JsonWriter;

/// How it stands with one witness, as of when it was last asked.
///
/// @param name in the policy
/// @param size entries under the newest checkpoint it cosigned, 0 for none
/// @param cosignedSeconds when, by its own clock, seconds since 1970; 0 for never
/// @param askedMs when it was last asked, milliseconds UTC; 0 for never
/// @param failingMs since when it does not cosign, milliseconds UTC; 0 where it does
/// @param answer what it answered last, in words; empty where it was never asked
public record WitnessRow(String name, long size, long cosignedSeconds, long askedMs, long failingMs, String answer) {
    private static final String FILE = "witnesses.json";

    static WitnessRow unknown(String name) {
        return new WitnessRow(name, 0, 0, 0, 0, "");
    }

    /// What is known, by name. The file is no part of the record: without it the witnesses are asked again.
    static SortedMap<String, WitnessRow> read(Path folder) throws IOException {
        SortedMap<String, WitnessRow> rows = new TreeMap<>();
        try {
            JsonReader in =
                    new JsonReader(Files.readAllBytes(folder.resolve("state").resolve(FILE)));
            in.beginArray();
            while (in.hasElement()) {
                in.beginObject();
                String answer = in.text("answer");
                long asked = in.number("asked");
                long cosigned = in.number("cosigned");
                long failing = in.number("failing");
                String name = in.text("name");
                rows.put(name, new WitnessRow(name, in.number("size"), cosigned, asked, failing, answer));
                in.endObject();
            }
            in.end();
        } catch (NoSuchFileException _) {
            return rows;
        } catch (JsonException _) {
            return new TreeMap<>();
        }
        return rows;
    }

    static void write(Path folder, Collection<WitnessRow> rows) throws IOException {
        JsonWriter out = new JsonWriter();
        out.beginArray();
        for (WitnessRow row : rows) {
            out.beginObject();
            out.name("answer").value(row.answer);
            out.name("asked").value(row.askedMs);
            out.name("cosigned").value(row.cosignedSeconds);
            out.name("failing").value(row.failingMs);
            out.name("name").value(row.name);
            out.name("size").value(row.size);
            out.endObject();
        }
        out.endArray();
        Path state = Files.createDirectories(folder.resolve("state"));
        Path part = Files.createTempFile(state, "witnesses", ".part");
        try {
            Files.write(part, out.toBytes());
            Files.move(part, state.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
