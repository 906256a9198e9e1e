package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.audit.Difference;
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
        Restoration.Result result =
                Restoration.restore(backup, folder, keys, vault, OlderCheckpoints.read(known), nobody);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("entries     %,d%n", result.copy().size());
        explain(result);
        List<Difference> bad = new ArrayList<>(result.copy().differences());
        bad.addAll(result.copy().bad());
        bad.addAll(result.vault().bad());
        DifferenceLines.print(out, bad);
        if (!bad.isEmpty()) {
            say(bad.size() + " of the files named as 'differs' are bad in the backup and were not taken over: look for"
                    + " them in another backup");
        }
        out.println("restored    " + words(result.standing()));
        boolean isOk = result.isWhole()
                && (result.isWritable() || result.standing() == Restoration.Standing.WAITS_FOR_WITNESSES);
        return isOk ? Exit.DONE : Exit.NO;
    }

    private static String words(Restoration.Standing standing) {
        return switch (standing) {
            case GOES_ON -> "it may go on";
            case WAITS_FOR_WITNESSES -> "it goes on once enough witnesses say that they have seen no more";
            case WAITS_FOR_NOBODY -> "to be read only: nobody confirms that it is the newest";
            case IS_BEHIND -> "to be read only";
        };
    }

    private void explain(Restoration.Result result) {
        switch (result.standing()) {
            case IS_BEHIND ->
                say(String.format(
                        Locale.ROOT,
                        "a checkpoint of %,d entries is known: this station may be read and audited, and signs nothing."
                                + " Find a later backup",
                        result.newest()));
            case WAITS_FOR_WITNESSES, WAITS_FOR_NOBODY ->
                say(
                        "the checkpoints given show only that the backup fits them. Neither they nor what the backup holds itself proves"
                                + " anything about what was signed after it");
            case GOES_ON -> say("it goes on because you said that nobody holds a newer checkpoint");
        }
        if (result.standing() == Restoration.Standing.WAITS_FOR_NOBODY) {
            say("no witness can be asked. Where it is sure that nobody holds a newer checkpoint, restore again with"
                    + " --nobody-holds-newer");
        }
    }

    private void say(String words) {
        spec.commandLine().getErr().println("truceline: " + words);
    }
}
