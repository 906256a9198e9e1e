package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.finding.AudienceChange;
import truceline.store.AudienceSecret;

/// `audience new|list`: the keys by which protected items are read.
@Command(
        name = "audience",
        description =
                "Who may read what is protected: 'audience new' makes a key, 'audience list' shows those in force.",
        mixinStandardHelpOptions = true,
        subcommands = {AudienceCommand.New.class, AudienceCommand.ListAll.class})
final class AudienceCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say 'audience new' or 'audience list'.");
    }

    static AudienceSecret read(Path file) throws IOException {
        return AudienceSecret.parse(KeyFile.text(file));
    }

    /// `audience new FILE --name monitor`: the private key goes to the file, the public one to standard output.
    @Command(
            name = "new",
            description = {
                "Makes the key of an audience: the private part goes to FILE, to be kept elsewhere than the station; the",
                "public part is printed, for two persons to enter by 'state' with the act audience."
            },
            mixinStandardHelpOptions = true)
    static final class New implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", description = "where the private key is written, 0600")
        private Path file = Path.of("");

        @Option(
                names = "--name",
                paramLabel = "NAME",
                required = true,
                description = "monitor, sources, commission, guarantors, or party: and a party's code")
        private String name = "";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            AudienceSecret secret = AudienceSecret.create(name);
            KeyFile.write(file, secret.text());
            spec.commandLine().getOut().println(secret.key().text());
            return Exit.DONE;
        }
    }

    /// `audience list DIR`
    @Command(name = "list", description = "Lists the keys that two persons entered.", mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {
        @Mixin
        private StationOptions station = new StationOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            for (AudienceChange each : station.open().picture().docket().audiences()) {
                out.println(each.audience() + ": from entry " + each.decided() + ", " + each.key());
            }
            return Exit.DONE;
        }
    }
}
