package truceline.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import truceline.ledger.LedgerException;

/// The operating system's lock that lets one process, and within it one store, write a station.
///
/// The lock is the process's: it ends as soon as any channel of this process on the same file is closed, whichever one
/// that is. So the file is opened only where this process does not hold the lock yet, and nothing else may open it.
final class WriterLock implements Disk.Lock {
    private static final Set<Object> HELD = new HashSet<>();

    private final FileChannel channel;
    private final Path path;
    private final Object file;

    private WriterLock(FileChannel channel, Path path, Object file) {
        this.channel = channel;
        this.path = path;
        this.file = file;
    }

    /// Takes the lock or refuses with `locked`.
    static WriterLock take(Path path) throws IOException {
        synchronized (HELD) {
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            if (!Files.exists(path)) {
                Files.createFile(path);
            }
            Object file = identity(path);
            if (HELD.contains(file)) {
                throw locked(path);
            }
            FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
            @Nullable FileLock lock = null;
            try {
                lock = channel.tryLock();
            } finally {
                if (lock == null) {
                    channel.close();
                }
            }
            if (lock == null) {
                throw locked(path);
            }
            WriterLock taken = new WriterLock(channel, path, file);
            if (!taken.isHeld()) {
                channel.close();
                throw locked(path);
            }
            HELD.add(file);
            return taken;
        }
    }

    /// What is the same for every name of a file: device and inode where the platform has them.
    private static Object identity(Path path) throws IOException {
        Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return key == null ? path.toRealPath() : key;
    }

    private static LedgerException locked(Path path) {
        return new LedgerException("locked", "another writer has " + path);
    }

    @Override
    public boolean isHeld() throws IOException {
        return Files.exists(path) && file.equals(identity(path));
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            HELD.remove(file);
            channel.close();
        }
    }
}
