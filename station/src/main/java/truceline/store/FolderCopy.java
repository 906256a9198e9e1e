package truceline.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import truceline.ledger.Sha256;

/// Copies files into a folder that is its owner's alone: each stands under its name only once it is whole and
/// durable.
/// What is erased or written over is overwritten with zeros first. Not thread-safe.
final class FolderCopy {
    private static final String TEMPORARY = ".truceline-copying";
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path to;
    private final PosixDisk disk = new PosixDisk();
    private long copied;
    private long copiedBytes;
    private long kept;

    /// Opens a folder to be copied to, makes it where it is missing, and removes what an earlier run broke off.
    FolderCopy(Path to) throws IOException {
        this.to = to;
        KeyFiles.createFolders(to);
        KeyFiles.close(to);
        for (String path : files(to, true)) {
            if (path.equals(TEMPORARY) || path.endsWith("/" + TEMPORARY)) {
                erase(path);
            }
        }
    }

    long copied() {
        return copied;
    }

    long copiedBytes() {
        return copiedBytes;
    }

    long kept() {
        return kept;
    }

    void keep() {
        kept++;
    }

    Path at(String path) {
        return to.resolve(path);
    }

    /// Regular files below a folder as paths with `/`; files that go meanwhile are left out.
    static SortedSet<String> files(Path root) throws IOException {
        return files(root, false);
    }

    private static SortedSet<String> files(Path root, boolean also) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        if (!Files.isDirectory(root)) {
            return names;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean isTemporary = String.valueOf(file.getFileName()).equals(TEMPORARY);
                if (attributes.isRegularFile() && (also || !isTemporary)) {
                    names.add(root.relativize(file).toString().replace('\\', '/'));
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
        });
        return names;
    }

    /// Writes bytes under a name unless they are there; true where other bytes were.
    boolean place(String path, byte[] bytes) throws IOException {
        Path file = to.resolve(path);
        boolean isThere = Files.exists(file);
        if (isThere && Arrays.equals(Files.readAllBytes(file), bytes)) {
            kept++;
            return false;
        }
        Path temporary = temporary(file);
        try (FileChannel out = create(temporary)) {
            write(out, ByteBuffer.wrap(bytes));
            out.force(true);
        }
        disk.rename(temporary, file);
        disk.forceDirectory(Objects.requireNonNull(file.getParent()));
        copied++;
        return isThere;
    }

    /// What came of copying a file: SHA-256 of the bytes that were read, in hexadecimal.
    record Copied(String sha256, Path temporary) {}

    /// Copies a file beside its place; empty where it is gone.
    Optional<Copied> copy(Path source, String path) throws IOException {
        Path temporary = temporary(to.resolve(path));
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(source);
                FileChannel out = create(temporary)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                write(out, ByteBuffer.wrap(buffer, 0, read));
            }
            out.force(true);
        } catch (NoSuchFileException e) {
            if (Files.exists(source)) {
                throw e;
            }
            return Optional.empty();
        }
        return Optional.of(new Copied(HexFormat.of().formatHex(digest.digest()), temporary));
    }

    /// Gives a copied file its name, overwrites what stood there, and reads it again; false where it holds
    /// other bytes
    /// than were copied.
    boolean settle(Copied file, String path) throws IOException {
        Path place = to.resolve(path);
        if (Files.exists(place)) {
            long length = Files.size(place);
            try (Disk.Open before = disk.open(place)) {
                disk.rename(file.temporary, place);
                disk.forceDirectory(Objects.requireNonNull(place.getParent()));
                BlobKeys.overwrite(before, 0, length);
            }
        } else {
            disk.rename(file.temporary, place);
            disk.forceDirectory(Objects.requireNonNull(place.getParent()));
        }
        copied++;
        return FolderCheck.sha256(place).equals(file.sha256);
    }

    /// Forgets a copied file that is not what it should be.
    void drop(Copied file) throws IOException {
        Files.delete(file.temporary);
    }

    /// Overwrites a file and removes it.
    void erase(String path) throws IOException {
        Path file = to.resolve(path);
        BlobKeys.overwrite(disk, file, 0);
        Files.delete(file);
        disk.forceDirectory(Objects.requireNonNull(file.getParent()));
    }

    private static Path temporary(Path file) throws IOException {
        Path directory = Objects.requireNonNull(file.getParent());
        KeyFiles.createFolders(directory);
        return directory.resolve(TEMPORARY);
    }

    private static FileChannel create(Path temporary) throws IOException {
        return KeyFiles.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            copiedBytes += out.write(bytes);
        }
    }
}
