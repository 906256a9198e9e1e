package truceline.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import truceline.ledger.LedgerException;
import truceline.ledger.Sha256;

/// Writes a bundle: a new zip file whose bytes follow from the names and contents alone.
///
/// Files are stored, not compressed, at one fixed time, in the order in which they are put; give them sorted.
/// Durable once finished. Memory is bounded. Refuses with `too-large` what [BundleReader] would not take. Not
/// thread-safe.
public final class BundleWriter implements AutoCloseable {
    /// The first day of zip time would bring in the zone of the machine; the second month does not.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final FileChannel file;
    private final ZipOutputStream zip;
    private int files;
    private long bytes;

    private BundleWriter(FileChannel file) {
        this.file = file;
        this.zip = new ZipOutputStream(Channels.newOutputStream(file));
    }

    /// Opens bytes, each time from their beginning.
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    /// Starts a file that must not exist yet; [java.nio.file.FileAlreadyExistsException] where it does.
    public static BundleWriter create(Path file) throws IOException {
        return new BundleWriter(FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
    }

    /// Adds a file of known bytes.
    public void put(String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        begin(name, content.length, crc.getValue());
        zip.write(content);
        zip.closeEntry();
    }

    /// Adds a file of any length, whose SHA-256 must be the one given; it is read twice. Refuses with `damaged`.
    public void put(String name, Content content, String sha256) throws IOException {
        CRC32 crc = new CRC32();
        MessageDigest digest = Sha256.start();
        long size = copy(content, (buffer, length) -> {
            crc.update(buffer, 0, length);
            digest.update(buffer, 0, length);
        });
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new LedgerException("damaged", name + " is not what its name says: run 'truceline fsck --deep'");
        }
        begin(name, size, crc.getValue());
        copy(content, (buffer, length) -> zip.write(buffer, 0, length));
        zip.closeEntry();
    }

    @FunctionalInterface
    private interface Chunk {
        void take(byte[] buffer, int length) throws IOException;
    }

    private static long copy(Content content, Chunk out) throws IOException {
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = content.open()) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                out.take(buffer, read);
                size += read;
            }
        }
        return size;
    }

    private void begin(String name, long size, long crc) throws IOException {
        files++;
        bytes += size;
        if (files > BundleReader.MOST_FILES || bytes > BundleReader.MOST_BYTES) {
            throw new LedgerException("too-large", "the record is too large for one bundle: hand over its folders");
        }
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(TIME);
        entry.setSize(size);
        entry.setCompressedSize(size);
        entry.setCrc(crc);
        zip.putNextEntry(entry);
    }

    /// Ends the file and returns once it is durable.
    public void finish() throws IOException {
        zip.finish();
        zip.flush();
        file.force(true);
    }

    /// Closes the file, finished or not.
    @Override
    public void close() throws IOException {
        file.close();
    }
}
