package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.intake.Refusal;
import truceline.ledger.Acceptance;
import truceline.ledger.Checkpoint;
import truceline.ledger.EntryProof;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Verifier;
import truceline.station.BoundedHttp;
import truceline.station.LedgerView;

/// `receipt FILE [DIR|URL]`: whether a receipt is the log's, and whether the log kept it.
@Command(
        name = "receipt",
        description = {
            "Checks a receipt: whether the log signed it, and whether all its entries stand where it says. With --key",
            "and --proof it needs no station and no network, and shows the first entry. Exit 1: it is not the log's, or",
            "the log did not keep it; 6: not everything could be checked."
        },
        mixinStandardHelpOptions = true)
final class ReceiptCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "the receipt, as 'submit --receipts' writes it")
    private Path file = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "DIR|URL", description = "the station that gave it")
    private @Nullable String station;

    @Option(names = "--key", paramLabel = "VKEY", description = "a public key of the log, as it was told otherwise")
    private @Nullable String key;

    @Option(names = "--proof", paramLabel = "FILE", description = "a .tlog-proof of the receipt's entry")
    private @Nullable Path proofFile;

    @Option(names = "--json", description = "prints the outcome as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// @param what a stable word: `kept`, `signed` (nothing was given to check more by), `first-kept`,
    ///     `not-covered`, or the fault
    private record Outcome(int exit, String what, String sentence) {}

    /// What a receipt is judged by: whoever was ever the log, and, where the station is given, its ledger.
    ///
    /// @param accepted the receipt of a note; refuses with `bad-signature` one that no key of the log signed
    /// @param keys every key that was ever the log's
    /// @param kept shows every entry of a receipt under the newest checkpoint, or null
    private record Log(
            Function<Note, Acceptance> accepted,
            Supplier<List<Verifier>> keys,
            @Nullable Function<Acceptance, Checkpoint> kept) {
        static Log of(List<Verifier> keys, @Nullable Function<Acceptance, Checkpoint> kept) {
            return new Log(note -> Acceptance.open(note, keys), () -> keys, kept);
        }
    }

    @Override
    public Integer call() throws IOException {
        if (key != null) {
            KeyOption.check(key);
        }
        Acceptance receipt = null;
        Outcome outcome;
        try {
            Log log = log();
            receipt = log.accepted().apply(Note.parse(Files.readAllBytes(file)));
            outcome = outcome(receipt, log);
        } catch (LedgerException e) {
            outcome = new Outcome(Exit.NO, e.code(), String.valueOf(e.getMessage()));
        }
        print(receipt, outcome);
        return outcome.exit();
    }

    private Log log() {
        if (station == null) {
            if (key == null) {
                throw new Refusal("usage", "say the station that gave the receipt, or its --key");
            }
            return Log.of(List.of(Verifier.parse(key)), null);
        }
        if (BoundedHttp.isAddress(station)) {
            RemoteStation remote = RemoteStation.open(station, key);
            return new Log(remote::accepted, remote::known, remote::kept);
        }
        LedgerView ledger = LedgerView.open(Path.of(station));
        return Log.of(ledger.known(key), ledger::kept);
    }

    private Outcome outcome(Acceptance receipt, Log log) throws IOException {
        if (proofFile != null) {
            EntryProof proof = EntryProof.parse(Files.readAllBytes(proofFile));
            return outcome(receipt, receipt.verify(proof, log.keys().get()));
        }
        Function<Acceptance, Checkpoint> kept = log.kept();
        if (kept == null) {
            return new Outcome(Exit.DONE, "signed", "signed by the log; give a proof or the station to see it kept");
        }
        Checkpoint checkpoint;
        try {
            checkpoint = kept.apply(receipt);
        } catch (LedgerException e) {
            if (!e.code().equals("absent")) {
                throw e;
            }
            return new Outcome(Exit.UNAVAILABLE, "not-covered", String.valueOf(e.getMessage()));
        }
        String which = receipt.count() == 1
                ? "entry " + receipt.index()
                : "all " + receipt.count() + " entries from " + receipt.index() + " on";
        return new Outcome(Exit.DONE, "kept", "kept: " + which + " in the record of " + checkpoint.size());
    }

    /// A proof is of one entry, and a receipt has the leaf hash of the first alone.
    private static Outcome outcome(Acceptance receipt, Checkpoint checkpoint) {
        String first = "entry " + receipt.index() + " in the record of " + checkpoint.size();
        return receipt.count() == 1
                ? new Outcome(Exit.DONE, "kept", "kept: " + first)
                : new Outcome(
                        Exit.UNAVAILABLE,
                        "first-kept",
                        "the first of " + receipt.count() + " is kept: " + first
                                + "; a proof of one entry does not show the others, the station's ledger does");
    }

    private void print(@Nullable Acceptance receipt, Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            if (receipt != null) {
                out.println("receipt of " + receipt.origin() + " for " + receipt.id() + ": " + receipt.count()
                        + (receipt.count() == 1 ? " entry" : " entries") + " from " + receipt.index() + " on");
            }
            out.println(outcome.sentence());
            return;
        }
        JsonOut.print(out, body -> {
            body.writeStartObject();
            body.writeBooleanProperty("ok", outcome.exit() == Exit.DONE);
            body.writeStringProperty("what", outcome.what());
            body.writeStringProperty("message", outcome.sentence());
            if (receipt != null) {
                body.writeStringProperty("origin", receipt.origin());
                body.writeStringProperty("id", receipt.id());
                body.writeNumberProperty("index", receipt.index());
                body.writeNumberProperty("count", receipt.count());
            }
            body.writeEndObject();
        });
    }
}
