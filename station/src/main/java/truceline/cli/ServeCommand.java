package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.intake.Refusal;
import truceline.ledger.LedgerException;
import truceline.station.Clock;
import truceline.station.Station;
import truceline.web.Site;

/// `serve DIR`: until it is interrupted.
@Command(
        name = "serve",
        description = {
            "Serves a station to browsers on this machine until interrupted, and takes what is sent to it signed:",
            "submissions and statements of who is on the rolls. While it serves, nobody else writes to the folder;",
            "where another does already, or with --read-only, it only shows."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Duration SEAL_EVERY = Duration.ofMillis(200);

    @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
    private Path folder = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8750",
            description = "port on 127.0.0.1 (default: ${DEFAULT-VALUE}; 0 for any that is free)")
    private int port;

    @Option(names = "--read-only", description = "takes nothing, and leaves the folder to other writers")
    private boolean readOnly;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Site site = new Site("station", "", "", folder);
        PrintWriter out = spec.commandLine().getOut();
        try (Station station = readOnly ? null : open()) {
            if (station != null) {
                station.sealEvery(SEAL_EVERY);
            }
            Map<String, Station> stations = station == null ? Map.of() : Map.of(site.id(), station);
            Serving.untilInterrupted(out, port, List.of(site), false, stations);
        }
        return Exit.DONE;
    }

    /// The station opened to be written to, or null where that is another's or cannot be done with what is
    /// here.
    private @Nullable Station open() throws IOException {
        try {
            return Station.open(folder, Clock.system());
        } catch (LedgerException e) {
            if (!e.code().equals("locked") && !e.code().equals("absent")) {
                throw e;
            }
            return only(e.getMessage());
        } catch (Refusal e) {
            if (!e.code().equals("restored")) {
                throw e;
            }
            return only(e.getMessage());
        }
    }

    private @Nullable Station only(@Nullable String why) {
        spec.commandLine().getErr().println("truceline: read-only: " + why);
        return null;
    }
}
