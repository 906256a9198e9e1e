package truceline.geo;

import java.util.Arrays;

/// The answer of one {@link ZoneIndex} query, overwritten by the next: zone numbers, ascending. Reuse one for
/// many queries, which then allocate nothing. Not for two threads at once.
public final class ZoneHits {
    private int[] inside = new int[16];
    private int insideCount;
    private int[] indeterminate = new int[16];
    private int indeterminateCount;
    private int[] seen = new int[0];
    private int query;

    /// Number of zones that certainly hold the position.
    public int insideCount() {
        return insideCount;
    }

    /// The zone number at an index below {@link #insideCount}.
    public int inside(int index) {
        return inside[checked(index, insideCount)];
    }

    /// Number of zones whose boundary is within the band.
    public int indeterminateCount() {
        return indeterminateCount;
    }

    /// The zone number at an index below {@link #indeterminateCount}.
    public int indeterminate(int index) {
        return indeterminate[checked(index, indeterminateCount)];
    }

    private static int checked(int index, int count) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException(index + " of " + count);
        }
        return index;
    }

    void clear() {
        insideCount = 0;
        indeterminateCount = 0;
    }

    /// Room for so many more zones inside.
    void reserve(int more) {
        if (insideCount + more > inside.length) {
            inside = Arrays.copyOf(inside, 2 * (insideCount + more));
        }
    }

    /// Adds a zone for which room was reserved, unless it is the one added last.
    void add(int zone) {
        if (insideCount == 0 || inside[insideCount - 1] != zone) {
            inside[insideCount++] = zone;
        }
    }

    void addIndeterminate(int zone) {
        if (indeterminateCount == indeterminate.length) {
            indeterminate = Arrays.copyOf(indeterminate, 2 * indeterminateCount);
        }
        indeterminate[indeterminateCount++] = zone;
    }

    /// Begins to note which of `zones` zones have been looked at.
    void startSeeing(int zones) {
        if (seen.length < zones) {
            seen = new int[zones];
            query = 0;
        }
        if (++query == 0) {
            Arrays.fill(seen, 0);
            query = 1;
        }
    }

    /// True the first time a zone is asked about since {@link #startSeeing}.
    boolean see(int zone) {
        boolean first = seen[zone] != query;
        seen[zone] = query;
        return first;
    }

    /// Sorts the indeterminate zones and takes them out of those inside.
    void settle() {
        Arrays.sort(indeterminate, 0, indeterminateCount);
        int kept = 0;
        int at = 0;
        for (int i = 0; i < insideCount; i++) {
            while (at < indeterminateCount && indeterminate[at] < inside[i]) {
                at++;
            }
            if (at == indeterminateCount || indeterminate[at] != inside[i]) {
                inside[kept++] = inside[i];
            }
        }
        insideCount = kept;
    }
}
