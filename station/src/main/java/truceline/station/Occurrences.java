package truceline.station;

/// Counts equal rows within one submission, so that a row that stands twice in a file is two observations, also when
/// the
/// file is submitted again. Open addressing over 64-bit hashes; 12 bytes a row. Not thread-safe.
final class Occurrences {
    private long[] keys;
    private int[] counts;
    private int used;

    /// @param rowsExpected memory is taken for so many at first
    Occurrences(int rowsExpected) {
        int slots = Integer.highestOneBit(Math.max(4, rowsExpected)) * 2;
        keys = new long[slots];
        counts = new int[slots];
    }

    /// How many rows with this hash came before.
    int next(long hash) {
        int slot = slot(keys, counts, hash);
        if (counts[slot] == 0) {
            keys[slot] = hash;
            used++;
        }
        int before = counts[slot]++;
        if (used * 2 > keys.length) {
            grow();
        }
        return before;
    }

    private static int slot(long[] keys, int[] counts, long hash) {
        int mask = keys.length - 1;
        int slot = (int) (hash ^ hash >>> 32) & mask;
        while (counts[slot] != 0 && keys[slot] != hash) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] moreKeys = new long[keys.length * 2];
        int[] moreCounts = new int[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] != 0) {
                int slot = slot(moreKeys, moreCounts, keys[i]);
                moreKeys[slot] = keys[i];
                moreCounts[slot] = counts[i];
            }
        }
        keys = moreKeys;
        counts = moreCounts;
    }
}
