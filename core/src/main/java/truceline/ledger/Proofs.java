package truceline.ledger;

import java.util.ArrayList;
import java.util.List;

/// Inclusion and consistency proofs: made and verified as in RFC 9162, 2.1.3 and 2.1.4 (the trees of RFC 6962).
public final class Proofs {
    private Proofs() {}

    /// The hashes that lead from entry `index` to the root of the first `size` entries, lowest first.
    public static List<Hash> inclusion(HashReader hashes, long index, long size) {
        if (index < 0 || index >= size) {
            throw LedgerException.malformed("a tree of " + size + " has no entry " + index);
        }
        List<Hash> path = new ArrayList<>();
        include(hashes, index, 0, size, path);
        return path;
    }

    private static void include(HashReader hashes, long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            include(hashes, index, from, middle, path);
            path.add(root(hashes, middle, to));
        } else {
            include(hashes, index, middle, to, path);
            path.add(root(hashes, from, middle));
        }
    }

    /// The hashes that show the tree of `older` entries to be the beginning of the tree of `newer`.
    public static List<Hash> consistency(HashReader hashes, long older, long newer) {
        if (older < 0 || older > newer) {
            throw LedgerException.malformed("no proof leads from " + older + " to " + newer);
        }
        List<Hash> path = new ArrayList<>();
        if (older > 0 && older < newer) {
            extend(hashes, older, 0, newer, true, path);
        }
        return path;
    }

    private static void extend(HashReader hashes, long older, long from, long to, boolean known, List<Hash> path) {
        if (older == to) {
            if (!known) {
                path.add(root(hashes, from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (older <= middle) {
            extend(hashes, older, from, middle, known, path);
            path.add(root(hashes, middle, to));
        } else {
            extend(hashes, older, middle, to, false, path);
            path.add(root(hashes, from, middle));
        }
    }

    /// The root of a tree of `size` entries.
    public static Hash root(HashReader hashes, long size) {
        return size == 0 ? Hash.EMPTY_TREE : root(hashes, 0, size);
    }

    private static Hash root(HashReader hashes, long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return hashes.hash(level, from >> level);
        }
        long middle = from + split(count);
        return Hash.node(root(hashes, from, middle), root(hashes, middle, to));
    }

    /// The largest power of two smaller than `count`.
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    /// Whether `path` leads from the leaf hash of entry `index` to the root of a tree of `size`.
    public static boolean verifyInclusion(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.node(sibling, hash);
                int steps = Long.numberOfTrailingZeros(node);
                node >>= steps;
                last >>= steps;
            } else {
                hash = Hash.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /// Whether `path` shows the tree (`older`, `olderRoot`) to be the beginning of (`newer`, `newerRoot`).
    public static boolean verifyConsistency(long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> path) {
        if (older < 0 || older > newer) {
            return false;
        }
        if (older == 0 || older == newer) {
            return path.isEmpty() && (older == 0 ? olderRoot.equals(Hash.EMPTY_TREE) : olderRoot.equals(newerRoot));
        }
        List<Hash> hashes = new ArrayList<>(path);
        if (Long.bitCount(older) == 1) {
            hashes.addFirst(olderRoot);
        }
        return !hashes.isEmpty() && climb(older, olderRoot, newer, newerRoot, hashes);
    }

    private static boolean climb(long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> hashes) {
        int steps = Long.numberOfTrailingZeros(older);
        long node = older - 1 >> steps;
        long last = newer - 1 >> steps;
        Hash first = hashes.getFirst();
        Hash second = first;
        for (Hash sibling : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = Hash.node(sibling, first);
                second = Hash.node(sibling, second);
                int up = Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                second = Hash.node(second, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(olderRoot) && second.equals(newerRoot);
    }
}
