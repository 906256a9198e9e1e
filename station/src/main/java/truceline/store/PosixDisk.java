package truceline.store;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// The real disk. Safe for many threads.
///
/// A file is opened anew for each read: an interrupted reader then closes its own channel and nobody else's.
final class PosixDisk implements Disk {
    /// Forces that wait for the journal at the same time share one commit of it: 16 make 8 times as many per second.
    private static final int PARALLEL_FORCES = 16;

    private static final int FEW_FILES = 3;
    private static final int DIRECT_BYTES = 1 << 20;

    @Override
    public byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    @Override
    public void read(Path file, long position, byte[] out) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.wrap(out);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position + buffer.position()) < 0) {
                    throw new EOFException(file + " ends before byte " + (position + out.length));
                }
            }
        }
    }

    /// Not every file system offers direct reads (some network and memory ones do not); there the page cache is read,
    /// and a page that never reached the disk after a failed force may still look whole.
    @Override
    public byte[] readAroundCache(Path file) throws IOException {
        FileChannel direct;
        int align;
        try {
            align = Math.toIntExact(Files.getFileStore(file).getBlockSize());
            direct = FileChannel.open(file, StandardOpenOption.READ, directOption());
        } catch (UnsupportedOperationException | IOException _) {
            return Files.readAllBytes(file);
        }
        try (direct) {
            byte[] all = new byte[Math.toIntExact(direct.size())];
            ByteBuffer buffer = ByteBuffer.allocateDirect(DIRECT_BYTES + align).alignedSlice(align);
            for (int at = 0; at < all.length; ) {
                buffer.clear().limit(DIRECT_BYTES);
                int read = direct.read(buffer, at);
                if (read <= 0) {
                    throw new EOFException(file + " ends at byte " + at);
                }
                buffer.flip().get(all, at, Math.min(read, all.length - at));
                at += read;
            }
            return all;
        }
    }

    /// By name, because the compiler warns of an option that only some platforms have.
    private static OpenOption directOption() {
        try {
            Class<?> options = Class.forName("com.sun.nio.file.ExtendedOpenOption");
            return (OpenOption) options.getField("DIRECT").get(null);
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException("no direct reads on this platform", e);
        }
    }

    @Override
    public void write(Map<Path, byte[]> files) throws IOException {
        if (files.size() <= FEW_FILES) {
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                writeOne(file.getKey(), file.getValue());
            }
            return;
        }
        try (ExecutorService pool =
                Executors.newFixedThreadPool(Math.min(PARALLEL_FORCES, files.size()), r -> new Thread(r, "force"))) {
            List<Future<?>> writes = new ArrayList<>();
            files.forEach((path, bytes) -> writes.add(pool.submit(() -> {
                writeOne(path, bytes);
                return null;
            })));
            for (Future<?> write : writes) {
                write.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while writing", e);
        }
    }

    private static void writeOne(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeFully(channel, 0, ByteBuffer.wrap(bytes));
            channel.force(true);
        }
    }

    private static void writeFully(FileChannel channel, long position, ByteBuffer bytes) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    @Override
    public Open open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        return new Open() {
            @Override
            public void write(long position, ByteBuffer bytes) throws IOException {
                channel.write(bytes, position);
            }

            @Override
            public void force() throws IOException {
                channel.force(false);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        Files.createDirectory(directory);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public long length(Path file) throws IOException {
        return Files.size(file);
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file);
    }

    @Override
    public List<String> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public Room room(Path path) {
        File file = path.toFile();
        return new Room(file.getTotalSpace(), file.getUsableSpace());
    }

    @Override
    public Lock lock(Path file) throws IOException {
        return WriterLock.take(file);
    }
}
