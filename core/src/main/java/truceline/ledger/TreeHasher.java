package truceline.ledger;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/// RFC 6962 hashing into arrays the caller owns, so that a tree of millions of leaves makes no garbage.
///
/// One instance serves one thread.
public final class TreeHasher {
    private static final int NODE_BYTES = 1 + 2 * Hash.BYTES;

    private final MessageDigest sha256 = Sha256.start();
    private final byte[] node = new byte[NODE_BYTES];

    public TreeHasher() {
        node[0] = 1;
    }

    /// SHA-256(0x00 || entry) to `out[outOffset..+32]`.
    public void leaf(byte[] entry, int offset, int length, byte[] out, int outOffset) {
        sha256.update((byte) 0);
        sha256.update(entry, offset, length);
        finish(out, outOffset);
    }

    /// SHA-256(0x01 || left || right) to `out[outOffset..+32]`; `out` may be one of the inputs.
    public void node(byte[] left, int leftOffset, byte[] right, int rightOffset, byte[] out, int outOffset) {
        System.arraycopy(left, leftOffset, node, 1, Hash.BYTES);
        System.arraycopy(right, rightOffset, node, 1 + Hash.BYTES, Hash.BYTES);
        sha256.update(node, 0, NODE_BYTES);
        finish(out, outOffset);
    }

    /// The root of `count` neighbouring hashes, `count` a power of two; `out` may be `hashes` itself.
    public void subtree(byte[] hashes, int offset, int count, byte[] out, int outOffset) {
        byte[] row = Arrays.copyOfRange(hashes, offset, offset + count * Hash.BYTES);
        for (int width = count; width > 1; width >>= 1) {
            for (int i = 0; i < width; i += 2) {
                int at = i * Hash.BYTES;
                node(row, at, row, at + Hash.BYTES, row, at >> 1);
            }
        }
        System.arraycopy(row, 0, out, outOffset, Hash.BYTES);
    }

    Hash plain(byte[] bytes) {
        byte[] out = new byte[Hash.BYTES];
        sha256.update(bytes);
        finish(out, 0);
        return Hash.at(out, 0);
    }

    private void finish(byte[] out, int outOffset) {
        try {
            sha256.digest(out, outOffset, Hash.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("32 bytes hold a SHA-256", e);
        }
    }
}
