package truceline.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import truceline.ledger.Checkpoint;
import truceline.ledger.EntryVisitor;
import truceline.ledger.LedgerException;
import truceline.ledger.LogKeys;
import truceline.ledger.Note;
import truceline.ledger.Signer;

/// The record of a station: one writer, appends that are durable before they are acknowledged, sealed into
/// tiles.
///
/// [#append] gives indexes at once and returns before the disk has the bytes, so that a caller prepares
/// its next batch while the last one is forced; entries are read back, listed and sealed only once
/// durable. A failed write stops the store for good (`stopped`): nothing is retried, and the next [#open]
/// reads what the disk really has. Safe for many threads. Refusals are [LedgerException]; a failing disk
/// while reading is [UncheckedIOException].
public final class LedgerStore implements AutoCloseable {
    private final Disk disk;
    private final StationFolder folder;
    private final LedgerWriter writer;
    private final CompletableFuture<Void> written = new CompletableFuture<>();
    private final ExecutorService sealing = Executors.newSingleThreadExecutor(r -> thread(r, "seal"));
    private volatile @Nullable CompletableFuture<Void> tidying;

    /// @param segmentBytes length of a segment of the log ahead of writing
    /// @param maxFrameEntries entries forced to the disk at once, at most
    /// @param maxFramePayload bytes forced to the disk at once, about
    /// @param maxUnsealedBytes sealed without being asked once more than this waits
    /// @param minimumFreeBytes nothing is accepted while the disk has less room than this or than a tenth
    ///     of it
    /// @param reserveBytes length of the file kept for ending in order on a full disk
    /// @param reserveAfterBytes the reserve is made once a writer has written as much as this
    record Settings(
            int segmentBytes,
            int maxFrameEntries,
            int maxFramePayload,
            long maxUnsealedBytes,
            long minimumFreeBytes,
            int reserveBytes,
            long reserveAfterBytes) {
        static final Settings DEFAULT = new Settings(16 << 20, 4096, 4 << 20, 64L << 20, 2L << 30, 64 << 20, 4L << 20);

        /// The same with other sizes, on a disk that never fills.
        static Settings of(int segmentBytes, int maxFrameEntries, int maxFramePayload, long maxUnsealedBytes) {
            return new Settings(segmentBytes, maxFrameEntries, maxFramePayload, maxUnsealedBytes, 0, 0, Long.MAX_VALUE);
        }
    }

    /// A new, empty record in a folder that has none, signed by one key.
    public static LedgerStore create(Path stationDir, String origin, Signer key) {
        return create(stationDir, origin, LogKeys.of(key));
    }

    /// Opens a record that is signed by one key.
    public static LedgerStore open(Path stationDir, Signer key) {
        return open(stationDir, LogKeys.of(key));
    }

    /// A new, empty record in a folder that has none. The keys' name must be the origin. Refuses with
    /// `exists`.
    public static LedgerStore create(Path stationDir, String origin, LogKeys keys) {
        return create(new PosixDisk(), stationDir, origin, keys, Settings.DEFAULT);
    }

    /// Opens a record, after recovering from whatever the last writer left. Refuses with `absent`,
    /// `locked` (another writer), `restored` (see [Restored]), `damaged` or `bad-signature` (no key of the
    /// checkpoint).
    public static LedgerStore open(Path stationDir, LogKeys keys) {
        Restored.refuse(stationDir);
        return open(new PosixDisk(), stationDir, keys, Settings.DEFAULT);
    }

    /// What is published in a folder, without a lock and without recovery. Refuses with `absent`.
    public static ReadOnlyLedger openReadOnly(Path stationDir) {
        return ReadOnlyLedger.open(new PosixDisk(), new StationFolder(stationDir));
    }

    static LedgerStore create(Disk disk, Path stationDir, String origin, Signer key, Settings settings) {
        return create(disk, stationDir, origin, LogKeys.of(key), settings);
    }

    static LedgerStore create(Disk disk, Path stationDir, String origin, LogKeys keys, Settings settings) {
        return new LedgerStore(
                disk, stationDir, LedgerWriter.create(disk, stationDir, origin, keys, settings, new SecureRandom()));
    }

