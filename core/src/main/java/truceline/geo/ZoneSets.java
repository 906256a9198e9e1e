package truceline.geo;

import java.util.Arrays;

/// Sets of zones, each kept once: a set is an older set and one zone more, and zones are added in ascending
/// order, so that equal sets get equal numbers. Set 0 is empty. Used while {@link ZoneCells} are built, by one
/// thread.
final class ZoneSets {
    private int[] parent = new int[1024];
    private int[] zone = new int[1024];
    private int[] sizes = new int[1024];
    private int[] extended = new int[1024];
    private int[] extendedBy = new int[1024];
    private int count = 1;

    ZoneSets() {
        Arrays.fill(extendedBy, -1);
    }

    /// The set with a zone that is not below any it holds.
    int with(int set, int added) {
        if (set != 0 && zone[set] == added) {
            return set;
        }
        if (extendedBy[set] == added) {
            return extended[set];
        }
        if (count == parent.length) {
            grow();
        }
        parent[count] = set;
        zone[count] = added;
        sizes[count] = sizes[set] + 1;
        extended[set] = count;
        extendedBy[set] = added;
        return count++;
    }

    private void grow() {
        parent = Arrays.copyOf(parent, 2 * count);
        zone = Arrays.copyOf(zone, 2 * count);
        sizes = Arrays.copyOf(sizes, 2 * count);
        extended = Arrays.copyOf(extended, 2 * count);
        extendedBy = Arrays.copyOf(extendedBy, 2 * count);
        Arrays.fill(extendedBy, count, 2 * count, -1);
    }

    /// The sets that occur in `uses`, one after the other, each as its size and its zones ascending; `uses`
    /// then holds, instead of the number of a set, the place where it starts.
    int[] flatten(int[] uses) {
        int[] start = new int[count];
        int length = 1;
        for (int set : uses) {
            if (set != 0 && start[set] == 0) {
                start[set] = length;
                length = Math.addExact(length, sizes[set] + 1);
            }
        }
        int[] flat = new int[length];
        for (int set = 1; set < count; set++) {
            if (start[set] != 0) {
                flat[start[set]] = sizes[set];
                int at = start[set] + sizes[set];
                for (int s = set; s != 0; s = parent[s]) {
                    flat[at--] = zone[s];
                }
            }
        }
        for (int i = 0; i < uses.length; i++) {
            uses[i] = start[uses[i]];
        }
        return flat;
    }
}
