package truceline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import truceline.ledger.LedgerException;

/// Secrets as files that only their owner may read (0600), in a folder that only he may enter. Refuses with `absent`,
/// or `open-key` where others may read a file.
final class KeyFiles {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFiles() {}

    static void createFolder(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (!Files.exists(folder)) {
            Files.createDirectory(folder, permissions(parent == null ? folder : parent, "rwx------"));
        }
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
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        Path folder = file.toAbsolutePath().getParent();
        return FileChannel.open(file, options, permissions(folder == null ? file : folder, "rw-------"));
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

    private static boolean hasPermissions(Path existing) throws IOException {
        return Files.getFileStore(existing).supportsFileAttributeView("posix");
    }

    private static FileAttribute<?>[] permissions(Path existing, String text) throws IOException {
        return hasPermissions(existing)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }
}
