package truceline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import truceline.ledger.EntryVisitor;
import truceline.ledger.Tile;

/// Reads durable entries back: sealed ones from bundles, the rest from the log ahead of writing. Safe for many threads,
/// beside the writer.
final class EntryReader {
    private final Disk disk;
    private final StationFolder folder;
    private final LedgerFiles files;
    private final Tail tail;
    private final LongSupplier sealedSize;
    private final AtomicReference<@Nullable Bundle> last = new AtomicReference<>();

    private record Bundle(long index, List<byte[]> entries) {}

    EntryReader(Disk disk, StationFolder folder, Tail tail, LongSupplier sealedSize) {
        this.disk = disk;
        this.folder = folder;
        this.files = new LedgerFiles(disk, folder.ledger());
        this.tail = tail;
        this.sealedSize = sealedSize;
    }

    byte[] entry(long index) {
        byte[][] found = new byte[1][];
        forEach(index, index + 1, (i, entry) -> found[0] = entry);
        return found[0];
    }

    /// The caller has checked that the entries are durable.
    void forEach(long from, long to, EntryVisitor visitor) {
        long at = from;
        while (at < to) {
            long size = sealedSize.getAsLong();
            at = at < size ? fromBundle(at, Math.min(to, size), size, visitor) : fromTail(at, to, visitor);
        }
    }

    private long fromBundle(long from, long to, long size, EntryVisitor visitor) {
        Tile tile = Tile.of(Tile.ENTRIES, from / Tile.WIDTH, size);
        Bundle bundle = last.get();
        if (bundle == null || bundle.index != tile.index() || bundle.entries.size() < tile.width()) {
            bundle = new Bundle(tile.index(), files.entries(tile));
            last.set(bundle);
        }
        long end = Math.min(to, tile.firstEntry() + tile.width());
        for (long i = from; i < end; i++) {
            visitor.visit(i, bundle.entries.get((int) (i - tile.firstEntry())));
        }
        return end;
    }

    private long fromTail(long from, long to, EntryVisitor visitor) {
        Tail.Frame frame = tail.frameOf(from);
        if (frame == null) {
            if (sealedSize.getAsLong() <= from) {
                throw new IllegalStateException("durable entry " + from + " is neither sealed nor in the tail");
            }
            return from;
        }
        byte[] payload = new byte[frame.payloadLength()];
        try {
            disk.read(folder.wal().resolve(Wal.fileName(frame.segment())), frame.payload(), payload);
        } catch (IOException e) {
            if (tail.holds(frame)) {
                throw new UncheckedIOException(e);
            }
            return from;
        }
        if (!tail.holds(frame)) {
            return from; // sealed meanwhile, and the segment may have been taken for other frames
        }
        return visitPayload(frame, payload, from, to, visitor);
    }

    private static long visitPayload(Tail.Frame frame, byte[] payload, long from, long to, EntryVisitor visitor) {
        long index = frame.firstIndex();
        for (int at = 0; at < payload.length && index < to; index++) {
            int length = (payload[at] & 0xff) << 8 | payload[at + 1] & 0xff;
            if (index >= from) {
                visitor.visit(index, Arrays.copyOfRange(payload, at + 2, at + 2 + length));
            }
            at += 2 + length;
        }
        return index;
    }
}
