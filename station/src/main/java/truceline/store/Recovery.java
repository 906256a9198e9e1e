package truceline.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import truceline.ledger.Checkpoint;
import truceline.ledger.LedgerException;
import truceline.ledger.LogKeys;
import truceline.ledger.Note;

/// What every start does, after a clean end as after a crash: locked checkpoint, then log ahead of
/// writing, then tiles.
final class Recovery {
    private Recovery() {}

    /// @param sealer at the size of everything that was durable
    /// @param segments all old segment files, which nothing needs any more
    record Recovered(Sealer sealer, long nextSegment, List<Long> segments) {}

    static Recovered recover(Disk disk, StationFolder folder, LogKeys keys) throws IOException {
        createFolders(disk, folder);
        for (String leftover : disk.list(folder.staging())) {
            disk.delete(folder.staging().resolve(leftover));
        }
        byte[] locked = disk.read(folder.lockedCheckpoint());
        Sealer sealer = new Sealer(disk, folder, keys, locked);
        checkPublished(disk, folder, keys, sealer);
        boolean stopped = disk.exists(folder.stoppedMarker());
        WalScan.Found found = new WalScan(disk, folder).scan(sealer.sealed().size());
        sealer.deleteBeyond();
        sealer.seal(found.frames());
        if (stopped) {
            disk.delete(folder.stoppedMarker());
            disk.forceDirectory(folder.wal());
        }
        return new Recovered(sealer, found.nextNumber(), found.segments());
    }

    /// The published checkpoint may lag behind the locked one by a crash, never lead it.
    private static void checkPublished(Disk disk, StationFolder folder, LogKeys keys, Sealer sealer)
            throws IOException {
        Checkpoint locked = sealer.sealed();
        try {
            byte[] bytes = disk.read(folder.publishedCheckpoint());
            if (Arrays.equals(bytes, disk.read(folder.lockedCheckpoint()))) {
                return;
            }
            Checkpoint published = keys.open(bytes);
            if (published.equals(locked)) {
                return;
            }
            if (published.size() >= locked.size()) {
                throw new LedgerException(
                        "damaged",
                        "the published checkpoint of size " + published.size() + " is not the locked one of size "
                                + locked.size() + ": the lock was rolled back");
            }
            sealer.checkBundles(published.size());
        } catch (NoSuchFileException e) {
            if (locked.size() > 0) {
                throw new LedgerException("damaged", folder.publishedCheckpoint() + " is missing", e);
            }
        }
        sealer.publish(Note.parse(disk.read(folder.lockedCheckpoint())));
    }

    /// Forces the folders' names also where they exist: an earlier writer may have failed to.
    static void createFolders(Disk disk, StationFolder folder) throws IOException {
        for (Path directory :
                List.of(folder.ledger(), folder.wal(), folder.staging(), folder.lock(), folder.history())) {
            if (!disk.exists(directory)) {
                disk.createDirectory(directory);
            }
        }
        disk.forceDirectory(folder.root());
        disk.forceDirectory(folder.wal());
    }

    /// Best effort: the disk that failed may refuse this too, and the caller has stopped either way.
    static void markStopped(Disk disk, StationFolder folder, Throwable cause) {
        try {
            disk.write(Map.of(folder.stoppedMarker(), (cause + "\n").getBytes(StandardCharsets.UTF_8)));
            disk.forceDirectory(folder.wal());
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
