package truceline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import truceline.audit.Difference;
import truceline.audit.TreeAudit;
import truceline.ledger.Checkpoint;
import truceline.ledger.EntryBundle;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Tile;
import truceline.ledger.Verifier;

/// Copies what a station needs to live again, while it may be writing: the ledger as of one checkpoint, every
/// checkpoint before it, and the received files.
///
/// The checkpoint is read first, so that everything it covers is there already and never changes. Every
/// received file
/// of the backup is read again, also one that an earlier run copied; what has the right bytes is not copied
/// again. Only
/// received files that the station does not keep any more are removed. The checkpoint is written after what
/// it covers:
/// a backup that broke off still holds the one before. Never copied: keys, the vault, the lock. Not
/// thread-safe.
public final class Backup {
    private final Path from;
    private final Path to;
    private final FolderCopy copy;
    private final PosixDisk disk = new PosixDisk();
    private final List<String> mended = new ArrayList<>();
    private final List<Difference> bad = new ArrayList<>();
    private long removed;

    private Backup(Path from, Path to) throws IOException {
        this.from = from;
        this.to = to;
        this.copy = new FolderCopy(to);
    }

    /// What was done.
    ///
    /// @param size entries under the checkpoint
    /// @param copied files that were written
    /// @param kept files that an earlier backup held
    /// @param mended files that an earlier backup held with wrong bytes, and that were written anew
    /// @param removed received files that the station does not keep any more
    /// @param differences what is wrong with the record in the copy, of which nothing may be believed then
    /// @param bad received files that could not be copied: `blob-hash` where the source does not hold what
    /// its name
    ///     says, `lost` where the record names a file that only the copy has, `copy` where it was read back
    /// otherwise
    public record Result(
            long size,
            long copied,
            long copiedBytes,
            long kept,
            List<String> mended,
            long removed,
            List<Difference> differences,
            List<Difference> bad) {
        public Result {
            mended = List.copyOf(mended);
            differences = List.copyOf(differences);
            bad = List.copyOf(bad);
        }

        public boolean isWhole() {
            return differences.isEmpty() && bad.isEmpty();
        }
    }

    /// Backs up a station's folder.
    ///
    /// @param log the keys one of which signed its checkpoint
    /// @param everInForce those and the retired ones, one of which signed what an earlier backup holds
    /// @param settings name of the settings file beside the ledger
    /// @param isNamed whether the record names a received file and nobody decided to shred it; asked only about
    /// files
    ///     that the copy has and the station has not
    /// @throws LedgerException `absent` where there is no ledger, `damaged` where the record is not what the
    ///     checkpoint says, or where the backup is of another ledger or of a later state
    public static Result run(
            Path station,
            CopyFolder backup,
            List<Verifier> log,
            List<Verifier> everInForce,
            String settings,
            Predicate<String> isNamed)
            throws IOException {
        Backup run = new Backup(station, backup.marked());
        Note note = run.record(log, everInForce, settings);
        run.removeUnnamed(isNamed);
        return run.result(note, log);
    }

    /// Copies a backup into a new folder, as far as it is good.
    public static Result restore(Path backup, Path folder, List<Verifier> log, String settings) throws IOException {
        Backup run = new Backup(backup, folder);
        return run.result(run.record(log, log, settings), log);
    }

    private Note record(List<Verifier> log, List<Verifier> everInForce, String settings) throws IOException {
        byte[] note = read(from.resolve("ledger/checkpoint"));
        Checkpoint checkpoint = Checkpoint.open(Note.parse(note), log);
        refuseLater(checkpoint, everInForce);
        if (Files.exists(from.resolve(settings))) {
            copy.place(settings, read(from.resolve(settings)));
        }
        tiles(checkpoint.size(), false);
        blobs();
        history(checkpoint.size());
        copy.place("ledger/checkpoint", note);
        if (!differences(log).isEmpty()) {
            tiles(checkpoint.size(), true);
        }
        return Note.parse(note);
    }

    private Result result(Note note, List<Verifier> log) throws IOException {
        return new Result(
                Checkpoint.parse(note.text()).size(),
                copy.copied(),
                copy.copiedBytes(),
                copy.kept(),
                mended,
                removed,
                differences(log),
                bad);
    }

