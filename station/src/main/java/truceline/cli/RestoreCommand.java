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
import truceline.intake.Refusal;
import truceline.station.OlderCheckpoints;
import truceline.station.Restoration;

/// `restore BACKUP DIR`: a station again, from a backup and the keys that were kept apart.
@Command(
        name = "restore",
        description = "Makes a station from a backup. It may be written to only where nobody holds a newer checkpoint"
                + " than the backup does.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "BACKUP", description = "folder of the backup")
    private Path backup = Path.of("");

    @Parameters(index = "1", paramLabel = "DIR", description = "folder to make; it must not exist")
    private Path folder = Path.of("");

    @Option(names = "--keys", paramLabel = "FOLDER", required = true, description = "the station's keys, kept apart")
    private Path keys = Path.of("");

    @Option(names = "--vault", paramLabel = "FOLDER", description = "the copy of the vault")
    private @Nullable Path vault;

    @Option(
            names = "--known",
            paramLabel = "FILE",
            arity = "1..*",
            description = "the newest checkpoints that others hold: witnesses, parties, readers, the old lock folder")
    private List<Path> known = new ArrayList<>();

    @Option(
            names = "--nobody-holds-newer",
            description = "says, in place of --known, that nobody can hold a newer checkpoint than the backup")
    private boolean nobody;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (known.isEmpty() == !nobody) {
            throw new Refusal(
                    "usage",
                    "say --known FILE with the newest checkpoint that others hold (ask them), or"
                            + " --nobody-holds-newer");
        }
        Restoration.Result result = Restoration.restore(backup, folder, keys, vault, OlderCheckpoints.read(known));
        PrintWriter out = spec.commandLine().getOut();
        out.printf("entries     %,d%n", result.copy().size());
        if (!result.isWritable()) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "truceline: a checkpoint of %,d entries is known: this station may be read and audited, and"
                                    + " signs nothing. Find a later backup%n",
                            result.newest());
        }
        out.println(result.isWritable() ? "restored    it may go on" : "restored    to be read only");
        return result.isWritable() ? Exit.DONE : Exit.NO;
    }
}
