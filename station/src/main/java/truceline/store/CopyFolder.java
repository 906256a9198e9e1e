package truceline.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import truceline.ledger.LedgerException;
import truceline.ledger.Verifier;

/// A folder that is given away to copies of one station: it was empty when it was first given, and bears the mark of
/// that station since. Only in such a folder does a backup write or erase.
///
/// Checking writes nothing and changes no mode. Refuses with `exists`. Immutable.
public final class CopyFolder {
    /// Name of the file that says whose copy a folder is.
    static final String MARK = "truceline-copy";

    /// A folder above a copy with one of these is a station, a copy or a folder of keys.
    private static final List<String> OCCUPIED =
            List.of("ledger", "lock/checkpoint", "truceline.yaml", "log.key", "monitor.key", MARK);

    private final Path folder;
    private final String text;

    /// What a folder is for.
    public enum Kind {
        RECORD("record"),
        VAULT("vault");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// Folders that a copy of this kind never has.
        private List<String> foreign() {
            return this == VAULT ? List.of("keys", "lock", "ledger") : List.of("keys", "lock");
        }
    }

    private CopyFolder(Path folder, String text) {
        this.folder = folder;
        this.text = text;
    }

    /// Looks whether a folder may be written to.
    ///
    /// @param other where else this backup goes, or null
    /// @param identity the first key of the station's log, which bears its origin and never changes
    public static CopyFolder check(Kind kind, Path folder, Path station, @Nullable Path other, Verifier identity)
            throws IOException {
        Path real = real(folder);
        if (isOneInTheOther(real, real(station))) {
            throw new LedgerException("exists", folder + " and the station " + station + " lie one in the other");
        }
        if (other != null && isOneInTheOther(real, real(other))) {
            throw new LedgerException("exists", folder + " and the other folder " + other + " lie one in the other");
        }
        for (Path above = real.getParent(); above != null; above = above.getParent()) {
            for (String name : OCCUPIED) {
                if (Files.exists(above.resolve(name))) {
                    throw new LedgerException(
                            "exists", folder + " lies in " + above + ", which is a station, a copy or holds keys");
                }
            }
        }
        CopyFolder copy = new CopyFolder(folder, text(kind, identity));
        copy.refuseContent(kind);
        return copy;
    }

    /// Refuses a folder that is marked as another copy; one without a mark may have been copied by hand.
    public static void refuseOther(Kind kind, Path folder, Verifier identity) throws IOException {
        String found = mark(folder);
        if (found != null && !found.equals(text(kind, identity))) {
            throw new LedgerException("exists", folder + " is marked as another copy: " + found.strip());
        }
    }

    private void refuseContent(Kind kind) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new LedgerException("exists", folder + " is no folder");
        }
        String found = mark(folder);
        boolean isBrokenOff = found == null || found.length() < text.length() && text.startsWith(found);
        if (isBrokenOff && holdsMore()) {
            throw new LedgerException(
                    "exists",
                    folder + " is neither empty nor marked as a copy of this station by an earlier backup. What lies"
                            + " there is left as it is: give an empty folder, or the name of one to be made");
        }
        if (!isBrokenOff && found != null && !found.equals(text)) {
            throw new LedgerException("exists", folder + " is marked as another copy: " + found.strip());
        }
        for (String name : kind.foreign()) {
            if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                throw new LedgerException("exists", folder + " holds " + name + "/, which no copy has: move it away");
            }
        }
    }

    private boolean holdsMore() throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.anyMatch(each -> !each.endsWith(MARK));
        }
    }

    private static @Nullable String mark(Path folder) throws IOException {
        Path file = folder.resolve(MARK);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Files.readString(file, StandardCharsets.UTF_8)
                : null;
    }

    private static String text(Kind kind, Verifier identity) {
        return "copy of a " + kind.word + ": 'truceline backup' erases here what the station erased\nlog "
                + identity.text() + "\n";
    }

    /// The folder, made and marked where it is not yet.
    Path marked() throws IOException {
        KeyFiles.createFolders(folder);
        if (!text.equals(mark(folder))) {
            Path file = folder.resolve(MARK);
            KeyFiles.open(file, StandardOpenOption.CREATE).close();
            PosixDisk disk = new PosixDisk();
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.DSYNC);
            disk.forceDirectory(folder);
        }
        return folder;
    }

    private static boolean isOneInTheOther(Path one, Path other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    /// Where a path leads, also where its last parts are still to be made.
    private static Path real(Path path) throws IOException {
        Path whole = path.toAbsolutePath().normalize();
        Path there = whole;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there.toRealPath().resolve(there.relativize(whole)).normalize();
    }
}
