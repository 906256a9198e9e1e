package truceline.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;

/// Entries waiting for the writing thread, in the order of their indexes.
///
/// Callers wait where more than [#MAX_WAITING_BYTES] wait already, so a fast caller cannot fill the heap.
///
/// Nothing waits while the disk is idle. Under load those who were just told come back at once with their next entry:
/// the next frame waits for as many, a quarter of the time the last force took, so that they share one force and not
/// two.
final class WriteQueue {
    private static final long MAX_WAITING_BYTES = 32L << 20;
    private static final int MOST_AWAITED = 512;
    private static final long LONGEST_NANOS = 5_000_000;
    private static final int PART_OF_A_FORCE = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition drained = lock.newCondition();
    private final Deque<Batch> batches = new ArrayDeque<>();
    private long nextIndex;
    private long waitingBytes;
    private int waitingEntries;
    private int awaited = 1;
    private int comingBack = 1;
    private long awaitedUntilNanos;
    private @Nullable Pending newest;
    private boolean closed;
    private @Nullable Throwable failure;

    WriteQueue(long nextIndex) {
        this.nextIndex = nextIndex;
    }

    /// What one caller gave; `taken` entries of it are in frames already.
    private static final class Batch {
        final List<byte[]> entries;
        final byte[] leafHashes;
        final DurableListener listener;
        final Pending pending;
        int taken;

        long payloadLength() {
            long length = 2L * entries.size();
            for (byte[] entry : entries) {
                length += entry.length;
            }
            return length;
        }

        Batch(List<byte[]> entries, byte[] leafHashes, DurableListener listener, Pending pending) {
            this.entries = entries;
            this.leafHashes = leafHashes;
            this.listener = listener;
            this.pending = pending;
        }
    }

    /// Entries `from` to `to` of one caller's batch.
    private record Part(Batch batch, int from, int to) {}

    /// The entries of one frame and whom to tell.
    static final class Frame {
        final long firstIndex;
        final List<byte[]> entries = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private int payloadLength;

        Frame(long firstIndex) {
            this.firstIndex = firstIndex;
        }

        int payloadLength() {
            return payloadLength;
        }

        byte[] leafHashes() {
            byte[] out = new byte[entries.size() * Hash.BYTES];
            int at = 0;
            for (Part part : parts) {
                int length = (part.to - part.from) * Hash.BYTES;
                System.arraycopy(part.batch.leafHashes, part.from * Hash.BYTES, out, at, length);
                at += length;
            }
            return out;
        }

        void tell() {
            for (Part part : parts) {
                Batch batch = part.batch;
                for (int i = part.from; i < part.to; i++) {
                    batch.listener.durable(batch.pending.first() + i, batch.pending.leaf(i));
                }
                if (part.to == batch.entries.size()) {
                    batch.pending.durable.complete(null);
                }
            }
        }
    }

    Pending add(List<byte[]> entries, byte[] leafHashes, long bytes, DurableListener listener) {
        lock.lock();
        try {
            while (waitingBytes > MAX_WAITING_BYTES && !closed && failure == null) {
                drained.awaitUninterruptibly();
            }
            refuseIfClosed();
            Pending pending = new Pending(nextIndex, entries.size(), leafHashes);
            if (entries.isEmpty()) {
                pending.durable.complete(null);
                return pending;
            }
            nextIndex += entries.size();
            waitingBytes += bytes;
            waitingEntries += entries.size();
            newest = pending;
            batches.add(new Batch(entries, leafHashes, listener, pending));
            if (waitingEntries >= awaited) {
                filled.signal();
            }
            return pending;
        } finally {
            lock.unlock();
        }
    }

    void refuseIfClosed() {
        lock.lock();
        try {
            if (failure != null) {
                throw new LedgerException("stopped", "the ledger stopped writing: " + failure, failure);
            }
            if (closed) {
                throw new LedgerException("stopped", "the ledger is closed");
            }
        } finally {
            lock.unlock();
        }
    }