    static LedgerStore open(Disk disk, Path stationDir, Signer key, Settings settings) {
        return open(disk, stationDir, LogKeys.of(key), settings);
    }

    static LedgerStore open(Disk disk, Path stationDir, LogKeys keys, Settings settings) {
        return new LedgerStore(
                disk, stationDir, LedgerWriter.open(disk, stationDir, keys, settings, new SecureRandom()));
    }

    private LedgerStore(Disk disk, Path stationDir, LedgerWriter writer) {
        this.disk = disk;
        this.folder = new StationFolder(stationDir);
        this.writer = writer;
        thread(this::writeFrames, "ledger").start();
    }

    private static Thread thread(Runnable body, String name) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        return thread;
    }

    /// As [#append(List, DurableListener)], told of nothing.
    public Pending append(List<byte[]> entries) {
        return append(entries, (index, leaf) -> {});
    }

    /// Gives the entries the next indexes and hands them to the writing thread. The arrays must not change
    /// afterwards. Waits only while too much is queued; refuses with `full` where the disk has little room
    /// left. The listener hears of each entry once it is durable.
    public Pending append(List<byte[]> entries, DurableListener listener) {
        return writer.append(entries, listener);
    }

    /// Refuses with `full` where the disk has little room left.
    public void refuseIfFull() {
        writer.refuseIfFull();
    }

    /// As [#append(List)] for what was let in by [#refuseIfFull] shortly before and cannot be refused any
    /// more. A batch
    /// that a frame can hold is in one frame: after a crash all of it is there, or nothing.
    public Pending appendAdmitted(List<byte[]> entries) {
        return writer.appendAdmitted(entries, (index, leaf) -> {});
    }

    private void writeFrames() {
        try {
            while (writer.writeFrame(true)) {
                sealIfDue();
            }
        } finally {
            written.complete(null);
        }
    }

    private void sealIfDue() {
        CompletableFuture<Void> running = tidying;
        if ((running == null || running.isDone()) && writer.isSealDue()) {
            tidying = CompletableFuture.runAsync(writer::seal, sealing);
        }
    }

    /// Entries that are durable, sealed or not.
    public long size() {
        return writer.size();
    }

    /// The newest published checkpoint.
    public Checkpoint checkpoint() {
        return writer.sealed();
    }

    /// A durable entry.
    public byte[] entry(long index) {
        return writer.entry(index);
    }

    /// Visits the durable entries `from` to `to - 1` in order.
    public void forEach(long from, long to, EntryVisitor visitor) {
        writer.forEach(from, to, visitor);
    }

    /// What is published now, for proofs and readers.
    public ReadOnlyLedger published() {
        return ReadOnlyLedger.open(disk, folder);
    }

    /// Publishes a signed checkpoint of everything appended before the call, and waits for it.
    public Checkpoint seal() {
        writer.queue().refuseIfClosed();
        Pending newest = writer.queue().newest();
        if (newest != null) {
            newest.await();
        }
        return onSealingThread(writer::seal);
    }

    /// Publishes the current checkpoint with further signatures on it (cosignatures of witnesses); false
    /// where a newer checkpoint has been published meanwhile.
    public boolean publish(Note cosigned) {
        writer.queue().refuseIfClosed();
        return onSealingThread(() -> writer.publish(cosigned)).equals(Checkpoint.parse(cosigned.text()));
    }

    private Checkpoint onSealingThread(Supplier<Checkpoint> work) {
        try {
            return CompletableFuture.supplyAsync(work, sealing).join();
        } catch (CompletionException e) {
            throw new LedgerException("stopped", "the ledger stopped sealing: " + e.getCause(), e);
        }
    }

    /// Whether an earlier failure stopped this store.
    public boolean isStopped() {
        return writer.isStopped();
    }

    /// Finishes what was appended, seals it and lets the next writer in. A stopped store only gives up its
    /// lock.
    @Override
    public void close() {
        try (writer) {
            writer.queue().close();
            written.join();
            if (!writer.isStopped()) {
                onSealingThread(writer::seal);
            }
        } finally {
            sealing.close();
        }
    }
}
