package truceline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// Which identities of rows the record already has: 16-byte values in an open-addressing table in a mapped file, 32 to
/// 64 bytes an identity, none of it on the heap.
///
/// It is a cache of the record. The file says which tree size it reflects, and only after a clean close; where that is
/// not the size the caller has, the table opens empty and the caller adds everything again. Identities must be digests:
/// their first bytes choose the place. Not thread-safe.
public final class IdentityIndex implements AutoCloseable {
    public static final int ID_BYTES = 16;

    private static final long MAGIC = 0x544C4944454E5431L;
    private static final int HEADER = 4096;
    private static final int MAGIC_AT = 0;
    private static final int TREE_SIZE_AT = 8;
    private static final int CAPACITY_AT = 16;
    private static final int COUNT_AT = 24;
    private static final int ZERO_AT = 32;
    private static final long IN_USE = -1;
    private static final long SMALLEST = 1 << 12;
    private static final int ZEROS = 1 << 20;

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path file;
    private Arena arena;
    private MemorySegment table;
    private long capacity;
    private long count;
    private boolean hasZero;
    private long reflected;

    private IdentityIndex(Path file, Arena arena, MemorySegment table) {
        this.file = file;
        this.arena = arena;
        this.table = table;
        this.capacity = table.get(LONG, CAPACITY_AT);
        this.count = table.get(LONG, COUNT_AT);
        this.hasZero = table.get(LONG, ZERO_AT) != 0;
        this.reflected = table.get(LONG, TREE_SIZE_AT);
    }

    /// Opens the table that reflects a tree of `treeSize`, or an empty one that reflects none of it: see [#reflects].
    public static IdentityIndex open(Path file, long treeSize) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            if (!isCurrent(file, treeSize)) {
                create(file, SMALLEST);
            }
            IdentityIndex index = map(file);
            index.mark(IN_USE);
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCurrent(Path file, long treeSize) throws IOException {
        if (!Files.exists(file) || Files.size(file) < HEADER) {
            return false;
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int read = channel.read(header);
            long capacity = header.getLong(CAPACITY_AT);
            return read == HEADER
                    && header.getLong(MAGIC_AT) == MAGIC
                    && header.getLong(TREE_SIZE_AT) == treeSize
                    && Long.bitCount(capacity) == 1
                    && channel.size() == HEADER + capacity * ID_BYTES;
        }
    }

    /// Writes zeros rather than leave holes: a full disk then shows here and not as a fault of memory later.
    private static void create(Path file, long capacity) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
            header.putLong(MAGIC).putLong(0).putLong(capacity).rewind();
            write(channel, header);
            ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS);
            for (long left = capacity * ID_BYTES; left > 0; left -= zeros.limit()) {
                zeros.clear().limit((int) Math.min(left, ZEROS));
                write(channel, zeros);
            }
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // closed with the index
    private static IdentityIndex map(Path file) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new IdentityIndex(
                    file, arena, channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size(), arena));
        }
    }

    /// The tree size this table reflected when it was opened: the one asked for, or 0 where all must be added again.
    public long reflects() {
        return reflected;
    }

    public long size() {
        return count;
    }

    /// Adds the 16 bytes at `offset`; false where they were there already.
    public boolean add(byte[] identity, int offset) {
        MemorySegment bytes = MemorySegment.ofArray(identity);
        long high = bytes.get(LONG, offset);
        long low = bytes.get(LONG, offset + 8L);
        if ((high | low) == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        long slot = slot(high, low);
        if ((table.get(LONG, slot) | table.get(LONG, slot + 8)) != 0) {
            return false;
        }
        table.set(LONG, slot, high);
        table.set(LONG, slot + 8, low);
        count++;
        if (count * 2 > capacity) {
            grow();
        }
        return true;
    }

    /// Whether the 16 bytes at `offset` are there.
    public boolean contains(byte[] identity, int offset) {
        MemorySegment bytes = MemorySegment.ofArray(identity);
        long high = bytes.get(LONG, offset);
        long low = bytes.get(LONG, offset + 8L);
        if ((high | low) == 0) {
            return hasZero;
        }
        long slot = slot(high, low);
        return (table.get(LONG, slot) | table.get(LONG, slot + 8)) != 0;
    }

    /// Where the identity is, or the empty place where it belongs.
    private long slot(long high, long low) {
        long mask = capacity - 1;
        long slot = high & mask;
        while (true) {
            long at = HEADER + slot * ID_BYTES;
            long first = table.get(LONG, at);
            long second = table.get(LONG, at + 8);
            if (first == high && second == low || (first | second) == 0) {
                return at;
            }
            slot = slot + 1 & mask;
        }
    }

    private void grow() {
        try {
            Path larger = file.resolveSibling(file.getFileName() + ".larger");
            create(larger, capacity * 2);
            IdentityIndex next = map(larger);
            for (long slot = 0; slot < capacity; slot++) {
                long at = HEADER + slot * ID_BYTES;
                long high = table.get(LONG, at);
                long low = table.get(LONG, at + 8);
                if ((high | low) != 0) {
                    long to = next.slot(high, low);
                    next.table.set(LONG, to, high);
                    next.table.set(LONG, to + 8, low);
                }
            }
            Files.move(larger, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            arena.close();
            arena = next.arena;
            table = next.table;
            capacity = next.capacity;
            table.set(LONG, TREE_SIZE_AT, IN_USE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mark(long treeSize) {
        table.set(LONG, COUNT_AT, count);
        table.set(LONG, ZERO_AT, hasZero ? 1 : 0);
        table.set(LONG, TREE_SIZE_AT, treeSize);
        table.asSlice(0, HEADER).force();
    }

    /// Writes the table out as that of a tree of `treeSize`, and closes it.
    public void close(long treeSize) {
        table.force();
        mark(treeSize);
        arena.close();
    }

    /// Closes without saying what the table reflects: the next to open it starts anew.
    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
