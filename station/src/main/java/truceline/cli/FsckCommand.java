package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import truceline.finding.Redaction;
import truceline.station.DeepCheck;
import truceline.station.FolderAudit;
import truceline.station.Shredder;
import truceline.store.FolderCheck;

/// `fsck DIR`: every file of a station's folder, read only.
@Command(
        name = "fsck",
        description = "Checks the files of a station: log, tiles, lock, blobs. Reads only.",
        mixinStandardHelpOptions = true)
final class FsckCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
    private Path folder = Path.of("");

    @Option(
            names = "--deep",
            description = "also reads every blob, folds every entry, compares older checkpoints and the snapshot")
    private boolean deep;

    @Option(names = "--key", paramLabel = "VKEY", description = "the log's public key as you were told it")
    private @Nullable String key;

    @Option(names = "--json", description = "prints JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        DeepCheck.Result checked =
                deep ? DeepCheck.of(folder, key) : plain(FolderCheck.run(folder, FolderAudit.keys(folder, key), false));
        FolderCheck.Result result = checked.files();
        List<Redaction> pending = result.size() < 0 ? List.of() : Shredder.pending(folder);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonOut.print(out, generator -> write(generator, checked, pending));
        } else {
            out.printf("entries     %,d%nblobs       %,d%n", result.size(), result.blobs());
            result.beyond().forEach(file -> out.println("unsealed    " + file));
            pending.forEach(each -> out.println("pending     redaction of " + each.item() + " class "
                    + each.classLetter() + ", decided at " + each.decided() + ": run 'truceline redact'"));
            DifferenceLines.print(out, checked.differences());
            out.println("fsck        " + word(checked));
        }
        if (checked.isOk()) {
            return Exit.DONE;
        }
        return checked.cannotSay() ? Exit.UNAVAILABLE : Exit.NO;
    }

    private static DeepCheck.Result plain(FolderCheck.Result files) {
        return new DeepCheck.Result(files, 0, files.differences());
    }

    private static String word(DeepCheck.Result checked) {
        if (checked.isOk()) {
            return "passed";
        }
        return checked.cannotSay() ? "could not check entries of a newer form" : "failed";
    }

    private static void write(JsonGenerator out, DeepCheck.Result checked, List<Redaction> pending) {
        FolderCheck.Result result = checked.files();
        out.writeStartObject();
        out.writeBooleanProperty("ok", checked.isOk());
        out.writeNumberProperty("couldNotCheck", checked.couldNotCheck());
        out.writeNumberProperty("size", result.size());
        out.writeNumberProperty("blobs", result.blobs());
        out.writeArrayPropertyStart("pendingRedactions");
        pending.forEach(each -> out.writeNumber(each.decided()));
        out.writeEndArray();
        DifferenceLines.write(out, checked.differences());
        out.writeEndObject();
    }
}
