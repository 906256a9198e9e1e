package truceline.station;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import truceline.ledger.Checkpoint;
import truceline.ledger.Cosignature;
import truceline.ledger.CosignatureKey;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Policy;
import truceline.ledger.WitnessRequest;
import truceline.store.LedgerStore;
import truceline.store.ReadOnlyLedger;
import truceline.store.Republication;

/// Asks the witnesses of the policy in force to cosign the newest checkpoint: all at once, each for three
/// seconds at
/// most, and never while anybody waits for an entry to be accepted.
public final class Countersigning {
    private static final int MOST_QUESTIONS = 2;

    private final ReadOnlyLedger ledger;
    private final Checkpoint checkpoint;
    private final WitnessClient client;
    private final long nowMs;

    private Countersigning(ReadOnlyLedger ledger, WitnessClient client, long nowMs) {
        this.ledger = ledger;
        this.checkpoint = ledger.checkpoint();
        this.client = client;
        this.nowMs = nowMs;
    }

    /// What one witness gave: its line, or null, and how it stands with it now.
    ///
    /// @param seen the size that it says it has seen, where that is more than was shown to it; otherwise -1
    record Gained(Note.@Nullable Line line, WitnessRow row, long seen) {
        private Gained(Note.@Nullable Line line, WitnessRow row) {
            this(line, row, -1);
        }
    }

    /// One round over the station in a folder, which need not be open: publishes what was gained, unless a
    /// writer is
    /// at work, who does it himself.
    public static WitnessView round(Path folder, @Nullable String policy, Clock clock) throws IOException {
        return round(folder, policy, clock, null);
    }

    /// @param publish takes the checkpoint with further lines; null to publish where nobody writes
    static WitnessView round(Path folder, @Nullable String text, Clock clock, @Nullable Predicate<Note> publish)
            throws IOException {
        Policy policy = WitnessPolicy.find(text);
        SortedMap<String, String> addresses = Settings.read(folder).witnesses();
        ReadOnlyLedger ledger = LedgerStore.openReadOnly(folder);
        if (policy == null || addresses.isEmpty()) {
            return WitnessView.of(ledger.note(), text, new TreeMap<>());
        }
        SortedMap<String, WitnessRow> rows = WitnessRow.read(folder);
        List<Note.Line> lines = new ArrayList<>();
        try (WitnessClient client = new WitnessClient()) {
            Countersigning round = new Countersigning(ledger, client, clock.nowMs());
            List<CompletableFuture<Gained>> asked = new ArrayList<>();
            for (Policy.Witness witness : policy.witnesses()) {
                String address = addresses.get(witness.name());
                if (address != null) {
                    WitnessRow row = rows.getOrDefault(witness.name(), WitnessRow.unknown(witness.name()));
                    asked.add(round.ask(witness.key(), address, row));
                }
            }
            for (CompletableFuture<Gained> each : asked) {
                Gained gained = each.join();
                rows.put(gained.row().name(), gained.row());
                if (gained.line() != null) {
                    lines.add(gained.line());
                }
            }
        }
        Note merged = ledger.note().with(lines);
        if (!lines.isEmpty()) {
            boolean published = publish == null ? Republication.publish(folder, merged) : publish.test(merged);
            merged = published ? merged : ledger.note();
        }
        WitnessRow.write(folder, rows.values());
        return WitnessView.of(merged, text, rows);
    }

    /// Shows a ledger's newest checkpoint to all witnesses once more, also to those that cosigned it, and
    /// publishes
    /// nothing. A witness cosigns only what is the newest that it has seen, so a fresh cosignature says that
    /// it has
    /// seen no more.
    static List<Gained> afresh(ReadOnlyLedger ledger, Policy policy, SortedMap<String, String> addresses, long nowMs) {
        try (WitnessClient client = new WitnessClient()) {
            Countersigning round = new Countersigning(ledger, client, nowMs);
            List<CompletableFuture<Gained>> asked = new ArrayList<>();
            for (Policy.Witness witness : policy.witnesses()) {
                String address = addresses.get(witness.name());
                WitnessRow row = WitnessRow.unknown(witness.name());
                asked.add(
                        address == null
                                ? CompletableFuture.completedFuture(
                                        new Gained(null, round.failed(row, "its address is in no setting")))
                                : round.ask(witness.key(), address, row, ledger.size(), 1));
            }
            return asked.stream().map(CompletableFuture::join).toList();
        }
    }

    /// A witness that cosigned this checkpoint already is only asked whether it is there.
    private CompletableFuture<Gained> ask(CosignatureKey key, String address, WitnessRow row) {
        if (!cosignatures(key, ledger.note().lines()).isEmpty()) {
            return client.checkpoint(address, WitnessRequest.originHash(checkpoint.origin()))
                    .thenApply(answer -> new Gained(
                            null,
                            answer.status() == 200
                                    ? cosigned(row, row.cosignedSeconds())
                                    : failed(row, words(answer))));
        }
        return ask(key, address, row, Math.min(row.size(), checkpoint.size()), 1);
    }

    private CompletableFuture<Gained> ask(
            CosignatureKey key, String address, WitnessRow row, long oldSize, int question) {
        WitnessRequest request = new WitnessRequest(oldSize, ledger.consistency(oldSize), ledger.note());
        return client.addCheckpoint(address, request.encode()).thenCompose(answer -> {
            if (answer.status() == 200) {
                return CompletableFuture.completedFuture(taken(key, row, answer.body()));
            }
            long size = answer.status() == 409 && answer.isSize() ? size(answer.body()) : -1;
            if (size > checkpoint.size()) {
                return CompletableFuture.completedFuture(new Gained(
                        null, failed(row, "has seen " + size + " entries, more than this ledger holds"), size));
            }
            return size >= 0 && question < MOST_QUESTIONS
                    ? ask(key, address, row, size, question + 1)
                    : CompletableFuture.completedFuture(new Gained(null, failed(row, words(answer))));
        });
    }

    private Gained taken(CosignatureKey key, WitnessRow row, String body) {
        try {
            for (Note.Line line : Note.parseLines(body)) {
                if (key.owns(line)) {
                    long time = key.verify(ledger.note().text(), line).timeSeconds();
                    return new Gained(line, cosigned(row, time));
                }
            }
        } catch (LedgerException e) {
            return new Gained(null, failed(row, "answered what is no cosignature: " + e.getMessage()));
        }
        return new Gained(null, failed(row, "cosigned with another key than the policy's"));
    }

    private List<Cosignature> cosignatures(CosignatureKey key, List<Note.Line> lines) {
        try {
            return new Note(checkpoint.text(), lines).cosignatures(List.of(key));
        } catch (LedgerException _) {
            return List.of();
        }
    }

    private static long size(String body) {
        return body.matches("(0|[1-9][0-9]{0,17})\n") ? Long.parseLong(body.stripTrailing()) : -1;
    }

    private static String words(WitnessClient.Answer answer) {
        return answer.status() == 0
                ? "no answer: " + answer.body()
                : "refused: " + answer.status() + " "
                        + answer.body().lines().findFirst().orElse("");
    }

    private WitnessRow cosigned(WitnessRow row, long timeSeconds) {
        return new WitnessRow(row.name(), checkpoint.size(), timeSeconds, nowMs, 0, "cosigned");
    }

    private WitnessRow failed(WitnessRow row, String why) {
        long since = row.failingMs() == 0 ? nowMs : row.failingMs();
        String shown = why.length() > 200 ? why.substring(0, 200) : why;
        return new WitnessRow(row.name(), row.size(), row.cosignedSeconds(), nowMs, since, shown);
    }
}
