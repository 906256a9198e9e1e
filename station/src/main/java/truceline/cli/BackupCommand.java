package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.station.FolderAudit;
import truceline.station.Settings;
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
    private Path target = Path.of("");

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
        Backup.Result result = Backup.run(
                folder, target, FolderAudit.keys(folder, null), FolderAudit.everInForce(folder, null), Settings.FILE);
        long vaultFiles = vault == null ? 0 : Backup.vault(folder.resolve("vault"), vault);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonOut.print(out, generator -> {
                generator.writeStartObject();
                generator.writeBooleanProperty("ok", result.differences().isEmpty());
                generator.writeNumberProperty("size", result.size());
                generator.writeNumberProperty("copied", result.copied());
                generator.writeNumberProperty("copiedBytes", result.copiedBytes());
                generator.writeNumberProperty("kept", result.kept());
                generator.writeNumberProperty("vaultFiles", vaultFiles);
                DifferenceLines.write(generator, result.differences());
                generator.writeEndObject();
            });
        } else {
            out.printf("entries     %,d%n", result.size());
            out.printf(
                    "copied      %,d files, %,d bytes; %,d were there%n",
                    result.copied(), result.copiedBytes(), result.kept());
            if (vault == null) {
                out.println("vault       not copied");
            } else {
                out.printf("vault       %,d files%n", vaultFiles);
            }
            DifferenceLines.print(out, result.differences());
            out.println(result.differences().isEmpty() ? "backup      verified" : "backup      not whole");
        }
        return result.differences().isEmpty() ? Exit.DONE : Exit.NO;
    }
}
