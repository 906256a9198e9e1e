package truceline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import truceline.ledger.Checkpoint;
import truceline.ledger.EntryBundle;
import truceline.ledger.EntryVisitor;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.LogKeys;
import truceline.ledger.Note;
import truceline.ledger.TreeHasher;

/// The one writer of a ledger: makes waiting entries durable frames, and durable frames a published
/// checkpoint.
///
/// It has no thread of its own, so that a simulator can take it step by step; [LedgerStore] gives it two.
/// One thread may call [#writeFrame] while another seals; everything else is safe for many. The first
/// failure stops it for good.
final class LedgerWriter implements AutoCloseable {
    private final Disk disk;
    private final StationFolder folder;
    private final LedgerStore.Settings settings;
    private final LogKeys keys;
    private final Disk.Lock lock;
    private final Sealer sealer;
    private final Wal wal;
    private final WriteQueue queue;
    private final Space space;
    private final Tail tail = new Tail();
    private final EntryReader reader;
    private final Set<Long> segments = new TreeSet<>();
    private volatile long durableSize;
    private volatile Checkpoint sealed;
    private volatile @Nullable Throwable failure;

    private LedgerWriter(
            Disk disk,
            StationFolder folder,
            LogKeys keys,
            LedgerStore.Settings settings,
            RandomGenerator random,
            Disk.Lock lock)
            throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.settings = settings;
        this.keys = keys;
        this.lock = lock;
        space = new Space(disk, folder, settings);
        Recovery.Recovered found = Recovery.recover(disk, folder, keys);
        sealer = found.sealer();
        sealed = sealer.sealed();
        durableSize = sealed.size();
        wal = new Wal(disk, folder, settings.segmentBytes(), found.nextSegment(), random);
        wal.startSegment(durableSize);
        for (long old : found.segments()) {
            wal.retire(old, disk.length(wal.path(old)) == settings.segmentBytes());
        }
        disk.forceDirectory(folder.wal());
        segments.add(wal.currentNumber());
        queue = new WriteQueue(durableSize);
        reader = new EntryReader(disk, folder, tail, () -> sealed.size());
    }

    /// A new, empty record in a folder that has none.
    static LedgerWriter create(
            Disk disk,
            Path stationDir,
            String origin,
            LogKeys keys,
            LedgerStore.Settings settings,
            RandomGenerator random) {
        if (!keys.origin().equals(origin)) {
            throw new LedgerException("malformed", "the key is named " + keys.origin() + ", the ledger " + origin);
        }
        StationFolder folder = new StationFolder(stationDir);
        return opening(disk, folder, lock -> {
            if (disk.exists(folder.lockedCheckpoint()) || disk.exists(folder.publishedCheckpoint())) {
                throw new LedgerException("exists", stationDir + " already has a ledger");
            }
            Recovery.createFolders(disk, folder);
            try (Wal first = new Wal(disk, folder, settings.segmentBytes(), 1, random)) {
                first.startSegment(0);
            }
            Sealer.inception(disk, folder, keys);
            return new LedgerWriter(disk, folder, keys, settings, random, lock);
        });
    }

    /// Opens a record, after recovering from whatever the last writer left.
    static LedgerWriter open(
            Disk disk, Path stationDir, LogKeys keys, LedgerStore.Settings settings, RandomGenerator random) {
        StationFolder folder = new StationFolder(stationDir);
        try {
            if (!disk.exists(folder.lockedCheckpoint())) {
                throw new LedgerException("absent", stationDir + " has no ledger");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return opening(disk, folder, lock -> new LedgerWriter(disk, folder, keys, settings, random, lock));
    }

    @FunctionalInterface
    private interface Opening {
        LedgerWriter with(Disk.Lock lock) throws IOException;
    }

    private static LedgerWriter opening(Disk disk, StationFolder folder, Opening opening) {
        try {
            Disk.Lock lock = disk.lock(folder.writerLock());
            boolean opened = false;
            try {
                LedgerWriter writer = opening.with(lock);
                opened = true;
                return writer;
            } finally {
                if (!opened) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Gives the entries the next indexes; the arrays must not change afterwards. Refuses with `full`
    /// where the disk has
    /// little room left, before an index is given.
    Pending append(List<byte[]> entries, DurableListener listener) {
        space.refuseIfLow();
        return appendAdmitted(entries, listener);
    }

    /// Refuses with `full` where the disk has little room left.
    void refuseIfFull() {
        space.refuseIfLow();
    }

    /// The same for what was let in by [#refuseIfFull] and cannot be refused any more: the limit leaves room for it.
    Pending appendAdmitted(List<byte[]> entries, DurableListener listener) {
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

    /// Makes what waits durable, up to the limits of a frame, and tells those who wait for it.
    ///
    /// @param wait whether to wait for the first entry
    /// @return false where nothing waited, or nothing more will come
    boolean writeFrame(boolean wait) {
        WriteQueue.Frame frame = null;
        try {
            int maxPayload = Math.min(settings.maxFramePayload(), wal.maxPayload());
            frame = queue.take(settings.maxFrameEntries(), maxPayload, wait);
            if (frame == null) {
                return false;
            }
            long before = System.nanoTime();
            Wal.Place place = wal.append(frame.firstIndex, frame.entries);
            long forceNanos = System.nanoTime() - before;
            stopUnlessLocked();
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
            space.look();
            frame.tell();
            queue.told(frame.entries.size(), forceNanos);
            space.written(frame.payloadLength());
            return true;
        } catch (IOException | RuntimeException | Error e) {
            stop(e, frame);
            return false;
        }
    }

    /// Publishes a signed checkpoint of everything that is durable. One sealing thread at a time.
    Checkpoint seal() {
        return sealing(() -> {
            stopUnlessLocked();
            long size = durableSize;
            Checkpoint next = sealer.seal(tail.upTo(size));
            sealed = next;
            tail.forget(size);
            retireSegments();
            return next;
        });
    }

    /// Publishes the sealed checkpoint with further signatures on it; returns the sealed one, which may be
    /// newer than the note's and is then left as it is. One sealing thread at a time.
    Checkpoint publish(Note cosigned) {
        return sealing(() -> {
            if (keys.open(cosigned).equals(sealed)) {
                sealer.publish(cosigned);
            }
            return sealed;
        });
    }

    @FunctionalInterface
    private interface Sealing {
        Checkpoint run() throws IOException;
    }

    private Checkpoint sealing(Sealing sealing) {
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

    /// Asked after a force and before anybody is told: a writer that came in by another lock recovered what was forced
    /// before it came, and nothing later is promised.
    private void stopUnlessLocked() throws IOException {
        if (!lock.isHeld()) {
            throw new IOException(folder.writerLock() + " was removed or replaced: another writer may have come in");
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

    /// Nothing is written after a failure: what the disk has is read, not assumed, when the station is
    /// next opened.
    private synchronized void stop(Throwable cause, WriteQueue.@Nullable Frame frame) {
        if (failure == null) {
            failure = cause;
            space.giveUpReserve(cause);
            Recovery.markStopped(disk, folder, cause);
        }
        queue.fail(cause, frame);
    }

    /// Whether so much waits to be sealed that it should be, asked or not.
    boolean isSealDue() {
        return tail.bytes() > settings.maxUnsealedBytes();
    }

    WriteQueue queue() {
        return queue;
    }

    /// Entries that are durable, sealed or not.
    long size() {
        return durableSize;
    }

    /// The newest published checkpoint.
    Checkpoint sealed() {
        return sealed;
    }

    boolean isStopped() {
        return failure != null;
    }

    /// Visits the durable entries `from` to `to - 1` in order.
    void forEach(long from, long to, EntryVisitor visitor) {
        if (from < 0 || from > to || to > durableSize) {
            throw new LedgerException("absent", "no entries " + from + " to " + to + " in a ledger of " + durableSize);
        }
        reader.forEach(from, to, visitor);
    }

    /// A durable entry.
    byte[] entry(long index) {
        if (index < 0 || index >= durableSize) {
            throw new LedgerException("absent", "no entry " + index + " in a ledger of " + durableSize);
        }
        return reader.entry(index);
    }

    /// Gives up the lock and the files. What is not sealed is recovered by the next writer.
    @Override
    public void close() {
        try (wal) {
            if (failure == null) {
                wal.deleteSpares();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            release();
        }
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
