package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import truceline.intake.Refusal;
import truceline.json.JsonValue;
import truceline.station.BoundedHttp;
import truceline.station.Clock;
import truceline.station.Receipt;
import truceline.station.SignedStatement;
import truceline.station.Station;

/// `state DIR|URL FILE.json`: a person's signed statement.
@Command(
        name = "state",
        description = {
            "Enters a signed statement: verify, assess, vote, reply, publish, merge, split, settle a reading, set a day,",
            "allow, suspend, resume, end or extend, hand over or count a list,",
            "grade a source, and the floor's daily work. With --key the file is signed here. A step that its signer",
            "may not take is refused and leaves the record as it is."
        },
        mixinStandardHelpOptions = true)
final class StateCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR|URL", description = "folder of the station, or its address")
    private String place = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "the statement as JSON")
    private Path file = Path.of("");

    @Option(names = "--key", paramLabel = "FILE", description = "signs the statement with this person's key")
    private @Nullable Path key;

    @Option(names = "--signed", paramLabel = "FILE", description = "writes the signed statement there too")
    private @Nullable Path signedFile;

    @Option(names = "--json", description = "prints the receipt as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try {
            return state();
        } catch (Refusal refusal) {
            if (json) {
                JsonOut.print(spec.commandLine().getOut(), out -> {
                    out.writeStartObject();
                    out.writeStringProperty("refused", refusal.code());
                    out.writeStringProperty("message", refusal.getMessage());
                    out.writeEndObject();
                });
            }
            throw new Refusal(refusal.code(), refusal.code() + ": " + refusal.getMessage());
        }
    }

    private int state() throws IOException {
        JsonValue.Obj written = JsonFiles.read(file);
        if (BoundedHttp.isAddress(place)) {
            RemoteStation station = RemoteStation.open(place);
            SignedStatement signed = signed(station.origin(), written);
            JsonNode answer = station.send("statements", signed.id(), signed.toJson());
            print(signed, answer);
            station.check(answer, signed.id());
            return Exit.DONE;
        }
        try (Station station = Station.open(Path.of(place), Clock.system())) {
            SignedStatement signed = signed(station.origin(), written);
            print(signed, station.state(signed, (index, leaf) -> {}));
        }
        return Exit.DONE;
    }

    private SignedStatement signed(String origin, JsonValue.Obj written) throws IOException {
        SignedStatement signed =
                key == null ? SignedStatement.read(written) : SignedStatement.sign(origin, KeyFile.read(key), written);
        if (signedFile != null) {
            Files.writeString(signedFile, new String(signed.toJson().toBytes(), StandardCharsets.UTF_8) + "\n");
        }
        return signed;
    }

    private void print(SignedStatement signed, JsonNode answer) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(answer);
        } else {
            out.println(signed.statement().act().word() + " of " + signed.by() + ": entry "
                    + answer.path("entry").asLong());
        }
    }

    private void print(SignedStatement signed, Receipt receipt) {
        long entry = receipt.firstEntry() + receipt.entries() - 1;
        if (!json) {
            spec.commandLine()
                    .getOut()
                    .println(signed.statement().act().word() + " of " + signed.by() + ": entry " + entry
                            + ", checkpoint size " + receipt.checkpoint().size());
            return;
        }
        JsonOut.print(spec.commandLine().getOut(), out -> {
            out.writeStartObject();
            out.writeStringProperty("act", signed.statement().act().word());
            out.writeStringProperty("by", signed.by());
            out.writeStringProperty("id", signed.id());
            out.writeNumberProperty("entry", entry);
            out.writeNumberProperty("size", receipt.checkpoint().size());
            out.writeStringProperty("root", receipt.checkpoint().root().base64());
            out.writeEndObject();
        });
    }
}
