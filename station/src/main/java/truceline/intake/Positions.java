package truceline.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import truceline.geo.Path;

/// The positions of one GeoJSON geometry as they stream by, before its type need be known.
///
/// `level` is the number of arrays round a position: 1 for a Point, 4 for a MultiPolygon. Ends are kept as counts of
/// positions. Not thread-safe.
final class Positions {
    static final int MOST_LEVELS = 4;

    private int[] lonE7 = new int[16];
    private int[] latE7 = new int[16];
    private int size;
    private int level;
    private boolean hasEmptyPart;
    private final List<int[]> ends = new ArrayList<>();
    private final int[] endCounts = new int[MOST_LEVELS + 1];
    private final int[] lastEnds = new int[MOST_LEVELS + 1];

    Positions() {
        for (int i = 0; i <= MOST_LEVELS; i++) {
            ends.add(new int[4]);
        }
    }

    /// Adds a position found inside `depth` arrays; false where others were found at another depth.
    boolean add(int depth, int lon, int lat) {
        if (level == 0) {
            level = depth;
        }
        if (size == lonE7.length) {
            lonE7 = Arrays.copyOf(lonE7, size * 2);
            latE7 = Arrays.copyOf(latE7, size * 2);
        }
        lonE7[size] = lon;
        latE7[size++] = lat;
        return depth == level;
    }

    /// Says that an array of arrays at this depth ended.
    void end(int depth) {
        hasEmptyPart |= size == lastEnds[depth];
        if (hasEmptyPart) {
            return;
        }
        lastEnds[depth] = size;
        int[] list = ends.get(depth);
        if (endCounts[depth] == list.length) {
            list = Arrays.copyOf(list, list.length * 2);
            ends.set(depth, list);
        }
        list[endCounts[depth]++] = size;
    }

    int level() {
        return level;
    }

    int size() {
        return size;
    }

    boolean hasEmptyPart() {
        return hasEmptyPart;
    }

    /// All positions as they came.
    Path all() {
        return new Path(Arrays.copyOf(lonE7, size), Arrays.copyOf(latE7, size));
    }

    /// All positions as one run.
    Path run() {
        return slice(0, size);
    }

    /// The innermost runs, in order.
    List<Path> runs() {
        return runs(0, size);
    }

    /// The innermost runs, grouped as the level above them groups them.
    List<List<Path>> groups() {
        List<List<Path>> groups = new ArrayList<>();
        int depth = level - 2;
        int from = 0;
        for (int i = 0; i < endCounts[depth]; i++) {
            int to = ends.get(depth)[i];
            groups.add(runs(from, to));
            from = to;
        }
        return groups;
    }

    private List<Path> runs(int from, int to) {
        List<Path> runs = new ArrayList<>();
        int depth = level - 1;
        int[] list = ends.get(depth);
        int index = Arrays.binarySearch(list, 0, endCounts[depth], from + 1);
        int start = from;
        for (int i = index < 0 ? -index - 1 : index; i < endCounts[depth] && list[i] <= to; i++) {
            runs.add(slice(start, list[i]));
            start = list[i];
        }
        return runs;
    }

    /// A run without positions that repeat the one before them.
    private Path slice(int from, int to) {
        int[] lon = new int[to - from];
        int[] lat = new int[to - from];
        int kept = 0;
        for (int i = from; i < to; i++) {
            if (kept == 0 || lonE7[i] != lon[kept - 1] || latE7[i] != lat[kept - 1]) {
                lon[kept] = lonE7[i];
                lat[kept++] = latE7[i];
            }
        }
        return new Path(Arrays.copyOf(lon, kept), Arrays.copyOf(lat, kept));
    }
}
