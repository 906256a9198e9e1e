package truceline.incident;

import java.util.Arrays;
import truceline.observation.ArrayReader;
import truceline.observation.ArrayWriter;

/// Why observations stand together: each join brought two groups into one. Append-only; a reader that was given a count
/// may
/// read up to it.
public final class Joins {
    /// The distance of a join that is only measured when somebody asks for it.
    static final long NOT_MEASURED = -1;

    private static final int SPARE = 256;

    private int[] later = new int[SPARE];
    private int[] earlier = new int[SPARE];
    private long[] distanceMm = new long[SPARE];
    private long[] gapMs = new long[SPARE];
    private int size;

    /// No joins.
    public Joins() {}

    /// The joins that {@link #write} wrote.
    ///
    /// @throws IllegalArgumentException where it cannot have written them
    public Joins(ArrayReader in) {
        later = in.shortNumbers(SPARE);
        earlier = in.shortNumbers(SPARE);
        distanceMm = in.numbers(SPARE);
        gapMs = in.numbers(SPARE);
        size = in.count();
    }

    /// Writes all of them.
    public void write(ArrayWriter out) {
        out.numbers(size, join -> later[join]);
        out.numbers(size, join -> earlier[join]);
        out.numbers(size, join -> distanceMm[join]);
        out.numbers(size, join -> gapMs[join]);
    }

    public int size() {
        return size;
    }

    void add(int laterRow, int earlierRow, long distance, long gap) {
        if (size == later.length) {
            int larger = size * 2;
            later = Arrays.copyOf(later, larger);
            earlier = Arrays.copyOf(earlier, larger);
            distanceMm = Arrays.copyOf(distanceMm, larger);
            gapMs = Arrays.copyOf(gapMs, larger);
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
