package truceline.ledger;

import java.util.Arrays;

/// The right edge of a tree: at most 63 hashes, enough to append leaves and to name the root.
///
/// Source: RFC 6962, 2.1, in the form of a binary counter. One instance serves one thread.
public final class CompactRange {
    private final TreeHasher hasher = new TreeHasher();
    private final byte[] stack = new byte[64 * Hash.BYTES];
    private int depth;
    private long size;

    /// The edge of an empty tree.
    public CompactRange() {}

    /// The edge of a tree that already has `size` leaves, its complete subtrees read from `hashes`.
    public static CompactRange resume(long size, HashReader hashes) {
        CompactRange range = new CompactRange();
        long start = 0;
        for (int level = 62; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                hashes.hash(level, start >> level).copyTo(range.stack, range.depth++ * Hash.BYTES);
                start += 1L << level;
            }
        }
        range.size = size;
        return range;
    }

    /// Appends the leaf hash at `hashes[offset..+32]`.
    public void append(byte[] hashes, int offset) {
        System.arraycopy(hashes, offset, stack, depth * Hash.BYTES, Hash.BYTES);
        depth++;
        size++;
        for (long carry = size; (carry & 1) == 0; carry >>= 1) {
            depth--;
            int left = (depth - 1) * Hash.BYTES;
            hasher.node(stack, left, stack, left + Hash.BYTES, stack, left);
        }
    }

    public long size() {
        return size;
    }

    public Hash root() {
        if (size == 0) {
            return Hash.EMPTY_TREE;
        }
        byte[] right = Arrays.copyOfRange(stack, (depth - 1) * Hash.BYTES, depth * Hash.BYTES);
        for (int i = depth - 2; i >= 0; i--) {
            hasher.node(stack, i * Hash.BYTES, right, 0, right, 0);
        }
        return Hash.at(right, 0);
    }
}
