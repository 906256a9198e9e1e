package truceline.station;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import truceline.ledger.LedgerException;
import truceline.store.LedgerStore;

/// Signs a checkpoint every so often, where anything was written since the last.
final class Sealing implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    Sealing(LedgerStore ledger, Duration every) {
        thread = Thread.ofPlatform().name("sealing").daemon().start(() -> run(ledger, every));
    }

    private void run(LedgerStore ledger, Duration every) {
        try {
            while (!ended.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                if (ledger.size() > ledger.checkpoint().size()) {
                    ledger.seal();
                }
            }
        } catch (LedgerException e) {
            // The store has stopped for good and tells whoever writes next.
            System.err.println("truceline: no more checkpoints are signed: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
