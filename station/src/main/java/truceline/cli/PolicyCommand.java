package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.intake.Refusal;
import truceline.ledger.Policy;
import truceline.ledger.PolicyCheck;
import truceline.station.Clock;
import truceline.station.Receipt;
import truceline.station.Station;
import truceline.station.WitnessPolicy;

/// `policy check FILE` and `policy adopt DIR FILE`: whose cosignatures seal the ledger.
@Command(
        name = "policy",
        description = "Whose cosignatures seal the ledger: 'policy check' judges a policy, 'policy adopt' enters it.",
        mixinStandardHelpOptions = true,
        subcommands = {PolicyCommand.Check.class, PolicyCommand.Adopt.class})
final class PolicyCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say 'policy check' or 'policy adopt'.");
    }

    /// The text of a policy file, which is UTF-8.
    static String text(Path file) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal("policy", file + " is refused: a policy is UTF-8");
        }
    }

    /// `policy check FILE`: one sentence for each fault, exit 1 where there is any.
    @Command(
            name = "check",
            description = "Says whether one colluding group could have two records sealed under a policy.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", description = "the policy (C2SP tlog-policy)")
        private Path file = Path.of("");

        @Option(names = "--json", description = "prints JSON")
        private boolean json;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            Policy policy = WitnessPolicy.read(text(file));
            PolicyCheck check = PolicyCheck.of(policy);
            if (json) {
                JsonOut.print(spec.commandLine().getOut(), out -> {
                    out.writeStartObject();
                    out.writeBooleanProperty("ok", check.isSound());
                    out.writeArrayPropertyStart("faults");
                    for (PolicyCheck.Fault fault : check.faults()) {
                        out.writeStartObject();
                        out.writeStringProperty("code", fault.code());
                        out.writeStringProperty("message", fault.sentence());
                        out.writeEndObject();
                    }
                    out.writeEndArray();
                    out.writeArrayPropertyStart("remarks");
                    check.remarks().forEach(out::writeString);
                    out.writeEndArray();
                    out.writeNumberProperty("quorums", check.quorums().size());
                    out.writeEndObject();
                });
            } else {
                print(spec.commandLine().getOut(), policy, check);
            }
            return check.isSound() ? Exit.DONE : Exit.NO;
        }

        private static void print(PrintWriter out, Policy policy, PolicyCheck check) {
            check.faults().forEach(fault -> out.println(fault.code() + ": " + fault.sentence()));
            check.remarks().forEach(remark -> out.println("remark: " + remark));
            if (check.isSound()) {
                out.printf(
                        "sound: %d witnesses, %d smallest quorums, any two of which share witnesses in 2 groups%n",
                        policy.witnesses().size(), check.quorums().size());
            }
        }
    }

    /// `policy adopt DIR FILE`: enters the policy, to the byte.
    @Command(
            name = "adopt",
            description = "Enters a policy into the ledger; from then on it says what is sealed.",
            mixinStandardHelpOptions = true)
    static final class Adopt implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
        private Path folder = Path.of("");

        @Parameters(index = "1", paramLabel = "FILE", description = "the policy (C2SP tlog-policy)")
        private Path file = Path.of("");

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            String text = text(file);
            try (Station station = Station.open(folder, Clock.system())) {
                Receipt receipt = station.adopt(text, (index, leaf) -> {});
                PrintWriter out = spec.commandLine().getOut();
                out.println("the policy is in force: entry " + (receipt.firstEntry() + receipt.entries() - 1));
                out.println("checkpoint  " + station.countersign().level());
            }
            return Exit.DONE;
        }
    }
}
