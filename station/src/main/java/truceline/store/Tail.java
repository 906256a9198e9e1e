package truceline.store;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The durable entries no tile holds yet: where each frame lies and the leaf hashes made when it was admitted.
///
/// Holds 32 bytes an entry, not the entries. Safe for many threads.
final class Tail {
    private final ConcurrentNavigableMap<Long, Frame> frames = new ConcurrentSkipListMap<>();
    private final AtomicLong bytes = new AtomicLong();

    /// @param segment number of the segment
    /// @param payload position of the first entry's length in that segment
    /// @param leafHashes 32 bytes an entry, made from the bytes the caller gave
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Frame(long firstIndex, int count, long segment, int payload, int payloadLength, byte[] leafHashes) {
        long end() {
            return firstIndex + count;
        }
    }

    void add(Frame frame) {
        frames.put(frame.firstIndex(), frame);
        bytes.addAndGet(frame.payloadLength());
    }

    /// The frame that holds an entry, or null once it is sealed.
    @Nullable
    Frame frameOf(long index) {
        Map.Entry<Long, Frame> found = frames.floorEntry(index);
        return found == null || index >= found.getValue().end() ? null : found.getValue();
    }

    boolean holds(Frame frame) {
        return frames.containsKey(frame.firstIndex());
    }

    /// Frames below `size`, in order.
    Collection<Frame> upTo(long size) {
        return frames.headMap(size).values();
    }

    /// Forgets what is sealed: frames end where a seal does.
    void forget(long size) {
        Map<Long, Frame> sealed = frames.headMap(size);
        bytes.addAndGet(
                -sealed.values().stream().mapToLong(Frame::payloadLength).sum());
        sealed.clear();
    }

    /// Payload bytes of all frames held.
    long bytes() {
        return bytes.get();
    }

    /// The segment of the oldest frame, or `otherwise` where there is none.
    long oldestSegment(long otherwise) {
        Map.Entry<Long, Frame> first = frames.firstEntry();
        return first == null ? otherwise : first.getValue().segment();
    }
}
