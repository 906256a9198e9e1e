package truceline.web;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import truceline.station.LedgerView;
import truceline.station.Station;

/// A site and the newest snapshot of it. Looks at most once a second whether the ledger grew. Thread-safe: one request
/// reads anew, the others meanwhile get what is known.
final class OpenSite {
    private static final long LOOK_EVERY_NANOS = 1_000_000_000L;

    private final Site site;
    private final @Nullable Station station;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Snapshot known;
    private volatile long lookedNanos;

    /// @param station the station where it is open to be written to, else null
    OpenSite(Site site, @Nullable Station station) {
        this.site = site;
        this.station = station;
    }

    /// Whether an entry is durable, though no checkpoint covers it yet.
    boolean isAccepted(long index) {
        return station != null && index < station.size();
    }

    Site site() {
        return site;
    }

    Snapshot snapshot() throws IOException {
        Snapshot last = known;
        if (last == null) {
            reading.lock();
            try {
                return fresh();
            } finally {
                reading.unlock();
            }
        }
        if (System.nanoTime() - lookedNanos > LOOK_EVERY_NANOS && reading.tryLock()) {
            try {
                return fresh();
            } finally {
                reading.unlock();
            }
        }
        return last;
    }

    private Snapshot fresh() throws IOException {
        Snapshot last = known;
        LedgerView newest = LedgerView.open(site.folder());
        if (last == null || newest.size() != last.size()) {
            last = Snapshot.open(site);
        }
        if (newest.size() == last.size()) {
            last.confirm(newest);
        }
        known = last;
        lookedNanos = System.nanoTime();
        return last;
    }
}
