package truceline.cli;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import truceline.audit.LogKeyChain;
import truceline.intake.Refusal;
import truceline.ledger.Acceptance;
import truceline.ledger.Checkpoint;
import truceline.ledger.EntryBundle;
import truceline.ledger.Hash;
import truceline.ledger.HashReader;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Proofs;
import truceline.ledger.Tile;
import truceline.ledger.TileHashes;
import truceline.ledger.Verifier;

/// The keys of a log that is served, followed from entry to entry under one checkpoint (`spec/keys.md`).
///
/// No further than they are needed: until the keys in force are those that signed the checkpoint, and, for a receipt,
/// until one of the log's keys is found to have signed it. Every entry that hands the log over is shown by the tiles
/// to be under the checkpoint. Not thread-safe.
final class RemoteLogKeys {
    private static final long MOST_SECONDS = 1800;

    private final Note note;
    private final Checkpoint claimed;
    private final Function<Tile, byte[]> tiles;
    private final HashReader hashes;
    private final LogKeyChain all = new LogKeyChain();
    private final LogKeyChain trusted;
    private final long startNanos = System.nanoTime();
    private long next;

    /// @param note the newest checkpoint
    /// @param told a key of the log that the reader was told, or null: then the first entry's word is taken
    /// @param tiles bytes of a tile as it was at the checkpoint
    /// @throws LedgerException `bad-signature` where the keys in force did not sign the checkpoint, or where the
    ///     key told did not hand the log over to them; `damaged` where an entry is not under it
    /// @throws Refusal `damaged` where the first entry names no key
    RemoteLogKeys(Note note, @Nullable Verifier told, Function<Tile, byte[]> tiles) {
        this.note = note;
        this.claimed = Checkpoint.parse(note.text());
        if (claimed.size() == 0) {
            throw new LedgerException("malformed", "the ledger has no entry");
        }
        SortedMap<String, byte[]> read = new TreeMap<>();
        this.tiles = tiles;
        this.hashes =
                new TileHashes(claimed.size(), tile -> read.computeIfAbsent(tile.path(), path -> tiles.apply(tile)));
        this.trusted = told == null ? all : LogKeyChain.from(told);
        do {
            read();
        } while (!isSettled() && next < claimed.size());
        trusted.open(note);
    }

    /// The checkpoint that the keys in force signed.
    Note note() {
        return note;
    }

    /// The hashes of its tree, each tile asked for once.
    HashReader hashes() {
        return hashes;
    }

    String origin() {
        return claimed.origin();
    }

    List<Verifier> inForce() {
        return trusted.inForce();
    }

    /// Every key that was ever the log's under the checkpoint.
    List<Verifier> known() {
        while (next < claimed.size()) {
            read();
        }
        return all.known();
    }

    /// The receipt of a note that a key signed which is the log's or was; refuses with `bad-signature`.
    Acceptance accepted(Note receipt) {
        while (receipt.verify(all.known()).isEmpty() && next < claimed.size()) {
            read();
        }
        return Acceptance.open(receipt, all.known());
    }

    /// Whether the lines under the log's own name are those of the keys in force so far: no entry further on can
    /// then change who has to have signed.
    private boolean isSettled() {
        List<Note.Line> own = note.lines().stream()
                .filter(line -> line.name().equals(claimed.origin()))
                .toList();
        List<Verifier> keys = trusted.inForce();
        return own.size() == keys.size()
                && keys.stream().allMatch(key -> own.stream().anyMatch(key::owns));
    }

    private void read() {
        if (System.nanoTime() - startNanos > MOST_SECONDS * 1_000_000_000L) {
            throw new Refusal("unavailable", "the log's keys are not followed to their end in half an hour");
        }
        Tile bundle = Tile.of(Tile.ENTRIES, next / Tile.WIDTH, claimed.size());
        for (byte[] entry : EntryBundle.decode(tiles.apply(bundle), bundle.width())) {
            boolean isTaken = all.add(entry);
            if (trusted != all) {
                isTaken |= trusted.add(entry);
            }
            if (isTaken) {
                show(next, entry);
            }
            if (all.known().isEmpty()) {
                throw new Refusal("damaged", "the ledger's first entry names no key of the log");
            }
            next++;
        }
    }

    private void show(long index, byte[] entry) {
        List<Hash> path = Proofs.inclusion(hashes, index, claimed.size());
        if (!Proofs.verifyInclusion(Hash.leaf(entry), index, claimed.size(), path, claimed.root())) {
            throw new LedgerException("damaged", "entry " + index + " is not under the checkpoint");
        }
    }
}
