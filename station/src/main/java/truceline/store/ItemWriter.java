package truceline.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The two files of one class of one submission while rows are being added. Not thread-safe.
final class ItemWriter implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 18;

    private final Path home;
    private final String owner;
    private final KeyRecords records;
    private final FileChannel data;
    private final FileChannel keys;
    private final ByteBuffer dataBuffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final ByteBuffer keyBuffer;
    private long dataLength;
    private long keysLength;
    private long count;
    private boolean isDirty = true;

    /// Starts both files, which must not exist.
    ItemWriter(Path home, String owner, char classLetter, List<AudienceKey> audiences) throws IOException {
        this.home = home;
        this.owner = owner;
        records = KeyRecords.create(owner, classLetter, audiences);
        keyBuffer = ByteBuffer.allocate(Math.max(1 << 16, records.headBytes() + records.recordBytes()));
        keyBuffer.put(records.head());
        String name = owner + "." + classLetter;
        data = KeyFiles.open(home.resolve(name + ".data"), StandardOpenOption.CREATE);
        keys = KeyFiles.create(home.resolve(name + ".keys"));
    }

    String owner() {
        return owner;
    }

    Path home() {
        return home;
    }

    void add(long row, KeyWrap.Secrets secrets, byte[] sealed) throws IOException {
        if (dataBuffer.remaining() < sealed.length || keyBuffer.remaining() < records.recordBytes()) {
            drain();
        }
        keyBuffer.put(records.record(count++, row, dataLength + dataBuffer.position(), sealed.length, secrets));
        if (sealed.length > dataBuffer.capacity()) {
            dataLength = write(data, dataLength, ByteBuffer.wrap(sealed));
        } else {
            dataBuffer.put(sealed);
        }
        isDirty = true;
    }

    private void drain() throws IOException {
        dataLength = write(data, dataLength, dataBuffer.flip());
        keysLength = write(keys, keysLength, keyBuffer.flip());
        dataBuffer.clear();
        keyBuffer.clear();
    }

    private static long write(FileChannel file, long position, ByteBuffer bytes) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
        return at;
    }

    /// Returns once everything added is durable; false where nothing was to be done.
    boolean force() throws IOException {
        if (!isDirty) {
            return false;
        }
        drain();
        data.force(true);
        keys.force(true);
        isDirty = false;
        return true;
    }

    @Override
    public void close() throws IOException {
        try (data) {
            keys.close();
        }
    }
}
