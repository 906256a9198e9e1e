package truceline.station;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import truceline.ledger.EntryVisitor;
import truceline.ledger.Hash;
import truceline.store.LedgerStore;
import truceline.store.Pending;
import truceline.store.Vault;

/// Takes entries from one producer, makes them durable in batches, and only then lets the mission see them.
///
/// While the disk forces one batch the mission takes in the one before it, and the producer encodes the next.
/// The first failure stops everything: the producer meets it at its next call, and nothing after it is receipted.
public final class Recorder implements AutoCloseable {
    /// Called once per entry, in order, when it is durable.
    public interface Witness {
        void durable(long index, Hash leaf) throws IOException;
    }

    private static final int MOST_WAITING = 256;
    private static final int MOST_IN_ONE_FRAME = 64;
    /// What the producer hands over last; no entry is empty.
    private static final byte[] END = new byte[0];

    private final LedgerStore ledger;
    private final Vault vault;
    private final EntryVisitor assessing;
    private final Witness witness;
    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private long nextIndex;
    private volatile @Nullable Throwable failure;

    private record InFlight(Pending pending, List<byte[]> entries) {}

    /// @param assessing takes each entry in once it is durable
    Recorder(LedgerStore ledger, Vault vault, EntryVisitor assessing, Witness witness) {
        this.ledger = ledger;
        this.vault = vault;
        this.assessing = assessing;
        this.witness = witness;
        this.nextIndex = ledger.size();
        this.thread = Thread.ofPlatform().name("recorder").unstarted(this::record);
        thread.start();
    }

    /// Hands over an entry and says the index it will have.
    long put(byte[] entry) {
        offer(entry);
        return nextIndex++;
    }

    long nextIndex() {
        return nextIndex;
    }

    /// Waits until everything handed over is durable and assessed, or throws what stopped it.
    @Override
    public void close() {
        offer(END);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while entries were made durable", e);
        }
        throwFailure();
    }

    private void offer(byte[] entry) {
        try {
            while (!waiting.offer(entry, 100, TimeUnit.MILLISECONDS)) {
                throwFailure();
                if (!thread.isAlive()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while entries were handed over", e);
        }
    }

    private void throwFailure() {
        Throwable stopped = failure;
        if (stopped != null) {
            throw new IllegalStateException("the station stopped: " + stopped.getMessage(), stopped);
        }
    }

    private void record() {
        try {
            run();
        } catch (InterruptedException | IOException | RuntimeException | Error e) {
            // Kept for the producer, which throws it: a broken record must stop the station, not a thread of it.
            failure = e;
        }
    }

    private void run() throws IOException, InterruptedException {
        Deque<InFlight> inFlight = new ArrayDeque<>();
        boolean more = true;
        while (more || !inFlight.isEmpty()) {
            List<byte[]> batch = new ArrayList<>();
            if (more) {
                more = take(batch, inFlight.isEmpty());
            }
            if (!batch.isEmpty()) {
                vault.force();
                inFlight.add(new InFlight(ledger.append(batch), batch));
            }
            if (inFlight.size() > 1 || batch.isEmpty() && !inFlight.isEmpty()) {
                settle(inFlight.remove());
            }
        }
    }

    /// Fills a batch; false where the producer has ended. Waits only when nothing is under way.
    private boolean take(List<byte[]> batch, boolean idle) throws InterruptedException {
        byte[] entry = idle ? waiting.take() : waiting.poll();
        while (entry != null) {
            if (entry.length == 0) {
                return false;
            }
            batch.add(entry);
            entry = batch.size() < MOST_IN_ONE_FRAME ? waiting.poll() : null;
        }
        return true;
    }

    private void settle(InFlight batch) throws IOException {
        Pending pending = batch.pending().await();
        for (int i = 0; i < pending.count(); i++) {
            witness.durable(pending.first() + i, pending.leaf(i));
        }
        for (int i = 0; i < pending.count(); i++) {
            assessing.visit(pending.first() + i, batch.entries().get(i));
        }
    }
}
