package truceline.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.json.JsonException;
import truceline.ledger.Checkpoint;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.SignedText;
import truceline.ledger.Tile;
import truceline.ledger.Verifier;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.KeysText;

/// The keys of a log from its first on, as its entries hand them over: a key enters with the signatures of
/// every key in force and its own, and is retired with those of every key that stays. Format: `spec/keys.md`.
///
/// Fed with the entries in order. An entry that breaks the rule changes nothing. Not thread-safe.
public final class LogKeyChain {
    /// Fault of an entry that breaks the rule.
    public static final String FAULT = "log-key";

    private static final byte[] TYPE = "{\"key\":".getBytes(StandardCharsets.US_ASCII);

    private final List<Verifier> known = new ArrayList<>();
    private final List<Verifier> inForce = new ArrayList<>();

    /// The chain of these entries.
    public static LogKeyChain of(List<Entry.KeyEntered> entries) {
        LogKeyChain chain = new LogKeyChain();
        entries.forEach(chain::add);
        return chain;
    }

    /// The chain as it goes on from a key that somebody was told: what was handed over before is passed over,
    /// and only keys that this one handed the log to, or that came from those, are found. Fed with the entries
    /// from the first one on.
    public static LogKeyChain from(Verifier told) {
        LogKeyChain chain = new LogKeyChain();
        chain.known.add(told);
        chain.inForce.add(told);
        return chain;
    }

    /// The chain in the files of a ledger; whether these are the entries that were signed is yet to be
    /// checked. What cannot be read is left to that check.
    public static LogKeyChain read(TreeFiles files) {
        LogKeyChain chain = new LogKeyChain();
        long size = size(files);
        for (long first = 0; first < size; first += Tile.WIDTH) {
            Tile bundle = Tile.of(Tile.ENTRIES, first / Tile.WIDTH, size);
            String path = files.paths().contains(bundle.path())
                    ? bundle.path()
                    : bundle.full().path();
            if (files.paths().contains(path)) {
                chain.addAll(files.read().apply(path), bundle.width());
            }
        }
        return chain;
    }

    /// Entries under the checkpoint, signed or not; 1 where there is none that can be read.
    private static long size(TreeFiles files) {
        if (!files.paths().contains("checkpoint")) {
            return 1;
        }
        try {
            return Checkpoint.parse(Note.parse(files.read().apply("checkpoint")).text())
                    .size();
        } catch (LedgerException _) {
            return 1;
        }
    }

    private void addAll(byte[] bundle, int count) {
        int from = 0;
        for (int end : BundleEnds.find(bundle, count)) {
            if (end > 0) {
                add(Arrays.copyOfRange(bundle, from + 2, end));
                from = end;
            }
        }
    }

    /// Takes in an entry given as its bytes; one of another type changes nothing. Whether it hands the log over and
    /// keeps the rule.
    public boolean add(byte[] entry) {
        boolean isKey = entry.length > TYPE.length && Arrays.equals(entry, 0, TYPE.length, TYPE, 0, TYPE.length);
        try {
            return isKey && EntryText.read(entry) instanceof Entry.KeyEntered entered && add(entered);
        } catch (JsonException _) {
            // No entry of a key; the audit of the entries names it.
            return false;
        }
    }

    /// Takes in an entry: whether it keeps the rule.
    public boolean add(Entry.KeyEntered entered) {
        try {
            return switch (entered.role()) {
                case "log" -> enter(entered);
                case "log-retired" -> retire(entered);
                default -> true;
            };
        } catch (LedgerException | IllegalArgumentException _) {
            return false;
        }
    }

    private boolean enter(Entry.KeyEntered entered) {
        Verifier key = Verifier.parse(entered.key());
        Entry.Change change = entered.change();
        if (known.isEmpty()) {
            known.add(key);
            inForce.add(key);
            return true;
        }
        List<Verifier> needed = new ArrayList<>(inForce);
        needed.add(key);
        boolean isNew = known.stream().noneMatch(each -> each.text().equals(key.text()))
                && key.name().equals(origin());
        if (!isNew || change == null || !areSigned(entered, change, needed)) {
            return false;
        }
        known.add(key);
        inForce.add(key);
        return true;
    }

    private boolean retire(Entry.KeyEntered entered) {
        Entry.Change change = entered.change();
        List<Verifier> staying = inForce.stream()
                .filter(each -> !each.text().equals(entered.key()))
                .toList();
        boolean leaves = staying.size() == inForce.size() - 1 && !staying.isEmpty();
        if (!leaves || change == null || !areSigned(entered, change, staying)) {
            return false;
        }
        inForce.removeIf(each -> !staying.contains(each));
        return true;
    }

    private boolean areSigned(Entry.KeyEntered entered, Entry.Change change, List<Verifier> needed) {
        String text = KeysText.log(origin(), entered.role(), entered.key());
        return needed.stream()
                .allMatch(key -> change.signatures().stream()
                        .anyMatch(each ->
                                each.by().equals(key.text()) && SignedText.verify(text, key, each.signature())));
    }

    /// The log's name; empty before the first key.
    public String origin() {
        return known.isEmpty() ? "" : known.getFirst().name();
    }

    /// The keys that must sign the next checkpoint, oldest first.
    public List<Verifier> inForce() {
        return List.copyOf(inForce);
    }

    /// Every key that ever was in force, the first one first.
    public List<Verifier> known() {
        return List.copyOf(known);
    }

    /// The key of that text, where it ever was one of the log's.
    public @Nullable Verifier find(String key) {
        return known.stream()
                .filter(each -> each.text().equals(key))
                .findFirst()
                .orElse(null);
    }

    /// The checkpoint of a note once every key in force is found to have signed it; refuses with
    /// `bad-signature`.
    public Checkpoint open(Note note) {
        return open(note, inForce);
    }

    static Checkpoint open(Note note, List<Verifier> keys) {
        Checkpoint checkpoint = Checkpoint.open(note, keys);
        if (note.verify(keys).size() < keys.size()) {
            throw new LedgerException("bad-signature", "the checkpoint does not bear the line of every key in force");
        }
        return checkpoint;
    }
}
