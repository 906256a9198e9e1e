package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.intake.Refusal;
import truceline.web.Site;
import truceline.web.WebStation;

/// `serve DIR`: until it is interrupted.
@Command(
        name = "serve",
        description = "Serves a station to a browser on this machine, read-only, until interrupted.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final int MOST_PORT = 65_535;

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
        if (port < 0 || port > MOST_PORT) {
            throw new Refusal("usage", "--port is a number from 0 to " + MOST_PORT);
        }
        Site site = new Site("station", "", "", folder);
        CountDownLatch interrupted = new CountDownLatch(1);
        try (WebStation web = WebStation.start(port, List.of(site), false)) {
            Runtime.getRuntime().addShutdownHook(new Thread(web::close, "close"));
            PrintWriter out = spec.commandLine().getOut();
            out.println("http://127.0.0.1:" + web.port() + "/");
            out.flush();
            interrupted.await();
        }
        return Exit.DONE;
    }
}
