package truceline.station;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import truceline.intake.Refusal;
import truceline.ledger.LedgerException;
import truceline.store.LedgerStore;
import truceline.store.Pending;
import truceline.store.Vault;

/// The one lane in which entries get their indexes. Whatever waits goes in together and shares one force of the
/// disk; a second thread lets the mission see each entry, in order, once it is durable.
///
/// A failure of the disk or of an invariant ends the lane for good: everything that waits or comes later is told
/// `stopped`, and the next start reads what the disk really has. Safe for many threads.
final class Lane implements AutoCloseable {
    private static final int MOST_AT_ONCE = 128;
    private static final int MOST_UNDER_WAY = 4096;

    /// Writes what one sender is to have in the record. Runs in the lane; reads and changes what only the lane may.
    interface Writing {
        /// The entries, which go into one frame of the log: after a crash all of them are there or none.
        ///
        /// @throws Refusal where nothing is to be entered; nothing may have been changed then
        List<byte[]> entries(Turn turn) throws IOException;
    }

    /// @param index index of the first entry to be written
    record Turn(long index, long receivedMs) {}

    /// What is durable now.
    // Entries are handed on and never changed; nobody compares what was written.
    record Written(long index, long receivedMs, List<byte[]> entries) {}

    private record Job(@Nullable Writing writing, @Nullable Callable<?> alone, CompletableFuture<Object> done) {}

    /// Entries on their way to the disk; with no pending ones it marks that all before it are settled.
    private record UnderWay(@Nullable Pending pending, Written written, CompletableFuture<Object> done) {}

    private static final Job END = new Job(null, null, new CompletableFuture<>());

    private final LedgerStore ledger;
    private final Vault vault;
    private final Fold fold;
    private final Ticking ticking;
    private final BlockingQueue<Job> waiting = new LinkedBlockingQueue<>();
    private final BlockingQueue<UnderWay> underWay = new ArrayBlockingQueue<>(MOST_UNDER_WAY);
    private final Thread lane = Thread.ofPlatform().name("lane").daemon().unstarted(this::runLane);
    private final Thread assessing = Thread.ofPlatform().name("assess").daemon().unstarted(this::runAssessing);
    private long nextIndex;
    private volatile @Nullable Throwable failure;
    private volatile boolean ended;

    Lane(LedgerStore ledger, Vault vault, Fold fold, Ticking ticking) {
        this.ledger = ledger;
        this.vault = vault;
        this.fold = fold;
        this.ticking = ticking;
        this.nextIndex = ledger.size();
        lane.start();
        assessing.start();
    }

    /// Enters what is written and returns once it is durable.
    ///
    /// @throws Refusal as the writing
    /// @throws LedgerException `stopped` where the lane ended
    Written enter(Writing writing) {
        return (Written) await(new Job(writing, null, new CompletableFuture<>()));
    }

    /// Runs work that has the lane for itself, with everything before it durable and assessed.
    @SuppressWarnings("unchecked") // the future holds what the work returns
    <T> T alone(Callable<T> work) throws IOException {
        try {
            return (T) await(new Job(null, work, new CompletableFuture<>()));
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw e;
        }
    }

    private Object await(Job job) {
        waiting.add(job);
        if (ended) {
            refuse(job);
        }
        try {
            return job.done().join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            switch (cause == null ? e : cause) {
                case Refusal refusal -> throw new Refusal(refusal.code(), String.valueOf(refusal.getMessage()));
                case LedgerException broken ->
                    throw new LedgerException(broken.code(), String.valueOf(broken.getMessage()), broken);
                case RuntimeException broken -> throw broken;
                case Error broken -> throw broken;
                default -> throw e;
            }
        }
    }

    private static LedgerException stopped(Throwable cause) {
        return new LedgerException("stopped", "the station stopped writing: " + cause.getMessage(), cause);
    }

    boolean isStopped() {
        return failure != null;
    }

    private void runLane() {
        List<Job> batch = new ArrayList<>();
        try {
            boolean more = true;
            while (more) {
                batch.add(waiting.take());
                waiting.drainTo(batch, MOST_AT_ONCE - 1);
                more = failure == null && run(batch);
                if (more) {
                    batch.clear();
                }
            }
            settle();
        } catch (InterruptedException | IOException | RuntimeException | Error e) {
            stop(e);
        }
        ended = true;
        batch.forEach(this::refuse);
        waiting.forEach(this::refuse);
        underWay.add(new UnderWay(null, new Written(-1, 0, List.of()), new CompletableFuture<>()));
    }