    private List<Difference> differences(List<Verifier> log) throws IOException {
        List<Checkpoint> older = CheckpointHistory.read(to).checkpoints();
        return TreeAudit.run(FolderCheck.treeFiles(to.resolve("ledger")), log, List.of(), older, (index, entry) -> {})
                .differences();
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new LedgerException("absent", file + " is missing", e);
        }
    }

    /// A backup grows with its ledger; it is never taken back to an earlier state, nor mixed with another
    /// ledger.
    private void refuseLater(Checkpoint checkpoint, List<Verifier> log) throws IOException {
        Path before = to.resolve("ledger/checkpoint");
        if (Files.exists(before)) {
            Checkpoint earlier = Checkpoint.open(Note.parse(Files.readAllBytes(before)), log);
            if (earlier.size() > checkpoint.size()) {
                throw new LedgerException(
                        "damaged",
                        to + " holds " + earlier.size() + " entries, the station only " + checkpoint.size()
                                + ": back up to another folder, and find out why");
            }
        }
    }

    /// @param again true to compare also full tiles that the backup has, of which one may have been damaged
    /// there
    private void tiles(long size, boolean again) throws IOException {
        LedgerFiles files = new LedgerFiles(disk, from.resolve("ledger"));
        for (int level = Tile.ENTRIES; Tile.countAt(level, size) > 0; level++) {
            for (long index = 0; index * Tile.WIDTH < Tile.countAt(level, size); index++) {
                Tile tile = Tile.of(level, index, size);
                String path = "ledger/" + tile.path();
                if (!again && !tile.isPartial() && Files.exists(to.resolve(path))) {
                    copy.keep();
                    continue;
                }
                byte[] bytes = level == Tile.ENTRIES ? EntryBundle.encode(files.entries(tile)) : files.hashes(tile);
                if (copy.place(path, bytes)) {
                    mended.add(path);
                }
            }
        }
    }

    private void blobs() throws IOException {
        for (String path : names(from)) {
            blob(path);
        }
    }

    /// Paths of received files below `blobs/`, of which the last part is the hash of the content.
    private static List<String> names(Path root) throws IOException {
        SortedSet<String> files = FolderCopy.files(root.resolve("blobs"));
        return files.stream()
                .filter(path -> path.matches("([0-9a-f]{2})/\\1[0-9a-f]{62}"))
                .toList();
    }

    private void blob(String name) throws IOException {
        String path = "blobs/" + name;
        boolean isThere = Files.exists(copy.at(path));
        if (isThere && name.endsWith(FolderCheck.sha256(copy.at(path)))) {
            copy.keep();
            return;
        }
        Optional<FolderCopy.Copied> found = copy.copy(from.resolve(path), path);
        if (found.isEmpty()) {
            return; // discarded meanwhile
        }
        if (!name.endsWith(found.get().sha256())) {
            copy.drop(found.get());
            bad.add(new Difference(-1, path, "blob-hash"));
        } else if (!copy.settle(found.get(), path)) {
            bad.add(new Difference(-1, path, "copy"));
        } else if (isThere) {
            mended.add(path);
        }
    }

    /// A file that the record names, and that nobody decided to shred, was lost in the station: its copy stays.
    private void removeUnnamed(Predicate<String> isNamed) throws IOException {
        for (String name : names(to)) {
            String path = "blobs/" + name;
            if (Files.exists(from.resolve(path))) {
                continue;
            }
            if (isNamed.test(name.substring(3))) {
                bad.add(new Difference(-1, path, "lost"));
            } else {
                copy.erase(path);
                removed++;
            }
        }
    }

    /// Only up to the checkpoint that is copied: the station may have published later ones meanwhile.
    private void history(long size) throws IOException {
        for (String name : FolderCopy.files(from.resolve("history"))) {
            byte[] bytes = read(from.resolve("history").resolve(name));
            byte[] covered = CheckpointHistory.upTo(bytes, size);
            if (covered.length > 0) {
                copy.place("history/" + name, covered);
            }
        }
    }

    /// Makes a copied folder a station again that may be written to: its checkpoint becomes the locked one.
    ///
    /// @param isKnown true where the caller has made sure that nobody knows of a later one; otherwise the
    /// folder is
    ///     marked as [Restored]
    public static void unlock(Path station, boolean isKnown) throws IOException {
        PosixDisk disk = new PosixDisk();
        StationFolder folder = new StationFolder(station);
        if (disk.exists(folder.lockedCheckpoint())) {
            throw new LedgerException("exists", folder.lockedCheckpoint() + " exists already");
        }
        Recovery.createFolders(disk, folder);
        if (!isKnown) {
            Restored.mark(disk, folder);
        }
        Checkpoint checkpoint = Checkpoint.parse(
                Note.parse(disk.read(folder.publishedCheckpoint())).text());
        int segmentBytes = LedgerStore.Settings.DEFAULT.segmentBytes();
        try (Wal first = new Wal(disk, folder, segmentBytes, 1, new SecureRandom())) {
            first.startSegment(checkpoint.size());
        }
        Sealer.replace(disk, folder, folder.lockedCheckpoint(), disk.read(folder.publishedCheckpoint()));
    }
}
