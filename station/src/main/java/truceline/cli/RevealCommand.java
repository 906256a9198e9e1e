package truceline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.intake.Refusal;
import truceline.json.JsonValue;
import truceline.station.Clock;
import truceline.station.SignedStatement;
import truceline.station.Station;
import truceline.store.AudienceSecret;

/// `reveal DIR ADDRESS --class M --key FILE --why TEXT`: reads one protected item, and says so in the record
/// first.
@Command(
        name = "reveal",
        description = {
            "Prints what is protected at an address, once it is in the record who read it and why: the reader signs the",
            "act access. What was redacted is not there any more."
        },
        mixinStandardHelpOptions = true)
final class RevealCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
    private Path folder = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "ADDRESS",
            description = "an observation as 12/3, or the entry of a note or a received file as 12")
    private String address = "";

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            required = true,
            description = "class of what is read: S, C, M or R")
    private String classLetter = "";

    @Option(names = "--key", paramLabel = "FILE", required = true, description = "the reader's own key, which signs")
    private Path key = Path.of("");

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "why it is read; public in the record")
    private String why = "";

    @Option(names = "--audience", paramLabel = "FILE", description = "key of the audience (default: the station's own)")
    private @Nullable Path audience;

    @Option(names = "--out", paramLabel = "FILE", description = "writes it there, to a new file of yours alone")
    private @Nullable Path file;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        SortedMap<String, JsonValue> said = new TreeMap<>();
        said.put("act", new JsonValue.Str("access"));
        said.put("item", new JsonValue.Str(address));
        said.put("class", new JsonValue.Str(classLetter));
        said.put("reason", new JsonValue.Str(why));
        if (file != null && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal("exists", file + " is there already: say a new file");
        }
        AudienceSecret secret = audience == null ? null : AudienceCommand.read(audience);
        try (Station station = Station.open(folder, Clock.system())) {
            SignedStatement access = SignedStatement.sign(station.origin(), KeyFile.read(key), new JsonValue.Obj(said));
            try (InputStream content = station.reveal(access, secret, (index, leaf) -> {})) {
                print(content);
            }
        }
        return Exit.DONE;
    }

    private void print(InputStream content) throws IOException {
        if (file != null) {
            KeyFile.create(file);
            try (OutputStream out = Files.newOutputStream(file)) {
                content.transferTo(out);
            }
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(new String(content.readAllBytes(), StandardCharsets.UTF_8));
    }
}
