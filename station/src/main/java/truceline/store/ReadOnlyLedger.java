package truceline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import truceline.ledger.Checkpoint;
import truceline.ledger.EntryBundle;
import truceline.ledger.EntryProof;
import truceline.ledger.EntryVisitor;
import truceline.ledger.Hash;
import truceline.ledger.HashReader;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Proofs;
import truceline.ledger.Tile;
import truceline.ledger.TileHashes;

/// The published part of a ledger as of one checkpoint, read without a lock and without recovery.
///
/// Believes the files; `audit` and `fsck` are what checks them. Safe for many threads, and beside a writer.
public final class ReadOnlyLedger {
    private final Note note;
    private final Checkpoint checkpoint;
    private final LedgerFiles files;
    private final EntryReader reader;

    private ReadOnlyLedger(Disk disk, StationFolder folder, Note note) {
        this.note = note;
        this.checkpoint = Checkpoint.parse(note.text());
        this.files = new LedgerFiles(disk, folder.ledger());
        this.reader = new EntryReader(disk, folder, new Tail(), checkpoint::size);
    }

    static ReadOnlyLedger open(Disk disk, StationFolder folder) {
        try {
            return new ReadOnlyLedger(disk, folder, Note.parse(disk.read(folder.publishedCheckpoint())));
        } catch (NoSuchFileException e) {
            throw new LedgerException("absent", folder.root() + " has no ledger", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The signed note as published, with all its signatures.
    public Note note() {
        return note;
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    public long size() {
        return checkpoint.size();
    }

    public byte[] entry(long index) {
        if (index < 0 || index >= size()) {
            throw absent(index);
        }
        return reader.entry(index);
    }

    /// Visits the entries `from` to `to - 1` in order.
    public void forEach(long from, long to, EntryVisitor visitor) {
        if (from < 0 || from > to || to > size()) {
            throw new LedgerException("absent", "no entries " + from + " to " + to + " in a ledger of " + size());
        }
        reader.forEach(from, to, visitor);
    }

    /// The bytes of a hash tile of this tree.
    public byte[] hashes(Tile tile) {
        return files.hashes(tile);
    }

    /// The bytes of a bundle of entries of this tree.
    public byte[] entries(Tile tile) {
        return EntryBundle.encode(files.entries(tile));
    }

    /// Hashes of complete subtrees of this tree, for proofs.
    public HashReader hashReader() {
        return new TileHashes(size(), files::hashes);
    }

    /// The inclusion proof of an entry in this checkpoint.
    public List<Hash> inclusion(long index) {
        return Proofs.inclusion(hashReader(), index, size());
    }

    /// The proof of an entry as a file that is checked offline.
    public EntryProof proof(long index) {
        if (index < 0 || index >= size()) {
            throw absent(index);
        }
        return new EntryProof(index, inclusion(index), note);
    }

    /// The proof that the tree of `older` entries is the beginning of this one.
    public List<Hash> consistency(long older) {
        return Proofs.consistency(hashReader(), older, size());
    }

    private LedgerException absent(long index) {
        return new LedgerException("absent", "no entry " + index + " in a ledger of " + size());
    }
}
