package truceline.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The log ahead of writing: appends frames to preallocated segments and forces each before it returns.
///
/// One thread appends; [#retire] may be called from another.
final class Wal implements AutoCloseable {
    /// As many as wait between two seals of a station under load, so that it writes no zeros twice.
    private static final int SPARES = 6;

    private final Disk disk;
    private final StationFolder folder;
    private final int segmentBytes;
    private final RandomGenerator random;
    private final Queue<Path> spares = new ConcurrentLinkedQueue<>();
    private final byte[] chain = new byte[WalFormat.HASH];
    private WalFormat.@Nullable Segment segment;
    private Disk.@Nullable Open file;
    private long nextNumber;
    private volatile long currentNumber;
    private int position;

    /// @param random where salts come from: a secure source, but in a simulation
    Wal(Disk disk, StationFolder folder, int segmentBytes, long nextNumber, RandomGenerator random) {
        this.disk = disk;
        this.folder = folder;
        this.segmentBytes = segmentBytes;
        this.nextNumber = nextNumber;
        this.random = random;
    }

    /// Where a durable frame lies.
    record Place(long segment, int position) {}

    static String fileName(long number) {
        return String.format(Locale.ROOT, "%012d.wal", number);
    }

    Path path(long number) {
        return folder.wal().resolve(fileName(number));
    }

    /// The longest payload a frame may have.
    int maxPayload() {
        return segmentBytes - WalFormat.PAGE - WalFormat.FRAME_HEADER - WalFormat.HASH - WalFormat.MARK;
    }

    /// Writes a frame and forces it. Once this returns, the entries survive a loss of power.
    Place append(long firstIndex, List<byte[]> entries) throws IOException {
        int length = WalFormat.framedLength(WalFormat.payloadLength(entries));
        if (segment == null || position + length > segmentBytes) {
            startSegment(firstIndex);
        }
        WalFormat.Segment open = Objects.requireNonNull(segment);
        Disk.Open segment = Objects.requireNonNull(file);
        byte[] frame = WalFormat.encode(open.salt(), chain, firstIndex, entries);
        segment.writeFully(position, frame);
        segment.force();
        Place place = new Place(open.number(), position);
        position += length;
        segment.writeFully(position - WalFormat.MARK, WalFormat.mark(open.salt(), firstIndex + entries.size()));
        return place;
    }

    /// Opens the next segment: a used one under a new salt where there is one, else a new file full of zeros.
    void startSegment(long firstIndex) throws IOException {
        if (file != null) {
            file.close();
        }
        byte[] salt = new byte[WalFormat.SALT];
        random.nextBytes(salt);
        WalFormat.Segment next = new WalFormat.Segment(nextNumber, firstIndex, salt, chain.clone());
        Path path = path(nextNumber);
        Path spare = spares.poll();
        if (spare == null) {
            Path staged = folder.staging().resolve("segment");
            byte[] bytes = new byte[segmentBytes];
            System.arraycopy(next.encode(), 0, bytes, 0, WalFormat.PAGE);
            disk.write(Map.of(staged, bytes));
            disk.rename(staged, path);
        } else {
            // its old name must be gone for good before its header says otherwise
            disk.forceDirectory(folder.wal());
            try (Disk.Open reused = disk.open(spare)) {
                reused.writeFully(0, next.encode());
                reused.force();
            }
            disk.rename(spare, path);
        }
        disk.forceDirectory(folder.wal());
        file = disk.open(path);
        segment = next;
        position = WalFormat.PAGE;
        currentNumber = nextNumber++;
    }

    /// The segment being written. Safe for any thread.
    long currentNumber() {
        return currentNumber;
    }

    /// Gives up a segment that holds nothing but sealed entries. Whichever of them a crash leaves behind does no harm.
    ///
    /// @param reusable whether the file is as long as segments are now
    void retire(long number, boolean reusable) throws IOException {
        Path path = path(number);
        if (reusable && spares.size() < SPARES) {
            Path spare = folder.staging().resolve("spare-" + number);
            disk.rename(path, spare);
            spares.add(spare);
        } else {
            disk.delete(path);
        }
    }

    /// Gives back the room of used segments.
    void deleteSpares() throws IOException {
        for (Path spare = spares.poll(); spare != null; spare = spares.poll()) {
            disk.delete(spare);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
            segment = null;
        }
    }
}