    /// What was given last, if anything was.
    @Nullable
    Pending newest() {
        lock.lock();
        try {
            return newest;
        } finally {
            lock.unlock();
        }
    }

    /// Whatever waits, up to the limits of a frame; null where there is nothing, or nothing more once closed.
    ///
    /// @param wait whether to wait for the first entry
    @Nullable
    Frame take(int maxEntries, int maxPayload, boolean wait) {
        lock.lock();
        try {
            if (wait) {
                awaitEntries();
            }
            if (batches.isEmpty() || failure != null) {
                return null;
            }
            Batch head = batches.getFirst();
            Frame frame = new Frame(head.pending.first() + head.taken);
            boolean room = true;
            while (room && !batches.isEmpty()) {
                room = moveHead(frame, maxEntries, maxPayload);
            }
            drained.signalAll();
            return frame;
        } finally {
            lock.unlock();
        }
    }

    private void awaitEntries() {
        awaited = 1;
        while (batches.isEmpty() && !closed && failure == null) {
            filled.awaitUninterruptibly();
        }
        awaited = comingBack;
        try {
            long left = awaitedUntilNanos - System.nanoTime();
            while (waitingEntries < awaited && left > 0 && !closed && failure == null) {
                left = filled.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // no reason to wait longer
        }
    }

    /// Says that a frame of so many entries was made durable by a force that took so long, and its callers were told.
    void told(int entries, long forceNanos) {
        lock.lock();
        try {
            comingBack = Math.min(entries + waitingEntries, MOST_AWAITED);
            awaitedUntilNanos = System.nanoTime() + Math.min(forceNanos / PART_OF_A_FORCE, LONGEST_NANOS);
        } finally {
            lock.unlock();
        }
    }

    /// Whether a batch would be cut in two that a frame of its own can hold: it waits for that frame, so that a crash
    /// leaves all of it or nothing.
    private static boolean isCutInVain(Batch batch, Frame frame, int maxEntries, int maxPayload) {
        int count = batch.entries.size();
        long payload = batch.payloadLength();
        boolean fitsHere = frame.entries.size() + count <= maxEntries && frame.payloadLength + payload <= maxPayload;
        boolean fitsAlone = count <= maxEntries && payload <= maxPayload;
        return batch.taken == 0 && !frame.entries.isEmpty() && fitsAlone && !fitsHere;
    }

    /// Moves what fits of the first batch; true where all of it fitted.
    private boolean moveHead(Frame frame, int maxEntries, int maxPayload) {
        Batch batch = batches.getFirst();
        int from = batch.taken;
        if (isCutInVain(batch, frame, maxEntries, maxPayload)) {
            return false;
        }
        while (batch.taken < batch.entries.size()) {
            byte[] entry = batch.entries.get(batch.taken);
            if (frame.entries.size() == maxEntries || frame.payloadLength + 2 + entry.length > maxPayload) {
                break;
            }
            frame.entries.add(entry);
            frame.payloadLength += 2 + entry.length;
            waitingBytes -= entry.length;
            waitingEntries--;
            batch.taken++;
        }
        if (batch.taken > from) {
            frame.parts.add(new Part(batch, from, batch.taken));
        }
        boolean all = batch.taken == batch.entries.size();
        if (all) {
            batches.removeFirst();
        }
        return all;
    }

    /// Lets the writing thread finish what waits and refuses everything after it.
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
            drained.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Fails whatever waits and refuses everything after it.
    void fail(Throwable cause, @Nullable Frame current) {
        lock.lock();
        try {
            if (failure == null) {
                failure = cause;
            }
            if (current != null) {
                current.parts.forEach(part -> part.batch.pending.durable.completeExceptionally(cause));
            }
            batches.forEach(batch -> batch.pending.durable.completeExceptionally(cause));
            batches.clear();
            filled.signalAll();
            drained.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
