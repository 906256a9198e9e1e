package truceline.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.geo.Geodesic;
import truceline.observation.Columns;

/// The incidents of a ledger at one size: groups of rows, in the order of their first observation. Immutable.
///
/// An incident is known here by its number 0…size-1; what stands for it outside is the address of its first
/// observation.
public final class Incidents {
    private final Columns columns;
    private final int[] incidentOfRow;
    private final int[] start;
    private final int[] members;
    private final int[] joinStart;
    private final int[] joinOrder;
    private final Joins joins;
    private final int joinCount;
    private final Joins trackJoins;
    private final BitSet suspects;
    private final BitSet suspectIncidents = new BitSet();

    private Incidents(
            Columns columns,
            int[] number,
            int incidents,
            Joins joins,
            int joinCount,
            Joins trackJoins,
            BitSet suspects) {
        this.columns = columns;
        this.incidentOfRow = number;
        this.joins = joins;
        this.joinCount = joinCount;
        this.trackJoins = trackJoins;
        this.suspects = suspects;
        this.start = starts(number, number.length, incidents);
        this.members = order(number, number.length, start);
        int[] joined = new int[joinCount + trackJoins.size()];
        for (int join = 0; join < joined.length; join++) {
            int incident = number[laterRow(join)];
            joined[join] = incident == number[earlierRow(join)] ? incident : -1;
        }
        this.joinStart = starts(joined, joined.length, incidents);
        this.joinOrder = order(joined, joined.length, joinStart);
        suspects.stream().forEach(row -> suspectIncidents.set(number[row]));
    }

    /// The incidents that the first `rows` observations and the first `joinCount` joins make, where no craft sends its
    /// own position.
    public static Incidents of(Columns columns, int rows, Joins joins, int joinCount) {
        return of(columns, rows, joins, joinCount, null);
    }

    /// The incidents that the first `rows` observations make: the first `joinCount` joins of what was observed, and the
    /// tracks and jumps of crafts by their own rule. Without that rule every position of a craft stands alone.
    public static Incidents of(Columns columns, int rows, Joins joins, int joinCount, @Nullable TrackRule tracks) {
        return of(columns, rows, joins, joinCount, tracks, Edits.NONE);
    }

    /// The same, after what people changed by hand.
    public static Incidents of(
            Columns columns, int rows, Joins joins, int joinCount, @Nullable TrackRule tracks, Edits edits) {
        int[] part = edits.parts(rows);
        int[] root = new int[rows];
        CraftRows crafts = new CraftRows(columns);
        for (int row = 0; row < rows; row++) {
            root[row] = row;
            crafts.add(row);
        }
        unite(root, part, joins, joinCount);
        Joins trackJoins = new Joins();
        BitSet suspects = new BitSet();
        if (tracks != null && !crafts.isEmpty()) {
            TrackJoins found = TrackJoins.of(columns, rows, crafts, tracks);
            trackJoins = found.joins();
            suspects = found.suspects();
            unite(root, part, trackJoins, trackJoins.size());
        }
        if (edits.hasSplit()) {
            regroup(columns, root, part, joins, joinCount, edits.rule());
        }
        for (int[] pair : edits.pairs()) {
            unite(root, pair[0], pair[1]);
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
        return new Incidents(columns, number, incidents, joins, joinCount, trackJoins, suspects);
    }

    private static void unite(int[] root, int[] part, Joins joins, int joinCount) {
        for (int join = 0; join < joinCount; join++) {
            if (part[joins.earlier(join)] == part[joins.later(join)]) {
                unite(root, joins.earlier(join), joins.later(join));
            }
        }
    }

    /// Joins are only as many as hold a group together: where a split took out a row that held others, those are
    /// compared again, each with each, so that no order of arrival decides who stays together.
    private static void regroup(
            Columns columns, int[] root, int[] part, Joins joins, int joinCount, GroupingRule rule) {
        int[] before = new int[root.length];
        for (int row = 0; row < before.length; row++) {
            before[row] = row;
        }
        for (int join = 0; join < joinCount; join++) {
            unite(before, joins.earlier(join), joins.later(join));
        }
        TreeMap<Integer, List<Integer>> groups = new TreeMap<>();
        for (int row = 0; row < before.length; row++) {
            groups.computeIfAbsent(find(before, row), any -> new ArrayList<>()).add(row);
        }
        for (List<Integer> group : groups.values()) {
            if (group.stream().mapToInt(row -> part[row]).distinct().count() > 1) {
                rejoin(columns, root, part, group, rule);
            }
        }
    }

    private static void rejoin(Columns columns, int[] root, int[] part, List<Integer> group, GroupingRule rule) {
        for (int i = 0; i < group.size(); i++) {
            for (int j = 0; j < i; j++) {
                int one = group.get(i);
                int two = group.get(j);
                boolean together = part[one] == part[two]
                        && Math.abs(columns.middleMs(one) - columns.middleMs(two)) <= rule.gapMs()
                        && Geodesic.isWithinMm(
                                columns.lonE7(one),
                                columns.latE7(one),
                                columns.lonE7(two),
                                columns.latE7(two),
                                rule.distanceMm());
                if (together) {
                    unite(root, one, two);
                }
            }
        }
    }

    private static void unite(int[] root, int oneRow, int otherRow) {
        int one = find(root, oneRow);
        int two = find(root, otherRow);
        root[Math.max(one, two)] = Math.min(one, two);
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

    /// Joins that made the incident, in the order in which they were made; those that a split cut are left out.
    public int[] joins(int incident) {
        return Arrays.copyOfRange(joinOrder, joinStart[incident], joinStart[incident + 1]);
    }

    /// The later row of a join that {@link #joins} names, or of a track the later position.
    public int laterRow(int join) {
        return join < joinCount ? joins.later(join) : trackJoins.later(join - joinCount);
    }

    /// The row that it was joined to.
    public int earlierRow(int join) {
        return join < joinCount ? joins.earlier(join) : trackJoins.earlier(join - joinCount);
    }

    public long joinDistanceMm(int join) {
        return join < joinCount
                ? joins.distanceMm(join)
                : TrackRule.distanceMm(columns, earlierRow(join), laterRow(join));
    }

    public long joinGapMs(int join) {
        return join < joinCount ? joins.gapMs(join) : trackJoins.gapMs(join - joinCount);
    }

    /// True where the row is a jump that no craft can make.
    public boolean isSuspectRow(int row) {
        return suspects.get(row);
    }

    /// True where the incident is interference: it holds a jump that no craft can make, or two senders of one name.
    public boolean isSuspect(int incident) {
        return suspectIncidents.get(incident);
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
