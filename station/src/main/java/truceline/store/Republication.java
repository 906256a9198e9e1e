package truceline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;

/// Puts further signatures on a published checkpoint of a station that nobody writes to at the moment. It opens no
/// log ahead of writing and recovers nothing, so that the lock is held for milliseconds only.
public final class Republication {
    private Republication() {}

    /// Publishes the newest checkpoint with further signatures on it; false where it is no longer the newest, or a
    /// writer is at work, who then asks the witnesses itself.
    ///
    /// @param cosigned the published note with further lines, each found to hold
    public static boolean publish(Path stationDir, Note cosigned) {
        PosixDisk disk = new PosixDisk();
        StationFolder folder = new StationFolder(stationDir);
        try (WriterLock _ = WriterLock.take(folder.writerLock())) {
            Note published = Note.parse(disk.read(folder.publishedCheckpoint()));
            Note locked = Note.parse(disk.read(folder.lockedCheckpoint()));
            if (!published.text().equals(cosigned.text()) || !locked.text().equals(cosigned.text())) {
                return false;
            }
            Sealer.replace(
                    disk,
                    folder,
                    folder.publishedCheckpoint(),
                    published.with(cosigned.lines()).encode());
            return true;
        } catch (LedgerException e) {
            if (e.code().equals("locked")) {
                return false;
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
