package truceline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.web.Site;

/// `serve DIR`: until it is interrupted.
@Command(
        name = "serve",
        description = "Serves a station to a browser on this machine, read-only, until interrupted.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
    private Path folder = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8750",
            description = "port on 127.0.0.1 (default: ${DEFAULT-VALUE}; 0 for any that is free)")
    private int port;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Site site = new Site("station", "", "", folder);
        Serving.untilInterrupted(spec.commandLine().getOut(), port, List.of(site), false);
        return Exit.DONE;
    }
}
