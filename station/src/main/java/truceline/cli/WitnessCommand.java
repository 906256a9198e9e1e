package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.intake.Refusal;
import truceline.station.Clock;
import truceline.station.WitnessPost;
import truceline.web.WitnessServer;

/// `witness DIR`: cosigns the checkpoints of logs that only ever grow, until it is interrupted.
@Command(
        name = "witness",
        description = "Runs a witness of ledgers (C2SP tlog-witness) on this machine until interrupted.",
        mixinStandardHelpOptions = true)
final class WitnessCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "folder of the witness")
    private Path folder = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8751",
            description = "port on 127.0.0.1 (default: ${DEFAULT-VALUE}; 0 for any that is free)")
    private int port;

    @Option(names = "--name", paramLabel = "NAME", description = "makes the witness and its key, as witness.example/a")
    private @Nullable String name;

    @Option(names = "--log", paramLabel = "VKEY", description = "serves the log of this key too, from now on")
    private List<String> logs = new ArrayList<>();

    @Option(names = "--no-serve", description = "only makes what is missing and prints the witness's public key")
    private boolean noServe;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Serving.checkPort(port);
        PrintWriter out = spec.commandLine().getOut();
        try (WitnessPost witness = WitnessPost.open(folder, name, Clock.system())) {
            logs.forEach(witness::serve);
            out.println(witness.key());
            out.flush();
            if (noServe) {
                return Exit.DONE;
            }
            if (witness.logs() == 0) {
                throw new Refusal("configuration", "this witness serves no log yet: say its key with --log");
            }
            try (WitnessServer server = WitnessServer.start(port, witness)) {
                Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close"));
                out.println("http://127.0.0.1:" + server.port() + "/");
                out.flush();
                new CountDownLatch(1).await();
            }
        }
        return Exit.DONE;
    }
}