    private void refuse(Job job) {
        Throwable cause = failure;
        job.done()
                .completeExceptionally(
                        cause == null ? new LedgerException("stopped", "the station is closed") : stopped(cause));
    }

    /// Runs a batch in its order; false once the lane is to end.
    private boolean run(List<Job> batch) throws InterruptedException, IOException {
        List<Job> together = new ArrayList<>();
        for (Job job : batch) {
            if (job.writing() != null) {
                together.add(job);
                continue;
            }
            write(together);
            together.clear();
            Callable<?> work = job.alone();
            if (work == null) {
                return false;
            }
            settle();
            alone(work, job.done());
        }
        write(together);
        return true;
    }

    private void alone(Callable<?> work, CompletableFuture<Object> done) {
        try {
            done.complete(work.call());
        } catch (Exception e) {
            // The caller's to judge; work that broke the record has stopped the ledger, which refuses from then on.
            done.completeExceptionally(e);
        }
        nextIndex = ledger.size();
        ticking.renew(fold.picture());
    }

    private void write(List<Job> jobs) throws InterruptedException, IOException {
        if (jobs.isEmpty()) {
            return;
        }
        try {
            ledger.refuseIfFull();
        } catch (LedgerException full) {
            jobs.forEach(job -> job.done().completeExceptionally(full));
            return;
        }
        long receivedMs = ticking.now();
        if (ticking.isDue(receivedMs)) {
            tick(receivedMs);
        }
        List<UnderWay> written = new ArrayList<>();
        long index = nextIndex;
        for (Job job : jobs) {
            try {
                List<byte[]> entries = entries(job, new Turn(index, receivedMs));
                written.add(new UnderWay(null, new Written(index, receivedMs, entries), job.done()));
                index += entries.size();
            } catch (Refusal refusal) {
                job.done().completeExceptionally(refusal);
            }
        }
        vault.force();
        for (UnderWay each : written) {
            append(each.written(), each.done());
        }
    }

    private static List<byte[]> entries(Job job, Turn turn) throws IOException {
        Writing writing = job.writing();
        if (writing == null) {
            throw new IllegalStateException("only what writes goes in together");
        }
        return writing.entries(turn);
    }

    private void append(Written written, CompletableFuture<Object> done) throws InterruptedException {
        Pending pending = ledger.appendAdmitted(written.entries());
        if (pending.first() != written.index()) {
            throw new IllegalStateException("entry " + written.index() + " was given index " + pending.first());
        }
        nextIndex += written.entries().size();
        underWay.put(new UnderWay(pending, written, done));
    }

    private void tick(long receivedMs) throws InterruptedException {
        settle();
        byte[] tick = ticking.entry(fold.picture(), receivedMs);
        append(new Written(nextIndex, receivedMs, List.of(tick)), new CompletableFuture<>());
    }

    /// Waits until everything appended so far is durable and assessed.
    private void settle() throws InterruptedException {
        CompletableFuture<Object> done = new CompletableFuture<>();
        underWay.put(new UnderWay(null, new Written(nextIndex, 0, List.of()), done));
        done.join();
    }

    private void runAssessing() {
        while (true) {
            UnderWay next;
            try {
                next = underWay.take();
            } catch (InterruptedException e) {
                stop(e);
                return;
            }
            if (next.written().index() < 0) {
                return;
            }
            assess(next);
        }
    }

    private void assess(UnderWay next) {
        Throwable cause = failure;
        if (cause != null) {
            next.done().completeExceptionally(stopped(cause));
            return;
        }
        try {
            Pending pending = next.pending();
            if (pending != null) {
                pending.await();
                Written written = next.written();
                for (int i = 0; i < written.entries().size(); i++) {
                    fold.apply(written.index() + i, written.entries().get(i));
                }
            }
            next.done().complete(next.written());
        } catch (RuntimeException | Error e) {
            stop(e);
            next.done().completeExceptionally(stopped(e));
        }
    }

    private synchronized void stop(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    /// Lets what waits be entered, and ends.
    @Override
    public void close() {
        waiting.add(END);
        try {
            lane.join();
            assessing.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
