package truceline.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import truceline.ledger.LedgerException;

/// Room on the disk: nothing is accepted once little is left, and a reserve is kept for ending in order.
///
/// The limit is the smaller of [LedgerStore.Settings#minimumFreeBytes] and a tenth of the disk. The reserve is a file
/// that is given back when a write fails, so that the marker of it, and sealing at the next start, find room. A station
/// that has written little needs no more than the limit leaves, so its reserve is made with the first larger load.
/// Safe for many threads.
final class Space {
    private static final int TENTH = 10;

    private final Disk disk;
    private final StationFolder folder;
    private final LedgerStore.Settings settings;
    private long written;
    private volatile boolean low;

    Space(Disk disk, StationFolder folder, LedgerStore.Settings settings) throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.settings = settings;
        low = isLow();
    }

    private boolean isLow() throws IOException {
        Disk.Room room = disk.room(folder.root());
        return room.freeBytes() < Math.min(settings.minimumFreeBytes(), room.totalBytes() / TENTH);
    }

    /// Refuses with `full` while little room is left.
    void refuseIfLow() {
        if (!low) {
            return;
        }
        try {
            low = isLow();
            if (low) {
                throw new LedgerException(
                        "full",
                        String.format(
                                Locale.ROOT,
                                "the disk has %,d bytes left: make room, nothing is accepted until then",
                                disk.room(folder.root()).freeBytes()));
            }
        } catch (IOException e) {
            throw new LedgerException("full", "the room on the disk cannot be told: " + e, e);
        }
    }

    /// Looks at the disk anew: after each frame, before its callers are told.
    void look() throws IOException {
        low = isLow();
    }

    /// A frame was written. Called by the writing thread only.
    void written(long bytes) throws IOException {
        long before = written;
        written += bytes;
        if (!low && before < settings.reserveAfterBytes() && written >= settings.reserveAfterBytes()) {
            makeReserve();
        }
    }

    private void makeReserve() throws IOException {
        if (!disk.exists(folder.reserve())) {
            Path staged = folder.staging().resolve("reserve");
            disk.write(Map.of(staged, new byte[settings.reserveBytes()]));
            disk.rename(staged, folder.reserve());
            disk.forceDirectory(folder.wal());
        }
    }

    /// Gives the reserve back to the disk. Best effort: the disk that failed may refuse this too.
    void giveUpReserve(Throwable cause) {
        try {
            disk.delete(folder.reserve());
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
