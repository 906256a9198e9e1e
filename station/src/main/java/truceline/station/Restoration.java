package truceline.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import truceline.audit.Difference;
import truceline.audit.TreeAudit;
import truceline.intake.Refusal;
import truceline.ledger.Checkpoint;
import truceline.ledger.LedgerException;
import truceline.ledger.Verifier;
import truceline.store.Backup;
import truceline.store.FolderCheck;
import truceline.store.StationKeys;

/// Makes a station again from a backup, so that it may go on, and refuses where going on would make two histories of
/// one ledger.
///
/// A backup holds no lock: whoever restores says what the newest checkpoint is that anybody kept (a reader, a party, a
/// witness, the old `lock/` folder). Is it newer than the backup, then the station signed more than the backup holds,
/// and nothing may be signed from here: the folder is made to be read, and not unlocked.
public final class Restoration {
    private Restoration() {}

    /// What was restored.
    ///
    /// @param isWritable false where somebody holds a newer checkpoint
    /// @param newest the largest size that anybody is known to hold
    public record Result(Backup.Result copy, boolean isWritable, long newest) {}

    /// Restores a backup into a folder that does not exist yet.
    ///
    /// @param keys folder with the station's keys, kept apart
    /// @param vault copy of the vault, or null where it is gone: protected texts are then lost
    /// @param known the newest checkpoints that others hold
    /// @throws Refusal where the folder exists, or the backup is not whole, or a key is not the ledger's
    public static Result restore(Path backup, Path folder, Path keys, @Nullable Path vault, OlderCheckpoints known)
            throws IOException {
        if (Files.exists(folder)) {
            throw new Refusal("exists", folder + " exists already: restore to a folder that does not");
        }
        List<Verifier> log = FolderAudit.keys(backup, null);
        List<Verifier> everInForce = FolderAudit.everInForce(backup, null);
        List<Difference> wrong = new ArrayList<>();
        List<Checkpoint> held = known.with(backup).open(everInForce, wrong);
        TreeAudit.Result tree = TreeAudit.run(
                FolderCheck.treeFiles(backup.resolve("ledger")), log, List.of(), held, (index, entry) -> {});
        Checkpoint checkpoint = tree.checkpoint();
        tree.differences().stream()
                .filter(found -> checkpoint == null || !isLater(found, checkpoint))
                .forEach(wrong::add);
        if (!wrong.isEmpty() || checkpoint == null) {
            throw new Refusal("damaged", "the backup is not whole: " + wrong);
        }
        Backup.Result copy = Backup.run(backup, folder, log, everInForce, Settings.FILE);
        copyPrivate(keys, folder.resolve("keys"));
        if (vault != null) {
            Backup.vault(vault, folder.resolve("vault"));
        }
        refuseOtherKey(folder, log);
        long newest = held.stream().mapToLong(Checkpoint::size).max().orElse(0);
        boolean isWritable = newest <= checkpoint.size();
        if (isWritable) {
            Backup.unlock(folder);
        }
        return new Result(copy, isWritable, Math.max(newest, checkpoint.size()));
    }

    private static boolean isLater(Difference found, Checkpoint checkpoint) {
        return found.what().equals("inconsistent") && found.index() > checkpoint.size();
    }

    private static void refuseOtherKey(Path folder, List<Verifier> log) {
        try {
            String own = StationKeys.read(folder).log().verifier().text();
            if (log.stream().noneMatch(key -> key.text().equals(own))) {
                throw new Refusal("other-key", "the keys are those of another ledger");
            }
        } catch (LedgerException e) {
            throw new Refusal("other-key", "the keys cannot be used: " + e.getMessage());
        }
    }

    /// Keys, for their owner only.
    private static void copyPrivate(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        boolean posix = Files.getFileStore(to).supportsFileAttributeView("posix");
        if (posix) {
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(String.valueOf(file.getFileName()));
                Files.copy(file, copy);
                if (posix) {
                    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
                }
            }
        }
    }
}
