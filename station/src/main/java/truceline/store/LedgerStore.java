package truceline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import truceline.ledger.Checkpoint;
import truceline.ledger.EntryBundle;
import truceline.ledger.EntryVisitor;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Signer;
import truceline.ledger.TreeHasher;

/// The record of a station: one writer, appends that are durable before they are acknowledged, sealed into tiles.
///
/// [#append] gives indexes at once and returns before the disk has the bytes, so that a caller prepares its next batch
/// while the last one is forced; entries are read back, listed and sealed only once durable. A failed write stops the
/// store for good (`stopped`): nothing is retried, and the next [#open] reads what the disk really has.
/// Safe for many threads. Refusals are [LedgerException]; a failing disk while reading is [UncheckedIOException].
public final class LedgerStore implements AutoCloseable {
    private final Disk disk;
    private final StationFolder folder;
    private final Settings settings;
    private final Signer key;
    private final WriterLock lock;
    private final Sealer sealer;
    private final Wal wal;
    private final WriteQueue queue;
    private final Tail tail = new Tail();
    private final EntryReader reader;
    private final Thread writer;
    private final ExecutorService sealing = Executors.newSingleThreadExecutor(r -> thread(r, "seal"));
    private final Set<Long> segments = new TreeSet<>();
    private volatile long durableSize;
    private volatile Checkpoint sealed;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable CompletableFuture<Void> tidying;

    /// @param segmentBytes length of a segment of the log ahead of writing
    /// @param maxFrameEntries entries forced to the disk at once, at most
    /// @param maxFramePayload bytes forced to the disk at once, about
    /// @param maxUnsealedBytes sealed without being asked once more than this waits
    record Settings(int segmentBytes, int maxFrameEntries, int maxFramePayload, long maxUnsealedBytes) {
        static final Settings DEFAULT = new Settings(16 << 20, 4096, 4 << 20, 64L << 20);
    }

    /// A new, empty record in a folder that has none. The key's name must be the origin. Refuses with `exists`.
    public static LedgerStore create(Path stationDir, String origin, Signer key) {
        return create(new PosixDisk(), stationDir, origin, key, Settings.DEFAULT);
    }

    /// Opens a record, after recovering from whatever the last writer left. Refuses with `absent`, `locked` (another
    /// writer), `damaged` or `bad-signature` (wrong key).
    public static LedgerStore open(Path stationDir, Signer key) {
        return open(new PosixDisk(), stationDir, key, Settings.DEFAULT);
    }

    /// What is published in a folder, without a lock and without recovery. Refuses with `absent`.
    public static ReadOnlyLedger openReadOnly(Path stationDir) {
        return ReadOnlyLedger.open(new PosixDisk(), new StationFolder(stationDir));
    }

    static LedgerStore create(Disk disk, Path stationDir, String origin, Signer key, Settings settings) {
        if (!key.name().equals(origin)) {
            throw new LedgerException("malformed", "the key is named " + key.name() + ", the ledger " + origin);
        }
        StationFolder folder = new StationFolder(stationDir);
        return opening(folder, lock -> {
            if (disk.exists(folder.lockedCheckpoint()) || disk.exists(folder.publishedCheckpoint())) {
                throw new LedgerException("exists", stationDir + " already has a ledger");
            }
            Recovery.createFolders(disk, folder);
            try (Wal first = new Wal(disk, folder, settings.segmentBytes(), 1)) {
                first.startSegment(0);
            }
            Sealer.inception(disk, folder, key);
            return new LedgerStore(disk, folder, key, settings, lock);
        });
    }

