package truceline.incident;

import java.util.Arrays;
import truceline.observation.Columns;

/// The incidents of a ledger at one size: groups of rows, in the order of their first observation. Immutable.
///
/// An incident is known here by its number 0…size-1; what stands for it outside is the address of its first
/// observation.
public final class Incidents {
    private final int[] incidentOfRow;
    private final int[] start;
    private final int[] members;
    private final int[] joinStart;
    private final int[] joinOrder;

    private Incidents(int[] incidentOfRow, int[] start, int[] members, int[] joinStart, int[] joinOrder) {
        this.incidentOfRow = incidentOfRow;
        this.start = start;
        this.members = members;
        this.joinStart = joinStart;
        this.joinOrder = joinOrder;
    }

    /// The incidents that the first `rows` observations and the first `joinCount` joins make.
    public static Incidents of(Columns columns, int rows, Joins joins, int joinCount) {
        int[] root = new int[rows];
        for (int row = 0; row < rows; row++) {
            root[row] = row;
        }
        for (int join = 0; join < joinCount; join++) {
            int one = find(root, joins.earlier(join));
            int two = find(root, joins.later(join));
            root[Math.max(one, two)] = Math.min(one, two);
        }
        int[] number = new int[rows];
        int incidents = 0;
        for (int row = 0; row < rows; row++) {
            if (Family.of(columns, row) == Family.NONE) {
                number[row] = -1;
            } else {
                int first = find(root, row);
                number[row] = first == row ? incidents++ : number[first];
            }
        }
        int[] joined = new int[joinCount];
        for (int join = 0; join < joinCount; join++) {
            joined[join] = number[joins.later(join)];
        }
        int[] start = starts(number, rows, incidents);
        int[] joinStart = starts(joined, joinCount, incidents);
        return new Incidents(number, start, order(number, rows, start), joinStart, order(joined, joinCount, joinStart));
    }

    public int size() {
        return start.length - 1;
    }

    /// Number of the incident in which a row stands, or -1 where the row is not of an incident.
    public int ofRow(int row) {
        return incidentOfRow[row];
    }

    /// Rows of an incident, ascending; the first one names it.
    public int[] rows(int incident) {
        return Arrays.copyOfRange(members, start[incident], start[incident + 1]);
    }

    /// Row of the first observation.
    public int firstRow(int incident) {
        return members[start[incident]];
    }

    public int rowCount(int incident) {
        return start[incident + 1] - start[incident];
    }

    /// The member at a position, without a copy.
    public int row(int incident, int position) {
        return members[start[incident] + position];
    }

    /// Joins that made the incident, in the order in which they were made; one fewer than it has rows.
    public int[] joins(int incident) {
        return Arrays.copyOfRange(joinOrder, joinStart[incident], joinStart[incident + 1]);
    }

    private static int[] starts(int[] group, int count, int groups) {
        int[] start = new int[groups + 1];
        for (int i = 0; i < count; i++) {
            if (group[i] >= 0) {
                start[group[i] + 1]++;
            }
        }
        for (int i = 0; i < groups; i++) {
            start[i + 1] += start[i];
        }
        return start;
    }

    private static int[] order(int[] group, int count, int[] start) {
        int[] at = Arrays.copyOf(start, start.length);
        int[] order = new int[start[start.length - 1]];
        for (int i = 0; i < count; i++) {
            if (group[i] >= 0) {
                order[at[group[i]]++] = i;
            }
        }
        return order;
    }

    private static int find(int[] root, int row) {
        int at = row;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }
}
