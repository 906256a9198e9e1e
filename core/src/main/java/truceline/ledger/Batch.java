package truceline.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The root over the readings of one submission, so that one signature covers them all and each can be
/// shown alone.
///
/// A reading is the bytes up to and with a line feed, or from the last one to the end: together they are
/// the file, byte for byte, whatever its format. They are the leaves of a tree as in RFC 6962, 2.1. Fed in
/// pieces; not thread-safe.
public final class Batch {
    private static final byte LEAF = 0;

    private final MessageDigest digest = sha256();
    private final CompactRange edge = new CompactRange();
    private boolean isOpen;

    /// Takes in the next bytes of the file.
    public void add(byte[] bytes, int offset, int length) {
        int from = offset;
        for (int at = offset; at < offset + length; at++) {
            if (bytes[at] == '\n') {
                update(bytes, from, at + 1);
                close();
                from = at + 1;
            }
        }
        update(bytes, from, offset + length);
    }

    /// Root of what was taken in. The file ends here: nothing more can be added.
    public Hash root() {
        if (isOpen) {
            close();
        }
        return edge.root();
    }

    /// Readings so far, without one that has not ended.
    public long size() {
        return edge.size();
    }

    private void update(byte[] bytes, int from, int to) {
        if (from < to) {
            if (!isOpen) {
                digest.update(LEAF);
                isOpen = true;
            }
            digest.update(bytes, from, to - from);
        }
    }

    private void close() {
        edge.append(digest.digest(), 0);
        isOpen = false;
    }

    /// Root of a whole file.
    public static Hash root(byte[] file) {
        Batch batch = new Batch();
        batch.add(file, 0, file.length);
        return batch.root();
    }

    /// The readings of a file in order; together they are the file.
    public static List<byte[]> readings(byte[] file) {
        List<byte[]> readings = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < file.length; at++) {
            if (file[at] == '\n' || at == file.length - 1) {
                readings.add(Arrays.copyOfRange(file, from, at + 1));
                from = at + 1;
            }
        }
        return readings;
    }

    /// The hashes that lead from reading `index` of a file to its root, lowest first: to be checked by
    /// [Proofs#verifyInclusion] with the reading alone.
    public static List<Hash> proof(byte[] file, int index) {
        List<Hash> leaves = readings(file).stream().map(Hash::leaf).toList();
        return Proofs.inclusion((level, node) -> subtree(leaves, level, (int) node), index, leaves.size());
    }

    private static Hash subtree(List<Hash> leaves, int level, int node) {
        return level == 0
                ? leaves.get(node)
                : Hash.node(subtree(leaves, level - 1, 2 * node), subtree(leaves, level - 1, 2 * node + 1));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
