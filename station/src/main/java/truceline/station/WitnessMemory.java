package truceline.station;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import truceline.intake.Refusal;
import truceline.ledger.Checkpoint;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.LogKeys;
import truceline.ledger.Note;
import truceline.ledger.Proofs;
import truceline.ledger.WitnessRequest;
import truceline.store.ReadOnlyLedger;

/// What the witnesses remember of a ledger, asked while it is opened: a folder that came back from an old copy is
/// behind what its own key signed, and must not be written to.
final class WitnessMemory implements AutoCloseable {
    private final WitnessClient client = new WitnessClient();
    private final SortedMap<String, CompletableFuture<WitnessClient.Answer>> asked = new TreeMap<>();

    private WitnessMemory() {}

    /// Asks, and does not wait.
    static WitnessMemory ask(Settings settings) {
        WitnessMemory memory = new WitnessMemory();
        String hash = WitnessRequest.originHash(settings.origin());
        settings.witnesses()
                .forEach((name, address) -> memory.asked.put(name, memory.client.checkpoint(address, hash)));
        return memory;
    }

    /// Who did not answer, one sentence each. Only what the log's own key signed counts, whoever shows it.
    ///
    /// @throws Refusal `rolled-back` where a signed checkpoint is ahead of the ledger, or of another history
    List<String> check(ReadOnlyLedger ledger, LogKeys log) {
        List<String> silent = new ArrayList<>();
        asked.forEach((name, future) -> {
            WitnessClient.Answer answer = future.join();
            if (answer.status() == 200) {
                check(name, answer.body(), ledger, log, silent);
            } else if (answer.status() != 404) {
                silent.add("the witness " + name + " did not say what it saw of this ledger: "
                        + (answer.status() == 0 ? answer.body() : "status " + answer.status()));
            }
        });
        return silent;
    }

    private static void check(String name, String body, ReadOnlyLedger ledger, LogKeys log, List<String> silent) {
        Checkpoint seen;
        try {
            seen = log.open(Note.parse(body.getBytes(StandardCharsets.UTF_8)));
        } catch (LedgerException e) {
            silent.add("the witness " + name + " shows a checkpoint that this log did not sign: " + e.getMessage());
            return;
        }
        if (seen.size() > ledger.size()) {
            throw new Refusal(
                    "rolled-back",
                    "the witness " + name + " has seen " + seen.size() + " entries of this ledger, which holds "
                            + ledger.size() + ": the folder went back. It is read, not written; restore the newer one");
        }
        Hash root = Proofs.root(ledger.hashReader(), seen.size());
        if (!root.equals(seen.root())) {
            throw new Refusal(
                    "rolled-back",
                    "the witness " + name + " has seen another history of the first " + seen.size()
                            + " entries of this ledger. It is read, not written");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
