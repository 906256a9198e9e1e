package truceline.incident;

import java.util.Arrays;

/// Why observations stand together: each join brought two groups into one. Append-only; a reader that was given a count
/// may
/// read up to it.
public final class Joins {
    /// The distance of a join that is only measured when somebody asks for it.
    static final long NOT_MEASURED = -1;

    private int[] later = new int[256];
    private int[] earlier = new int[256];
    private long[] distanceMm = new long[256];
    private long[] gapMs = new long[256];
    private int size;

    public int size() {
        return size;
    }

    void add(int laterRow, int earlierRow, long distance, long gap) {
        if (size == later.length) {
            later = Arrays.copyOf(later, size * 2);
            earlier = Arrays.copyOf(earlier, size * 2);
            distanceMm = Arrays.copyOf(distanceMm, size * 2);
            gapMs = Arrays.copyOf(gapMs, size * 2);
        }
        later[size] = laterRow;
        earlier[size] = earlierRow;
        distanceMm[size] = distance;
        gapMs[size] = gap;
        size++;
    }

    /// Row of the observation whose arrival made the join.
    public int later(int join) {
        return later[join];
    }

    /// Row of the observation that it was joined to.
    public int earlier(int join) {
        return earlier[join];
    }

    public long distanceMm(int join) {
        return distanceMm[join];
    }

    public long gapMs(int join) {
        return gapMs[join];
    }
}
