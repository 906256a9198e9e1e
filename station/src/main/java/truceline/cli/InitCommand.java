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
import truceline.ledger.Checkpoint;
import truceline.station.AgreementFile;
import truceline.station.Clock;
import truceline.station.Founding;

/// `init DIR --agreement FILE`: a new station.
@Command(
        name = "init",
        description = "Makes a new station: keys, rules, the agreement and its maps as the first entries.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "folder of the station; it must not hold one")
    private Path folder = Path.of("");

    @Option(names = "--agreement", required = true, paramLabel = "FILE", description = "agreement file")
    private Path agreement = Path.of("");

    @Option(names = "--origin", paramLabel = "NAME", description = "name of the ledger (default: from the agreement)")
    private @Nullable String origin;

    @Option(names = "--units", paramLabel = "FILE", description = "GeoJSON of the regions of the report")
    private @Nullable Path units;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter words = spec.commandLine().getErr();
        AgreementFile file = AgreementFile.read(agreement, units);
        String name = origin == null ? "truceline.example/" + file.id() : origin;
        Checkpoint checkpoint = Founding.found(folder, name, file, Clock.system());
        words.println("Station '" + name + "' founded in " + folder + ": " + checkpoint.size() + " entries.");
        file.openMaps().forEach(open -> words.println("  without a map yet: " + open));
        return Exit.DONE;
    }
}
