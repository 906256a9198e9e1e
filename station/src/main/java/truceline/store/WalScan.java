package truceline.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.TreeHasher;

/// Reads what the log ahead of writing holds beyond the sealed size.
///
/// The last frame may be torn: it was never acknowledged and is left out. A frame that does not verify while a later
/// one, or the mark behind it, does, or a gap, is damage: the scan refuses, because an acknowledged entry would be
/// lost.
/// What is read comes from the disk itself: after a failed force the page cache may show what never reached it.
final class WalScan {
    private final Disk disk;
    private final StationFolder folder;
    private final List<Tail.Frame> frames = new ArrayList<>();
    private final List<Long> segments = new ArrayList<>();
    private long expected;
    private byte @Nullable [] chain;

    WalScan(Disk disk, StationFolder folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /// @param frames those not sealed yet, in order
    /// @param segments numbers of all segment files
    record Found(List<Tail.Frame> frames, List<Long> segments) {
        long nextNumber() {
            return segments.getLast() + 1;
        }
    }

    Found scan(long sealedSize) throws IOException {
        List<WalFormat.Segment> headers = headers();
        int start = headers.size() - 1;
        while (start >= 0 && headers.get(start).firstIndex() > sealedSize) {
            start--;
        }
        if (start < 0) {
            throw damaged("no segment reaches back to entry " + sealedSize);
        }
        expected = headers.get(start).firstIndex();
        for (WalFormat.Segment header : headers.subList(start, headers.size())) {
            readSegment(header, sealedSize);
        }
        if (expected < sealedSize) {
            throw damaged("it ends at entry " + expected + ", before the sealed size " + sealedSize);
        }
        return new Found(frames, segments);
    }

    private List<WalFormat.Segment> headers() throws IOException {
        List<WalFormat.Segment> headers = new ArrayList<>();
        for (String name : disk.list(folder.wal())) {
            if (name.endsWith(".wal")) {
                WalFormat.Segment header = header(folder.wal().resolve(name));
                if (header == null || !Wal.fileName(header.number()).equals(name)) {
                    throw damaged("the header of " + name + " does not verify");
                }
                headers.add(header);
                segments.add(header.number());
            }
        }
        return headers;
    }

    private WalFormat.@Nullable Segment header(Path path) throws IOException {
        byte[] page = new byte[WalFormat.PAGE];
        try {
            disk.read(path, 0, page);
        } catch (EOFException _) {
            return null;
        }
        return WalFormat.Segment.parse(page);
    }

    private void readSegment(WalFormat.Segment header, long sealedSize) throws IOException {
        Path path = folder.wal().resolve(Wal.fileName(header.number()));
        if (header.firstIndex() != expected || chain != null && !Arrays.equals(chain, header.chain())) {
            throw damaged(
                    path.getFileName() + " does not continue the segment before it, which ends at entry " + expected);
        }
        byte[] file = disk.readAroundCache(path);
        byte[] link = header.chain();
        int at = WalFormat.PAGE;
        while (true) {
            WalFormat.Frame frame = WalFormat.parse(header.salt(), file, at);
            if (frame == null || frame.firstIndex() != expected || !Arrays.equals(frame.previous(), link)) {
                break;
            }
            link = frame.hash();
            expected += frame.count();
            at = frame.end();
            if (expected > sealedSize) {
                frames.add(hashed(header.number(), file, frame, sealedSize));
            }
        }
        chain = link;
        refuseLater(header, path, file, at);
    }

    /// Whatever verifies behind a frame that does not shows that the frame was whole once.
    private void refuseLater(WalFormat.Segment header, Path path, byte[] file, int torn) {
        for (int at = torn; at < file.length; at += WalFormat.PAGE) {
            if (WalFormat.markOf(header.salt(), file, at) > expected) {
                throw damaged(path.getFileName() + " holds a frame at byte " + torn + " (entry " + expected
                        + ") that was durable and does not verify");
            }
            if (WalFormat.parse(header.salt(), file, at) != null) {
                throw damaged(path.getFileName() + " has a frame at byte " + at + " after one at byte " + torn
                        + " (entry " + expected + ") that does not verify");
            }
        }
    }

    private Tail.Frame hashed(long segment, byte[] file, WalFormat.Frame frame, long sealedSize) {
        if (frame.firstIndex() < sealedSize) {
            throw damaged("the sealed size " + sealedSize + " lies within a frame");
        }
        int payload = frame.position() + WalFormat.FRAME_HEADER;
        byte[] hashes = new byte[frame.count() * Hash.BYTES];
        TreeHasher hasher = new TreeHasher();
        int at = payload;
        for (int i = 0; i < frame.count(); i++) {
            int length = (file[at] & 0xff) << 8 | file[at + 1] & 0xff;
            hasher.leaf(file, at + 2, length, hashes, i * Hash.BYTES);
            at += 2 + length;
        }
        if (at != payload + frame.payloadLength()) {
            throw damaged("the frame of entry " + frame.firstIndex() + " has bytes after its last entry");
        }
        return new Tail.Frame(frame.firstIndex(), frame.count(), segment, payload, frame.payloadLength(), hashes);
    }

    private LedgerException damaged(String what) {
        return new LedgerException("damaged", folder.wal() + ": " + what);
    }
}
