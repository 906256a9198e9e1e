package truceline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `key new FILE --name ID`: keys of people.
@Command(
        name = "key",
        description = "Keys of people: 'key new' makes one.",
        mixinStandardHelpOptions = true,
        subcommands = KeyCommand.New.class)
final class KeyCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say 'key new'.");
    }

    /// `key new FILE --name ID`: the private key goes to the file, the public one to standard output.
    @Command(
            name = "new",
            description = "Makes a key: the private part goes to FILE, the public part is printed.",
            mixinStandardHelpOptions = true)
    static final class New implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", description = "where the private key is written, 0600")
        private Path file = Path.of("");

        @Option(names = "--name", paramLabel = "ID", required = true, description = "word for the post, as analyst-1")
        private String name = "";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            spec.commandLine()
                    .getOut()
                    .println(KeyFile.create(file, name).verifier().text());
            return Exit.DONE;
        }
    }
}
