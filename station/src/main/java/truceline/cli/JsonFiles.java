package truceline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import truceline.intake.Refusal;
import truceline.json.JsonValue;
import truceline.station.JsonInput;

/// Reads a file of JSON as people write it.
final class JsonFiles {
    private JsonFiles() {}

    /// The object in a file.
    ///
    /// @throws Refusal `not-json` where the file holds something else, or a number that is no whole number
    static JsonValue.Obj read(Path file) throws IOException {
        if (Files.size(file) > JsonInput.MOST_BYTES) {
            throw new Refusal("not-json", file + " has more than a megabyte");
        }
        try {
            return JsonInput.read(Files.readAllBytes(file));
        } catch (Refusal refusal) {
            throw new Refusal(refusal.code(), file + ": " + refusal.getMessage());
        }
    }
}
