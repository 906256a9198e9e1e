package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.audit.LogKeyChain;
import truceline.intake.Refusal;
import truceline.ledger.SignedText;
import truceline.ledger.Signer;
import truceline.ledger.Verifier;
import truceline.station.Clock;
import truceline.station.LogKeyChange;

/// `key new|sign|list|rotate|retire`: keys of people, and those of the log.
@Command(
        name = "key",
        description = "Keys: of people and devices ('new', 'sign'), and of the log ('list', 'rotate', 'retire').",
        mixinStandardHelpOptions = true,
        subcommands = {
            KeyCommand.New.class,
            KeyCommand.Sign.class,
            KeyCommand.ListAll.class,
            KeyCommand.Rotate.class,
            KeyCommand.Retire.class
        })
final class KeyCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say 'key new', 'key sign', 'key list', 'key rotate' or 'key retire'.");
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

    /// `key sign FILE TEXTFILE`: what a person or device signs elsewhere.
    @Command(
            name = "sign",
            description = "Signs a text that Truceline printed or specifies, and prints the signature in base64.",
            mixinStandardHelpOptions = true)
    static final class Sign implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", description = "file of the private key")
        private Path file = Path.of("");

        @Parameters(index = "1", paramLabel = "TEXT", description = "file with the text")
        private Path text = Path.of("");

        @Spec
        private CommandSpec spec = CommandSpec.create();

        /// A text without a purpose in its first line might be another program's.
        @Override
        public Integer call() throws IOException {
            String toSign = Files.readString(text, StandardCharsets.UTF_8);
            if (!toSign.startsWith("truceline.") || !toSign.endsWith("\n")) {
                throw new Refusal(
                        "not-a-text", text + " is no text to sign: it begins with its purpose, truceline.…/v1");
            }
            spec.commandLine().getOut().println(SignedText.sign(toSign, KeyFile.read(file)));
            return Exit.DONE;
        }
    }

    /// `key list DIR`
    @Command(
            name = "list",
            description = "Lists the keys of the log, the first one first.",
            mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
        private Path folder = Path.of("");

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            LogKeyChain chain = LogKeyChange.chain(folder);
            for (Verifier key : chain.known()) {
                out.println((chain.inForce().contains(key) ? "signs    " : "retired  ") + key.text());
            }
            return Exit.DONE;
        }
    }

    /// `key rotate DIR`
    @Command(
            name = "rotate",
            description = {
                "Makes a new key of the log. From here on it signs each checkpoint beside those in force,",
                "until they are retired. Proofs made before stay good. The station must not be open elsewhere."
            },
            mixinStandardHelpOptions = true)
    static final class Rotate implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
        private Path folder = Path.of("");

        @Option(
                names = "--officer",
                paramLabel = "FILE",
                description = "key file of an officer who vouches for it; none, or two of different sections")
        private List<Path> officers = new ArrayList<>();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            LogKeyChange.Result result = LogKeyChange.rotate(folder, Clock.system(), signers(officers));
            spec.commandLine().getOut().println(result.key().text());
            return Exit.DONE;
        }
    }

    /// `key retire DIR KEY`
    @Command(
            name = "retire",
            description = "Ends a key of the log: the others sign alone from here on, and its private part is deleted.",
            mixinStandardHelpOptions = true)
    static final class Retire implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
        private Path folder = Path.of("");

        @Parameters(index = "1", paramLabel = "KEY", description = "the public key, or the eight digits of its id")
        private String key = "";

        @Option(
                names = "--officer",
                paramLabel = "FILE",
                description = "key file of an officer who vouches for it; none, or two of different sections")
        private List<Path> officers = new ArrayList<>();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            LogKeyChange.Result result = LogKeyChange.retire(folder, Clock.system(), key, signers(officers));
            spec.commandLine().getOut().println("retired " + result.key());
            return Exit.DONE;
        }
    }

    private static List<Signer> signers(List<Path> files) throws IOException {
        List<Signer> signers = new ArrayList<>();
        for (Path file : files) {
            signers.add(KeyFile.read(file));
        }
        return signers;
    }
}
