package truceline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import truceline.audit.Difference;
import truceline.ledger.LedgerException;

/// Copies a vault as it is now over an earlier copy of it: what was erased is erased there too, byte by byte, and
/// every file is compared with the copy of it. Only files named as a vault names them are copied or erased. Other
/// copies are not reached. Not thread-safe.
public final class VaultCopy {
    /// The files of `spec/vault.md` and `spec/blob.md`, of both forms.
    private static final Pattern FILE = Pattern.compile("rows/([A-Za-z0-9_-]{1,2})/\\1[A-Za-z0-9_-]{0,79}"
            + "(\\.[0-9]{1,9})?(\\.[A-Z])?\\.(keys|data)|blobs/([0-9a-f]{2})/\\5[0-9a-f]{62}\\.(keys|key|held)");

    private VaultCopy() {}

    /// What was done.
    ///
    /// @param files files in the vault
    /// @param copied of these, those that the copy had not or had with other bytes
    /// @param removed files that the vault does not keep any more
    /// @param bad files of the copy that are not to be relied on: `copy` where one was read back otherwise,
    /// `lost`
    ///     where the record still names it and only the copy has it
    public record Result(long files, long copied, long removed, List<Difference> bad) {
        /// Where no vault was asked for.
        public static final Result NONE = new Result(0, 0, 0, List.of());

        public Result {
            bad = List.copyOf(bad);
        }
    }

    /// Copies a vault, keys before the texts that they open, so that no key points beyond its text.
    ///
    /// @param isNamed whether the record names a submission, statement or received file
    /// @throws LedgerException `absent` where there is no vault and a copy of one, which is then left alone
    public static Result run(Path vault, CopyFolder copy, Predicate<String> isNamed) throws IOException {
        return run(vault, copy.marked(), isNamed);
    }

    /// Copies the copy of a vault into a new station.
    public static Result restore(Path copy, Path vault) throws IOException {
        return run(/* vault= */ copy, /* copy= */ vault, name -> true);
    }

    private static SortedSet<String> files(Path root) throws IOException {
        SortedSet<String> files = FolderCopy.files(root);
        files.removeIf(name -> !FILE.matcher(name).matches());
        return files;
    }

    private static Result run(Path vault, Path copy, Predicate<String> isNamed) throws IOException {
        if (!Files.isDirectory(vault)) {
            if (!files(copy).isEmpty()) {
                throw new LedgerException(
                        "absent", vault + " is missing: the copy of it in " + copy + " is left as it is");
            }
            return Result.NONE;
        }
        FolderCopy to = new FolderCopy(copy);
        List<Difference> bad = new ArrayList<>();
        List<String> names = new ArrayList<>(files(vault));
        names.sort(Comparator.comparing((String name) -> name.endsWith(".data")).thenComparing(name -> name));
        for (String name : names) {
            if (!isSame(vault.resolve(name), to.at(name))) {
                Optional<FolderCopy.Copied> found = to.copy(vault.resolve(name), name);
                if (found.isPresent() && !to.settle(found.get(), name)) {
                    bad.add(new Difference(-1, "vault/" + name, "copy"));
                }
            }
        }
        long removed = 0;
        for (String name : files(copy)) {
            if (Files.exists(vault.resolve(name))) {
                continue;
            }
            if (isNamed.test(owner(name))) {
                bad.add(new Difference(-1, "vault/" + name, "lost"));
            } else {
                to.erase(name);
                removed++;
            }
        }
        return new Result(names.size(), to.copied(), removed, bad);
    }

    /// The name of a file begins with what it belongs to.
    private static String owner(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static boolean isSame(Path file, Path copy) throws IOException {
        try {
            return Files.exists(copy)
                    && Files.size(file) == Files.size(copy)
                    && FolderCheck.sha256(file).equals(FolderCheck.sha256(copy));
        } catch (NoSuchFileException _) {
            return false;
        }
    }
}