    static LedgerStore open(Disk disk, Path stationDir, Signer key, Settings settings) {
        StationFolder folder = new StationFolder(stationDir);
        try {
            if (!disk.exists(folder.lockedCheckpoint())) {
                throw new LedgerException("absent", stationDir + " has no ledger");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return opening(folder, lock -> new LedgerStore(disk, folder, key, settings, lock));
    }

    @FunctionalInterface
    private interface Opening {
        LedgerStore with(WriterLock lock) throws IOException;
    }

    private static LedgerStore opening(StationFolder folder, Opening opening) {
        try {
            WriterLock lock = WriterLock.take(folder.writerLock());
            boolean opened = false;
            try {
                LedgerStore store = opening.with(lock);
                opened = true;
                return store;
            } finally {
                if (!opened) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LedgerStore(Disk disk, StationFolder folder, Signer key, Settings settings, WriterLock lock)
            throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.settings = settings;
        this.key = key;
        this.lock = lock;
        Recovery.Recovered found = Recovery.recover(disk, folder, key);
        sealer = found.sealer();
        sealed = sealer.sealed();
        durableSize = sealed.size();
        wal = new Wal(disk, folder, settings.segmentBytes(), found.nextSegment());
        wal.startSegment(durableSize);
        for (long old : found.segments()) {
            wal.retire(old, disk.length(wal.path(old)) == settings.segmentBytes());
        }
        disk.forceDirectory(folder.wal());
        segments.add(wal.currentNumber());
        queue = new WriteQueue(durableSize);
        reader = new EntryReader(disk, folder, tail, () -> sealed.size());
        writer = thread(this::writeFrames, "ledger");
        writer.start();
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

    /// Gives the entries the next indexes and hands them to the writing thread. The arrays must not change afterwards.
    /// Waits only while too much is queued. The listener hears of each entry once it is durable.
    public Pending append(List<byte[]> entries, DurableListener listener) {
        List<byte[]> own = List.copyOf(entries);
        TreeHasher hasher = new TreeHasher();
        byte[] leafHashes = new byte[own.size() * Hash.BYTES];
        long bytes = 0;
        int i = 0;
        for (byte[] entry : own) {
            hasher.leaf(EntryBundle.checked(entry), 0, entry.length, leafHashes, Hash.BYTES * i++);
            bytes += entry.length;
        }
        return queue.add(own, leafHashes, bytes, listener);
    }

    private void writeFrames() {
        WriteQueue.Frame frame = null;
        try {
            int maxPayload = Math.min(settings.maxFramePayload(), wal.maxPayload());
            while ((frame = queue.take(settings.maxFrameEntries(), maxPayload)) != null) {
                Wal.Place place = wal.append(frame.firstIndex, frame.entries);
                synchronized (segments) {
                    segments.add(place.segment());
                }
                tail.add(new Tail.Frame(
                        frame.firstIndex,
                        frame.entries.size(),
                        place.segment(),
                        place.position() + WalFormat.FRAME_HEADER,
                        frame.payloadLength(),
                        frame.leafHashes()));
                durableSize = frame.firstIndex + frame.entries.size();
                frame.tell();
                sealIfMuchWaits();
            }
        } catch (IOException | RuntimeException | Error e) {
            stop(e, frame);
        }
    }

    private void sealIfMuchWaits() {
        CompletableFuture<Void> running = tidying;
        if ((running == null || running.isDone()) && tail.bytes() > settings.maxUnsealedBytes()) {
            tidying = CompletableFuture.runAsync(() -> guarded(this::sealDurable), sealing);
        }
    }

    /// Entries that are durable, sealed or not.
    public long size() {
        return durableSize;
    }

    /// The newest published checkpoint.
    public Checkpoint checkpoint() {
        return sealed;
    }

    /// A durable entry.
    public byte[] entry(long index) {
        if (index < 0 || index >= durableSize) {
            throw new LedgerException("absent", "no entry " + index + " in a ledger of " + durableSize);
        }
        return reader.entry(index);
    }

    /// Visits the durable entries `from` to `to - 1` in order.
    public void forEach(long from, long to, EntryVisitor visitor) {
        if (from < 0 || from > to || to > durableSize) {
            throw new LedgerException("absent", "no entries " + from + " to " + to + " in a ledger of " + durableSize);
        }
        reader.forEach(from, to, visitor);
    }

    /// What is published now, for proofs and readers.
    public ReadOnlyLedger published() {
        return ReadOnlyLedger.open(disk, folder);
    }

    /// Publishes a signed checkpoint of everything appended before the call, and waits for it.
    public Checkpoint seal() {
        queue.refuseIfClosed();
        Pending newest = queue.newest();
        if (newest != null) {
            newest.await();
        }
        return onSealingThread(this::sealDurable);
    }

    /// Publishes the current checkpoint with further signatures on it (cosignatures of witnesses); false where a newer
    /// checkpoint has been published meanwhile.
    public boolean publish(Note cosigned) {
        queue.refuseIfClosed();
        Checkpoint checkpoint = Checkpoint.open(cosigned, key.verifier());
        return onSealingThread(() -> {
                    if (checkpoint.equals(sealed)) {
                        sealer.publish(cosigned);
                    }
                    return sealed;
                })
                .equals(checkpoint);
    }

    private Checkpoint onSealingThread(Sealing work) {
        try {
            return CompletableFuture.supplyAsync(() -> guarded(work), sealing).join();
        } catch (CompletionException e) {
            throw new LedgerException("stopped", "the ledger stopped sealing: " + e.getCause(), e);
        }
    }

    private Checkpoint sealDurable() throws IOException {
        long size = durableSize;
        Checkpoint next = sealer.seal(tail.upTo(size));
        sealed = next;
        tail.forget(size);
        retireSegments();
        return next;
    }

    @FunctionalInterface
    private interface Sealing {
        Checkpoint run() throws IOException;
    }

    private Checkpoint guarded(Sealing sealing) {
        Throwable earlier = failure;
        if (earlier != null) {
            throw new LedgerException("stopped", "the ledger stopped writing: " + earlier, earlier);
        }
        try {
            return sealing.run();
        } catch (IOException e) {
            stop(e, null);
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            stop(e, null);
            throw e;
        }
    }

    private void retireSegments() throws IOException {
        List<Long> done = new ArrayList<>();
        synchronized (segments) {
            long keep = tail.oldestSegment(wal.currentNumber());
            segments.removeIf(number -> number < keep && done.add(number));
        }
        for (long number : done) {
            wal.retire(number, true);
        }
    }

    /// Nothing is written after a failure: what the disk has is read, not assumed, when the station is next opened.
    private synchronized void stop(Throwable cause, WriteQueue.@Nullable Frame frame) {
        if (failure == null) {
            failure = cause;
            Recovery.markStopped(disk, folder, cause);
        }
        queue.fail(cause, frame);
    }

    /// Whether an earlier failure stopped this store.
    public boolean isStopped() {
        return failure != null;
    }

    /// Finishes what was appended, seals it and lets the next writer in. A stopped store only gives up its lock.
    @Override
    public void close() {
        try {
            queue.close();
            writer.join();
            if (failure == null) {
                onSealingThread(this::sealDurable);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            sealing.close();
            release();
        }
    }

    private void release() {
        try (lock;
                wal) {
            segments.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
