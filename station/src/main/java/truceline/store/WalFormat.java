package truceline.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bytes of the log ahead of writing: one header page per segment, then frames, each on pages of its own.
///
/// A frame is never written into a page that holds another, so a torn write can only harm the frame being written.
/// Layout: `spec/wal.md`.
final class WalFormat {
    static final int PAGE = 4096;
    static final int FRAME_HEADER = 56;
    static final int HASH = 32;
    static final int SALT = 16;

    private static final byte[] SEGMENT_MAGIC = "TLWAL001".getBytes(StandardCharsets.US_ASCII);
    private static final int SEGMENT_HEADER = 8 + 8 + 8 + SALT + HASH;
    private static final int FRAME_MAGIC = 0x544C4652;
    private static final int MARK_MAGIC = 0x544C4D4B;
    private static final int MARK_HEADER = 4 + 4 + 8;
    static final int MARK = MARK_HEADER + HASH;

    private WalFormat() {}

    /// The first page of a segment.
    ///
    /// @param salt random, new for each use of the file: what an earlier use left behind never verifies, nor can an
    ///     entry be written to look like a frame
    /// @param chain hash of the frame before the first one here
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Segment(long number, long firstIndex, byte[] salt, byte[] chain) {
        byte[] encode() {
            ByteBuffer page = ByteBuffer.allocate(PAGE);
            page.put(SEGMENT_MAGIC)
                    .putLong(number)
                    .putLong(firstIndex)
                    .put(salt)
                    .put(chain);
            page.put(sha256(page.array(), 0, SEGMENT_HEADER));
            return page.array();
        }

        static @Nullable Segment parse(byte[] file) {
            if (file.length < PAGE
                    || !Arrays.equals(file, 0, 8, SEGMENT_MAGIC, 0, 8)
                    || !Arrays.equals(
                            sha256(file, 0, SEGMENT_HEADER),
                            Arrays.copyOfRange(file, SEGMENT_HEADER, SEGMENT_HEADER + HASH))) {
                return null;
            }
            ByteBuffer page = ByteBuffer.wrap(file, 8, SEGMENT_HEADER - 8);
            long number = page.getLong();
            long firstIndex = page.getLong();
            byte[] salt = new byte[SALT];
            byte[] chain = new byte[HASH];
            page.get(salt).get(chain);
            return new Segment(number, firstIndex, salt, chain);
        }
    }

    /// A frame found in a segment: entries `firstIndex` to `firstIndex + count - 1`, payload at `position + 56`.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Frame(long firstIndex, int count, int position, int payloadLength, byte[] previous, byte[] hash) {
        int end() {
            return position + framedLength(payloadLength);
        }
    }

    /// Bytes a frame and its mark take in the file, up to the next page.
    static int framedLength(int payloadLength) {
        return (FRAME_HEADER + payloadLength + HASH + MARK + PAGE - 1) / PAGE * PAGE;
    }

    /// The frame of some entries, padded to whole pages. Its hash, the next frame's `previous`, is put in `chain`.
    static byte[] encode(byte[] salt, byte[] chain, long firstIndex, List<byte[]> entries) {
        int length = payloadLength(entries);
        ByteBuffer frame = ByteBuffer.allocate(framedLength(length));
        frame.putInt(FRAME_MAGIC)
                .putInt(entries.size())
                .putLong(firstIndex)
                .putInt(length)
                .putInt(0);
        frame.put(chain);
        for (byte[] entry : entries) {
            frame.putShort((short) entry.length).put(entry);
        }
        byte[] hash = frameHash(salt, frame.array(), 0, length);
        frame.put(hash);
        System.arraycopy(hash, 0, chain, 0, HASH);
        return frame.array();
    }

    static int payloadLength(List<byte[]> entries) {
        int length = 0;
        for (byte[] entry : entries) {
            length += 2 + entry.length;
        }
        return length;
    }

    /// The frame at a page of a segment, or null where there is none that verifies.
    static @Nullable Frame parse(byte[] salt, byte[] file, int at) {
        if (at + PAGE > file.length) {
            return null;
        }
        ByteBuffer header = ByteBuffer.wrap(file, at, FRAME_HEADER);
        int magic = header.getInt();
        int count = header.getInt();
        long firstIndex = header.getLong();
        int length = header.getInt();
        int reserved = header.getInt();
        if (magic != FRAME_MAGIC
                || reserved != 0
                || count < 1
                || firstIndex < 0
                || length < 0
                || length > file.length
                || at + framedLength(length) > file.length) {
            return null;
        }
        byte[] hash = frameHash(salt, file, at, length);
        int stored = at + FRAME_HEADER + length;
        if (!Arrays.equals(hash, 0, HASH, file, stored, stored + HASH)) {
            return null;
        }
        byte[] previous = Arrays.copyOfRange(file, at + 24, at + 24 + HASH);
        return new Frame(firstIndex, count, at, length, previous, hash);
    }

    /// What is written, but not forced, in the last bytes of a frame's last page once the frame is durable: everything
    /// below `nextIndex` is. A frame that does not verify and has one was therefore whole once, and is damaged, not
    /// torn. The next frame is written behind it and cannot take it away.
    static byte[] mark(byte[] salt, long nextIndex) {
        ByteBuffer mark = ByteBuffer.allocate(MARK_HEADER + HASH);
        mark.putInt(MARK_MAGIC).putInt(0).putLong(nextIndex);
        return mark.put(markHash(salt, mark.array(), 0)).array();
    }

    /// The `nextIndex` of the mark that ends a page of a segment, or -1 where there is none that verifies.
    static long markOf(byte[] salt, byte[] file, int page) {
        int at = page + PAGE - MARK;
        if (page + PAGE > file.length || ByteBuffer.wrap(file).getInt(at) != MARK_MAGIC) {
            return -1;
        }
        int stored = at + MARK_HEADER;
        boolean holds = Arrays.equals(markHash(salt, file, at), 0, HASH, file, stored, stored + HASH);
        return holds ? ByteBuffer.wrap(file).getLong(at + 8) : -1;
    }

    private static byte[] markHash(byte[] salt, byte[] file, int at) {
        MessageDigest digest = sha256();
        digest.update(salt);
        digest.update(file, at, MARK_HEADER);
        return digest.digest();
    }

    private static byte[] frameHash(byte[] salt, byte[] file, int at, int payloadLength) {
        MessageDigest digest = sha256();
        digest.update(salt);
        digest.update(file, at, FRAME_HEADER + payloadLength);
        return digest.digest();
    }

    private static byte[] sha256(byte[] bytes, int offset, int length) {
        MessageDigest digest = sha256();
        digest.update(bytes, offset, length);
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
