package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import truceline.intake.Refusal;
import truceline.ledger.Signer;
import truceline.station.JsonInput;
import truceline.station.SignedSubmission;

/// Sends files to a station that is served, signed by who is on its rolls.
final class SentFiles {
    private final RemoteStation station;
    private final DeliveryOptions options;
    private final Signer key;

    /// @param key file of the private key
    SentFiles(String address, DeliveryOptions options, @Nullable Path key) throws IOException {
        if (key == null) {
            throw new Refusal("usage", "what is sent to a station is signed: say --key FILE");
        }
        this.key = KeyFile.read(key);
        this.options = options;
        this.station = RemoteStation.open(address);
    }

    /// Sends one file and prints what came of it.
    ///
    /// @param receipts takes the signed receipt as the station gave it, before it is checked: what was entered is
    ///     never without its receipt
    void send(String file, PrintWriter out, boolean json, Writer receipts) throws IOException {
        byte[] bytes =
                file.equals("-") ? System.in.readNBytes(JsonInput.MOST_BYTES + 1) : Files.readAllBytes(Path.of(file));
        SignedSubmission sent = options.signed(station.origin(), file, bytes, key);
        JsonNode answer = station.send("submissions", sent.id(), sent.toJson());
        receipts.write(answer.path("receipt").asString(""));
        receipts.flush();
        station.check(answer, sent.id());
        if (json) {
            out.println(answer);
            return;
        }
        out.printf(
                "%s: %,d accepted, %,d duplicates, %,d rejected%n",
                file,
                answer.path("accepted").asLong(),
                answer.path("duplicates").asLong(),
                answer.path("rejected").asLong());
        answer.path("rejections")
                .valueStream()
                .limit(20)
                .forEach(row -> out.println("  row "
                        + row.path("row").asLong() + ", " + row.path("field").asString("") + ": "
                        + row.path("code").asString("")));
        out.printf(
                "  receipt: %s, entry %d, %d in all, signed by %s%n",
                sent.id(),
                answer.path("entries").path("first").asLong(),
                answer.path("entries").path("count").asLong(),
                station.origin());
    }
}
