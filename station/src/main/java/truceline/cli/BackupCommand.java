package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import truceline.audit.Difference;
import truceline.station.Safekeeping;
import truceline.store.Backup;

/// `backup DIR TO`: a copy that a station can live again from, made while it writes.
@Command(
        name = "backup",
        description =
                "Copies the record and the received files to another folder, and verifies the copy. Keys are never"
                        + " copied; the vault only where --vault says.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "TO", description = "folder of the backup, new or grown by this copy")
    private Path copy = Path.of("");

    @Option(
            names = "--vault",
            paramLabel = "FOLDER",
            description = "also copies protected texts and their keys there, over the copy before")
    private @Nullable Path vault;

    @Option(names = "--json", description = "prints JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Safekeeping.Result result = Safekeeping.run(folder, copy, vault);
        List<Difference> differences = new ArrayList<>(result.record().differences());
        differences.addAll(result.record().bad());
        differences.addAll(result.vault().bad());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonOut.print(out, generator -> write(generator, result, differences));
        } else {
            print(out, result, differences);
        }
        return result.isWhole() ? Exit.DONE : Exit.NO;
    }

    private static void write(JsonGenerator out, Safekeeping.Result result, List<Difference> differences) {
        Backup.Result record = result.record();
        out.writeStartObject();
        out.writeBooleanProperty("ok", result.isWhole());
        out.writeNumberProperty("size", record.size());
        out.writeNumberProperty("copied", record.copied());
        out.writeNumberProperty("copiedBytes", record.copiedBytes());
        out.writeNumberProperty("kept", record.kept());
        out.writeNumberProperty("removed", record.removed());
        out.writeArrayPropertyStart("mended");
        record.mended().forEach(out::writeString);
        out.writeEndArray();
        out.writeNumberProperty("vaultFiles", result.vault().files());
        out.writeNumberProperty("vaultRemoved", result.vault().removed());
        DifferenceLines.write(out, differences);
        out.writeEndObject();
    }

    private void print(PrintWriter out, Safekeeping.Result result, List<Difference> differences) {
        Backup.Result record = result.record();
        out.printf("entries     %,d%n", record.size());
        out.printf(
                "copied      %,d files, %,d bytes; %,d were there%n",
                record.copied(), record.copiedBytes(), record.kept());
        if (record.removed() > 0) {
            out.printf(
                    "removed     %,d received %s that the station does not keep any more%n",
                    record.removed(), record.removed() == 1 ? "file" : "files");
        }
        record.mended().forEach(path -> out.println("mended      " + path + ": was damaged here, written anew"));
        if (vault == null) {
            out.println("vault       not copied");
        } else {
            out.printf(
                    "vault       %,d files: %,d written, %,d removed%n",
                    result.vault().files(),
                    result.vault().copied(),
                    result.vault().removed());
        }
        DifferenceLines.print(out, differences);
        out.println(result.isWhole() ? "backup      verified" : "backup      not whole");
    }
}
