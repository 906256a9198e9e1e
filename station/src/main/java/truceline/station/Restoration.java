package truceline.station;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import truceline.audit.Difference;
import truceline.audit.TreeAudit;
import truceline.intake.Refusal;
import truceline.ledger.Checkpoint;
import truceline.ledger.LedgerException;
import truceline.ledger.LogKeys;
import truceline.ledger.Verifier;
import truceline.store.Backup;
import truceline.store.CopyFolder;
import truceline.store.FolderCheck;
import truceline.store.StationKeys;
import truceline.store.VaultCopy;

/// Makes a station again from a backup, so that it may go on, and refuses where going on would make two
/// histories of
/// one ledger.
///
/// A backup holds no lock: whoever restores says what the newest checkpoint is that anybody kept (a reader, a
/// party, a
/// witness, the old `lock/` folder). Is it newer than the backup, then the station signed more than the
/// backup holds,
/// and nothing may be signed from here. Is it not, then that shows only that the backup fits what is known: the
/// folder is marked, and asks its witnesses at its next start. Only who says that nobody holds more is spared that.
///
/// The folder is made beside its place and gets its name at the end; what fails leaves nothing behind.
public final class Restoration {
    private Restoration() {}

    /// How a restored folder stands.
    public enum Standing {
        /// It may be written to.
        GOES_ON,
        /// It is marked, and its witnesses are asked at the next start.
        WAITS_FOR_WITNESSES,
        /// It is marked, and there is nobody who could confirm it.
        WAITS_FOR_NOBODY,
        /// Somebody holds a newer checkpoint: nothing is ever signed from here.
        IS_BEHIND
    }

    /// What was restored.
    ///
    /// @param vault files of the vault that were copied and do not read back as they were
    /// @param newest the largest size that anybody is known to hold
    public record Result(Backup.Result copy, VaultCopy.Result vault, Standing standing, long newest) {
        public boolean isWritable() {
            return standing == Standing.GOES_ON;
        }

        /// Whether nothing of the backup was found bad.
        public boolean isWhole() {
            return copy.isWhole() && vault.bad().isEmpty();
        }
    }

    /// Restores a backup into a folder that does not exist yet. A received file that is bad in the backup is
    /// left out
    /// and named.
    ///
    /// @param keys folder with the station's keys, kept apart
    /// @param vault copy of the vault, or null where it is gone: protected texts are then lost
    /// @param known the newest checkpoints that others hold
    /// @param isSaidNewest whether it was said, in place of these, that nobody can hold a newer one
    /// @throws Refusal where the folder exists, or the record is not whole, or a key is not the ledger's
    public static Result restore(
            Path backup, Path folder, Path keys, @Nullable Path vault, OlderCheckpoints known, boolean isSaidNewest)
            throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal("exists", folder + " exists already: restore to a folder that does not");
        }
        if (vault != null && !Files.isDirectory(vault)) {
            throw new Refusal("not-found", "there is no copy of a vault in " + vault);
        }
        List<Verifier> log = FolderAudit.keys(backup, null);
        List<Verifier> everInForce = FolderAudit.everInForce(backup, null);
        if (vault != null) {
            CopyFolder.refuseOther(CopyFolder.Kind.VAULT, vault, everInForce.getFirst());
        }
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
        long newest = Math.max(
                checkpoint.size(),
                held.stream().mapToLong(Checkpoint::size).max().orElse(0));
        Building made = new Building(folder);
        try {
            copyPrivate(keys, made.temporary.resolve("keys"));
            refuseOtherKeys(made.temporary, log);
            Backup.Result copy = Backup.restore(backup, made.temporary, log, Settings.FILE);
            VaultCopy.Result items =
                    vault == null ? VaultCopy.Result.NONE : VaultCopy.restore(vault, made.temporary.resolve("vault"));
            Standing standing = newest > checkpoint.size()
                    ? Standing.IS_BEHIND
                    : isSaidNewest ? Standing.GOES_ON : standing(made.temporary);
            if (standing != Standing.IS_BEHIND) {
                Backup.unlock(made.temporary, standing == Standing.GOES_ON);
            }
            made.place();
            return new Result(copy, items, standing, newest);
        } finally {
            made.removeUnplaced();
        }
    }

    /// @param folder what was restored so far, of which nobody is known to hold more
    private static Standing standing(Path folder) throws IOException {
        return Resumption.policy(folder) == null
                        || Settings.read(folder).witnesses().isEmpty()
                ? Standing.WAITS_FOR_NOBODY
                : Standing.WAITS_FOR_WITNESSES;
    }

    private static boolean isLater(Difference found, Checkpoint checkpoint) {
        return found.what().equals("inconsistent") && found.index() > checkpoint.size();
    }

    private static void refuseOtherKeys(Path folder, List<Verifier> log) {
        LogKeys own;
        try {
            own = StationKeys.read(folder).logKeys();
        } catch (LedgerException e) {
            throw new Refusal("other-key", "the keys cannot be used: " + e.getMessage());
        }
        List<Verifier> missing = SigningKeys.missing(log, own);
        if (missing.size() == log.size()) {
            throw new Refusal("other-key", "the keys are those of another ledger, or of another time of it: " + own);
        }
        SigningKeys.refuse(missing, own);
    }

    /// Keys, for their owner only.
    private static void copyPrivate(Path from, Path to) throws IOException {
        Files.createDirectory(to);
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

    /// A folder on its way to its name.
    private static final class Building {
        private final Path folder;
        private final Path temporary;
        private final List<Path> parents = new ArrayList<>();
        private boolean isPlaced;

        private Building(Path folder) throws IOException {
            this.folder = folder.toAbsolutePath();
            Path parent = Objects.requireNonNull(this.folder.getParent());
            for (Path above = parent; above != null && !Files.exists(above); above = above.getParent()) {
                parents.add(above);
            }
            Files.createDirectories(parent);
            temporary = Files.createTempDirectory(parent, "." + folder.getFileName() + ".restoring-");
        }

        private void place() throws IOException {
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new Refusal("exists", folder + " came into being meanwhile");
            }
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
            isPlaced = true;
        }

        /// Removes what was made here, and nothing else.
        private void removeUnplaced() throws IOException {
            if (isPlaced) {
                return;
            }
            Files.walkFileTree(temporary, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
            for (Path made : parents) {
                Files.delete(made);
            }
        }
    }
}
