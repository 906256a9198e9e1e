package truceline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import truceline.ledger.LedgerException;

/// Secrets as files that only their owner may read (0600), in a folder that only he may enter. Refuses with
/// `absent`,
/// or `open-key` where others may read a file.
final class KeyFiles {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";

    private KeyFiles() {}

    static void createFolder(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (!Files.exists(folder)) {
            Files.createDirectory(folder, permissions(parent == null ? folder : parent, FOLDER));
        }
    }

    /// Makes a folder and those above it that are missing, each for its owner alone.
    static void createFolders(Path folder) throws IOException {
        Path above = folder.toAbsolutePath();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        Files.createDirectories(folder, permissions(above == null ? folder : above, FOLDER));
    }

    /// Takes a folder and all that is below it from everybody but its owner, where others may enter it; one
    /// that is not
    /// there is no matter. The folder itself is closed last, so that what a crash left open is closed the next
    /// time.
    static void close(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || !hasPermissions(folder) || isOwners(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(FOLDER));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isOwners(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
                .endsWith("------");
    }

    static byte[] read(Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            if (hasPermissions(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new LedgerException("open-key", "others may read " + file + ": set its mode to 0600");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new LedgerException("absent", file + " is missing", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Opens a new file that only its owner may read.
    static FileChannel create(Path file) throws IOException {
        return open(file, StandardOpenOption.CREATE_NEW);
    }

    /// Opens a file for writing; where it is made, only its owner may read it.
    static FileChannel open(Path file, StandardOpenOption... more) throws IOException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.WRITE, more);
        Path folder = file.toAbsolutePath().getParent();
        return FileChannel.open(file, options, permissions(folder == null ? file : folder, FILE));
    }

    /// Writes a file that must not be there yet.
    static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = create(file)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /// The mode of a folder that only its owner may enter, for one to be made on the disk of another.
    static FileAttribute<?>[] folder(Path existing) throws IOException {
        return permissions(existing, FOLDER);
    }

    private static boolean hasPermissions(Path existing) throws IOException {
        return Files.getFileStore(existing).supportsFileAttributeView("posix");
    }

    private static FileAttribute<?>[] permissions(Path existing, String text) throws IOException {
        return hasPermissions(existing)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }
}
