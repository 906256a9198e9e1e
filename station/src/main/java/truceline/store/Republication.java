package truceline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import truceline.ledger.Checkpoint;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Verifier;

/// Puts further signatures on a published checkpoint of a station that nobody writes to at the moment. It opens no log
/// ahead of writing and recovers nothing, so that the lock is held for milliseconds only.
public final class Republication {
    private Republication() {}

    /// Publishes the newest checkpoint with further signatures on it; false where it is no longer the newest, or a
    /// writer is at work, who then asks the witnesses itself.
    ///
    /// @param log the log's key, which must have signed the note
    public static boolean publish(Path stationDir, Verifier log, Note cosigned) {
        Checkpoint.open(cosigned, log);
        PosixDisk disk = new PosixDisk();
        StationFolder folder = new StationFolder(stationDir);
        try (WriterLock lock = WriterLock.take(folder.writerLock())) {
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
