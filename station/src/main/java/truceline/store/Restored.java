package truceline.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import truceline.ledger.LedgerException;

/// The mark of a folder that came back from a backup, `lock/restored`: while it stands nothing is signed
/// there, for
/// nobody knows yet whether the station had signed more than the backup holds. It outlives a crash and a
/// restart.
public final class Restored {
    private static final String TEXT = "restored from a backup; signs nothing until witnesses say what they saw\n";

    private Restored() {}

    /// Marks a folder; durable once it returns.
    static void mark(PosixDisk disk, StationFolder folder) throws IOException {
        disk.write(Map.of(folder.restoredMark(), TEXT.getBytes(StandardCharsets.US_ASCII)));
        disk.forceDirectory(folder.lock());
    }

    /// Whether a folder waits to be confirmed.
    public static boolean isWaiting(Path station) {
        return Files.exists(new StationFolder(station).restoredMark());
    }

    /// Takes the mark away, for good: the caller knows that nobody holds more than the folder does.
    public static void confirm(Path station) throws IOException {
        PosixDisk disk = new PosixDisk();
        StationFolder folder = new StationFolder(station);
        disk.delete(folder.restoredMark());
        disk.forceDirectory(folder.lock());
    }

    /// Refuses with `restored` a folder that waits.
    static void refuse(Path station) {
        if (isWaiting(station)) {
            throw new LedgerException(
                    "restored",
                    station + " was restored from a backup, and nothing is signed there before that is sure");
        }
    }
}
