package truceline.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import truceline.station.At;
import truceline.station.ReadOnlyStation;
import truceline.station.Settings;

/// Which station is read, and as known when.
final class StationOptions {
    @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
    private Path folder = Path.of("");

    @Option(
            names = "--at",
            paramLabel = "SIZE|TIME",
            description = "as known then: a ledger size, or a time with offset")
    private String at = "";

    Path folder() {
        return folder;
    }

    /// Whether everything in the station is invented.
    boolean isDemo() throws IOException {
        return Settings.read(folder).isDemo();
    }

    ReadOnlyStation open() throws IOException {
        return ReadOnlyStation.open(folder, At.parse(at));
    }
}
