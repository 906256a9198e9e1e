package truceline.incident;

import java.util.Arrays;

/// A hash table from a cell key to the last row in that cell; rows of a cell are chained. Primitive arrays, one writer.
final class Cells {
    static final int EMPTY = -1;

    private long[] keys = new long[1 << 12];
    private int[] heads = new int[1 << 12];
    private int[] next = new int[1 << 12];
    private int used;

    Cells() {
        Arrays.fill(heads, EMPTY);
    }

    /// The last row put into the cell, or {@link #EMPTY}.
    int head(long key) {
        return heads[slot(keys, heads, key)];
    }

    /// The row that was put into the same cell before this one, or {@link #EMPTY}.
    int next(int row) {
        return next[row];
    }

    void put(long key, int row) {
        if (row >= next.length) {
            next = Arrays.copyOf(next, Math.max(next.length * 2, row + 1));
        }
        int slot = slot(keys, heads, key);
        if (heads[slot] == EMPTY) {
            keys[slot] = key;
            used++;
        }
        next[row] = heads[slot];
        heads[slot] = row;
        if (used * 2 > keys.length) {
            grow();
        }
    }

    private static int slot(long[] keys, int[] heads, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int mask = keys.length - 1;
        int slot = (int) (mixed ^ mixed >>> 32) & mask;
        while (heads[slot] != EMPTY && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] moreKeys = new long[keys.length * 2];
        int[] moreHeads = new int[keys.length * 2];
        Arrays.fill(moreHeads, EMPTY);
        for (int i = 0; i < keys.length; i++) {
            if (heads[i] != EMPTY) {
                int slot = slot(moreKeys, moreHeads, keys[i]);
                moreKeys[slot] = keys[i];
                moreHeads[slot] = heads[i];
            }
        }
        keys = moreKeys;
        heads = moreHeads;
    }
}
