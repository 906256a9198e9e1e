package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.finding.Docket;
import truceline.finding.Person;
import truceline.finding.Revocation;
import truceline.intake.Refusal;
import truceline.ledger.LedgerException;
import truceline.ledger.SignedText;
import truceline.ledger.Signer;
import truceline.ledger.Verifier;
import truceline.mission.Entry;
import truceline.mission.KeysText;
import truceline.station.Clock;
import truceline.station.Receipt;
import truceline.station.Revoking;
import truceline.station.Station;

/// `user add|list|revoke`: who may make statements and sign submissions.
@Command(
        name = "user",
        description = "The rolls: people and devices, what they may sign, and until when.",
        mixinStandardHelpOptions = true,
        subcommands = {UserCommand.Add.class, UserCommand.ListAll.class, UserCommand.Revoke.class})
final class UserCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say 'user add', 'user list' or 'user revoke'.");
    }

    /// `user add DIR --key KEY …`
    @Command(
            name = "add",
            description = {
                "Puts a person or device on the rolls. The name in the key is its id. The new key signs its own",
                "enrolment: give the file of the private key, or the public key with --proof."
            },
            mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
        private Path folder = Path.of("");

        @Option(
                names = "--key",
                paramLabel = "FILE|VKEY",
                required = true,
                description = "file of the private key, or the public key as 'key new' prints it")
        private String key = "";

        @Option(
                names = "--proof",
                paramLabel = "BASE64",
                description = "the new key's signature over what --text prints ('key sign')")
        private @Nullable String proof;

        @Option(names = "--text", description = "prints the text that the new key must sign, and enters nothing")
        private boolean text;

        @Option(names = "--body", description = "body of the agreement; left out for a party's own liaison")
        private String body = "";

        @Option(names = "--seat", description = "code of the state or party whose seat it is, /n where it has several")
        private String seat = "";

        @Option(names = "--section", description = "section or delegation; two signatures need two")
        private String section = "";

        @Option(
                names = "--source",
                paramLabel = "ID",
                description = "a source for which it may sign submissions; with neither body nor seat it is a device")
        private List<String> sources = new ArrayList<>();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            Path file = Path.of(key);
            Signer signer = Files.isRegularFile(file) ? KeyFile.read(file) : null;
            Verifier verifier = signer == null ? verifier(key) : signer.verifier();
            List<String> ascending = List.copyOf(new TreeSet<>(sources));
            Person person = new Person(verifier.name(), body, seat, section, verifier.text(), ascending);
            PrintWriter out = spec.commandLine().getOut();
            try (Station station = Station.open(folder, Clock.system())) {
                String toSign = KeysText.enrolment(station.origin(), person);
                if (text) {
                    out.print(toSign);
                    return Exit.DONE;
                }
                String given = signer == null ? proof : SignedText.sign(toSign, signer);
                if (given == null) {
                    throw new Refusal("usage", "a public key alone proves nothing: give --proof, see --text");
                }
                Receipt receipt = station.enrol(person, given, (index, leaf) -> {});
                out.println(person.id() + " is on the rolls: entry " + last(receipt));
            }
            return Exit.DONE;
        }
    }

    /// The entry itself stands after the tick of a day that ended.
    private static long last(Receipt receipt) {
        return receipt.firstEntry() + receipt.entries() - 1;
    }

    private static Verifier verifier(String key) {
        try {
            return Verifier.parse(key);
        } catch (LedgerException e) {
            throw new Refusal(
                    "bad-key", "that is no key file and no public key as 'key new' prints it: " + e.getMessage());
        }
    }

    /// `user revoke DIR ID --reason WORD`
    @Command(
            name = "revoke",
            description = {
                "Lets a key count no longer. What was received before stays valid; what was taken in from that moment",
                "on stays in the record, is marked, and no longer counts in its case."
            },
            mixinStandardHelpOptions = true)
    static final class Revoke implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
        private Path folder = Path.of("");

        @Parameters(index = "1", paramLabel = "ID", description = "whose key")
        private String id = "";

        @Option(names = "--reason", required = true, description = "lost, stolen, left or replaced")
        private String reason = "";

        @Option(
                names = "--from",
                paramLabel = "TIME",
                description = "from that moment on, with its offset (default: now)")
        private @Nullable String from;

        @Option(
                names = "--officer",
                paramLabel = "FILE",
                description = "key file of an officer who vouches for it; none, or two of different sections")
        private List<Path> officers = new ArrayList<>();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            Long fromMs = from == null ? null : Moments.parse("--from", from);
            try (Station station = Station.open(folder, Clock.system())) {
                Long signedMs = fromMs == null && !officers.isEmpty()
                        ? Long.valueOf(Clock.system().nowMs())
                        : fromMs;
                List<Entry.Signature> signatures = new ArrayList<>();
                for (Path file : officers) {
                    Signer officer = KeyFile.read(file);
                    Person person = station.picture().docket().persons().get(id);
                    String text = KeysText.revocation(
                            station.origin(),
                            id,
                            person == null ? "" : person.key(),
                            signedMs == null ? 0 : signedMs,
                            reason);
                    signatures.add(new Entry.Signature(officer.name(), SignedText.sign(text, officer)));
                }
                Receipt receipt = station.revoke(new Revoking(id, signedMs, reason, signatures), (index, leaf) -> {});
                spec.commandLine().getOut().println("the key of " + id + " counts no longer: entry " + last(receipt));
            }
            return Exit.DONE;
        }
    }

    /// `user list DIR`
    @Command(name = "list", description = "Lists the rolls.", mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {
        @Mixin
        private StationOptions station = new StationOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            Docket docket = station.open().picture().docket();
            for (Person person : docket.persons().values()) {
                out.println(person.id() + ": " + place(person) + ", " + person.key() + until(docket, person));
            }
            return Exit.DONE;
        }

        private static String place(Person person) {
            String place = person.isDevice() ? "device" : person.body().isEmpty() ? "liaison" : person.body();
            String seat = person.seat().isEmpty() ? "" : ", seat " + person.seat();
            String section = person.section().isEmpty() ? "" : ", " + person.section();
            String sources = person.sources().isEmpty() ? "" : ", signs for " + String.join(" ", person.sources());
            return place + seat + section + sources;
        }

        private static String until(Docket docket, Person person) {
            Revocation revocation = docket.findRevocation(person);
            if (revocation == null) {
                return "";
            }
            long doubted = docket.stated().stream().filter(revocation::doubts).count();
            return ", revoked from " + Instant.ofEpochMilli(revocation.fromMs())
                    + (doubted == 0 ? "" : "; statements that no longer count in their case: " + doubted);
        }
    }
}
