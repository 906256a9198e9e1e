package truceline.store;

import java.nio.file.Path;

/// Where things are in a station's folder.
record StationFolder(Path root) {
    Path ledger() {
        return root.resolve("ledger");
    }

    Path publishedCheckpoint() {
        return ledger().resolve("checkpoint");
    }

    /// Every checkpoint ever published.
    Path history() {
        return root.resolve("history");
    }

    Path wal() {
        return root.resolve("wal");
    }

    /// Files on their way to their final name; whatever is in it may be deleted.
    Path staging() {
        return wal().resolve("staging");
    }

    /// There while an earlier writer stopped on a failed write.
    Path stoppedMarker() {
        return wal().resolve("stopped");
    }

    /// Room kept for ending in order once the disk is full.
    Path reserve() {
        return wal().resolve("reserve");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path lockedCheckpoint() {
        return lock().resolve("checkpoint");
    }

    /// There while a restored station may not be written to yet.
    Path restoredMark() {
        return lock().resolve("restored");
    }

    Path writerLock() {
        return lock().resolve("writer");
    }
}
