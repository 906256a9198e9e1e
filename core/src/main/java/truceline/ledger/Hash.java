package truceline.ledger;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A SHA-256 value: 32 bytes, immutable, compared by content.
public final class Hash implements Comparable<Hash> {
    public static final int BYTES = 32;

    /// The root of a tree without entries: SHA-256 of nothing (RFC 6962, 2.1).
    public static final Hash EMPTY_TREE = new TreeHasher().plain(new byte[0]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A copy of exactly 32 bytes.
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw LedgerException.malformed("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /// A copy of the 32 bytes from `offset` on.
    public static Hash at(byte[] source, int offset) {
        return new Hash(Arrays.copyOfRange(source, offset, offset + BYTES));
    }

    /// The hash of a leaf: SHA-256(0x00 || entry).
    public static Hash leaf(byte[] entry) {
        byte[] out = new byte[BYTES];
        new TreeHasher().leaf(entry, 0, entry.length, out, 0);
        return new Hash(out);
    }

    /// The hash of an inner node: SHA-256(0x01 || left || right).
    public static Hash node(Hash left, Hash right) {
        byte[] out = new byte[BYTES];
        new TreeHasher().node(left.bytes, 0, right.bytes, 0, out, 0);
        return new Hash(out);
    }

    /// Standard base64 of 32 bytes, in the one form that encodes back to itself.
    public static Hash fromBase64(String text) {
        byte[] bytes = StrictBase64.decode(text);
        if (bytes.length != BYTES) {
            throw LedgerException.malformed("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public void copyTo(byte[] out, int offset) {
        System.arraycopy(bytes, 0, out, offset, BYTES);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public int compareTo(Hash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
