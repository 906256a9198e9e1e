package truceline.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;

/// Entries that have their indexes and are on their way to the disk. An index is a promise only once [#await] returns.
///
/// Safe for many threads.
public final class Pending {
    private final long first;
    private final int count;
    private final byte[] leafHashes;
    final CompletableFuture<Void> durable = new CompletableFuture<>();

    Pending(long first, int count, byte[] leafHashes) {
        this.first = first;
        this.count = count;
        this.leafHashes = leafHashes;
    }

    /// Index of the first entry.
    public long first() {
        return first;
    }

    public int count() {
        return count;
    }

    /// The leaf hash of the entry `first() + offset`.
    public Hash leaf(int offset) {
        return Hash.at(leafHashes, offset * Hash.BYTES);
    }

    public boolean isDurable() {
        return durable.isDone() && !durable.isCompletedExceptionally();
    }

    /// Returns once every entry is durable; [LedgerException] `stopped` where the disk failed. Whether the entries are
    /// in the record is then unknown until the station is opened again.
    public Pending await() {
        try {
            durable.join();
            return this;
        } catch (CompletionException e) {
            throw new LedgerException("stopped", "the ledger stopped writing: " + e.getCause(), e);
        }
    }
}
