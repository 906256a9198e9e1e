package truceline.geo;

import java.util.Arrays;
import java.util.List;

/// The edges of some paths in flat arrays: ends in 1e-7 degree, the path and the neighbours of each. Repeated
/// positions make no edge, but a path that is one position makes an edge of no length. Immutable after
/// construction.
final class EdgeList {
    static final int NONE = -1;

    /// Four numbers an edge: longitude and latitude of its start, then of its end.
    final int[] ends;

    final int[] previous;
    final int[] next;
    /// Path `p` has the edges from `pathStart[p]` up to `pathStart[p + 1]`.
    final int[] pathStart;

    final int size;

    private EdgeList(int[] ends, int[] previous, int[] next, int[] pathStart, int size) {
        this.pathStart = pathStart;
        this.ends = Arrays.copyOf(ends, 4 * size);
        this.previous = Arrays.copyOf(previous, size);
        this.next = Arrays.copyOf(next, size);
        this.size = size;
    }

    /// The edges in path order; `asRings` adds the edge back to the start where a path is not closed.
    static EdgeList of(List<Path> paths, boolean asRings) {
        int room = 0;
        for (Path path : paths) {
            room += path.size() + 1;
        }
        int[] ends = new int[4 * room];
        int[] previous = new int[room];
        int[] next = new int[room];
        int[] pathStart = new int[paths.size() + 1];
        int size = 0;
        for (int i = 0; i < paths.size(); i++) {
            int first = size;
            size = append(paths.get(i), asRings, ends, size);
            pathStart[i + 1] = size;
            for (int edge = first; edge < size; edge++) {
                previous[edge] = edge == first ? NONE : edge - 1;
                next[edge] = edge == size - 1 ? NONE : edge + 1;
            }
            if (size - first > 1 && startsWhereEnds(ends, first, size - 1)) {
                previous[first] = size - 1;
                next[size - 1] = first;
            }
        }
        return new EdgeList(ends, previous, next, pathStart, size);
    }

    private static int append(Path path, boolean asRing, int[] ends, int from) {
        int size = from;
        int steps = asRing && !path.isClosed() ? path.size() : path.size() - 1;
        for (int i = 0; i < steps; i++) {
            int j = (i + 1) % path.size();
            if (path.lonE7(i) != path.lonE7(j) || path.latE7(i) != path.latE7(j)) {
                size = append(path, i, j, ends, size);
            }
        }
        return size == from && path.size() > 0 ? append(path, 0, 0, ends, size) : size;
    }

    private static int append(Path path, int i, int j, int[] ends, int size) {
        ends[4 * size] = path.lonE7(i);
        ends[4 * size + 1] = path.latE7(i);
        ends[4 * size + 2] = path.lonE7(j);
        ends[4 * size + 3] = path.latE7(j);
        return size + 1;
    }

    private static boolean startsWhereEnds(int[] ends, int first, int last) {
        return ends[4 * first] == ends[4 * last + 2] && ends[4 * first + 1] == ends[4 * last + 3];
    }

    /// True where the position lies on the edge, ends included.
    boolean isOn(int edge, int lonE7, int latE7) {
        int at = 4 * edge;
        return Turn.isOn(ends[at], ends[at + 1], ends[at + 2], ends[at + 3], besideLon(at, lonE7), latE7);
    }

    /// 1 where the position lies left of the edge drawn out without end, -1 right, 0 in line.
    int side(int edge, int lonE7, int latE7) {
        int at = 4 * edge;
        return Turn.sign(ends[at], ends[at + 1], ends[at + 2], ends[at + 3], besideLon(at, lonE7), latE7);
    }

    /// The longitude brought round the earth, next to the edge, where it is more than half the earth away.
    private long besideLon(int at, int lonE7) {
        long middle = ((long) ends[at] + ends[at + 2]) / 2;
        if (lonE7 - middle > 1_800_000_000L) {
            return lonE7 - 3_600_000_000L;
        }
        return middle - lonE7 > 1_800_000_000L ? lonE7 + 3_600_000_000L : lonE7;
    }

    /// 1 where the way from one edge into the next turns left, -1 right, 0 where it goes straight on or
    /// straight back.
    int turn(int edge, int following) {
        int a = 4 * edge;
        int b = 4 * following;
        return Turn.crossSign(
                (long) ends[a + 2] - ends[a],
                (long) ends[a + 3] - ends[a + 1],
                (long) ends[b + 2] - ends[b],
                (long) ends[b + 3] - ends[b + 1]);
    }
}
