package truceline.mission;

import java.nio.charset.StandardCharsets;
import truceline.finding.Statement;
import truceline.json.JsonWriter;

/// The text that a person signs: purpose, station, the statement's id, and the statement as canonical JSON, one line
/// each. Purpose and station are in it so that no signature can be used elsewhere. Format: `spec/statement.md`.
public final class StatementText {
    private static final String PURPOSE = "truceline.statement/v1";

    private StatementText() {}

    /// The text to sign.
    ///
    /// @param origin name of the station's log
    public static String of(String origin, String id, Statement statement) {
        JsonWriter out = new JsonWriter();
        statement.write(out);
        return PURPOSE + "\n" + origin + "\n" + id + "\n" + new String(out.toBytes(), StandardCharsets.UTF_8) + "\n";
    }
}
