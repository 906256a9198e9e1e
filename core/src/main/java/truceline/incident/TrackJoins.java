package truceline.incident;

import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;
import truceline.observation.Columns;

/// Joins positions of crafts into tracks, and jumps that no craft can make into interference. Made anew from all rows
/// at hand, each craft's in event order, so that late rows and any order of arrival give the same groups.
///
/// A position continues the craft's last good one where that is possible, and else is *suspect*. Where it would also
/// be possible after the last suspect one, it continues the one from which it had to move slower. A good position
/// between two suspect ones that continue each other means that two senders use one name, or that one is shown at two
/// places at once: then all of it is one conflict, and the track is joined to what is suspect.
final class TrackJoins {
    private static final int MIXED = -1;

    private final Columns columns;
    private final TrackRule rule;
    private final Joins joins = new Joins();
    private final BitSet suspects = new BitSet();
    private final int[] parent;
    private final Cells cells = new Cells();

    /// By cell: one of its rows where all of them stand together, or {@link #MIXED}.
    private final SortedMap<Long, Integer> members = new TreeMap<>();

    private TrackJoins(Columns columns, int rows, TrackRule rule) {
        this.columns = columns;
        this.rule = rule;
        this.parent = new int[rows];
        for (int row = 0; row < rows; row++) {
            parent[row] = row;
        }
    }

    static TrackJoins of(Columns columns, int rows, CraftRows crafts, TrackRule rule) {
        TrackJoins found = new TrackJoins(columns, rows, rule);
        crafts.forEach((craft, ordered) -> found.walk(ordered));
        found.joinNear();
        return found;
    }

    Joins joins() {
        return joins;
    }

    /// Rows of jumps that no craft can make.
    BitSet suspects() {
        return suspects;
    }

    private void walk(int[] ordered) {
        int good = -1;
        int suspect = -1;
        boolean isBackAtGood = false;
        for (int row : ordered) {
            if (good < 0 || isGood(good, suspect, row)) {
                if (good >= 0 && gapMs(good, row) <= rule.gapMs()) {
                    join(row, good);
                }
                good = row;
                isBackAtGood = true;
                continue;
            }
            suspects.set(row);
            if (continues(suspect, row)) {
                join(row, suspect);
                if (isBackAtGood) {
                    join(row, good);
                }
            }
            suspect = row;
            isBackAtGood = false;
        }
    }

    private boolean isGood(int good, int suspect, int row) {
        if (!rule.isPossible(columns, good, row)) {
            return false;
        }
        if (!continues(suspect, row)) {
            return true;
        }
        long goodMm = TrackRule.distanceMm(columns, good, row);
        long suspectMm = TrackRule.distanceMm(columns, suspect, row);
        return !isSlower(suspectMm, gapMs(suspect, row), goodMm, gapMs(good, row));
    }

    private boolean continues(int suspect, int row) {
        return suspect >= 0 && gapMs(suspect, row) <= rule.gapMs() && rule.isPossible(columns, suspect, row);
    }

    /// Whether one way is slower than another, by cross multiplication in metres and milliseconds; spans are held
    /// between a millisecond and three years, so that it can neither overflow nor be nothing.
    private static boolean isSlower(long oneMm, long oneMs, long otherMm, long otherMs) {
        return oneMm / 1000 * span(otherMs) < otherMm / 1000 * span(oneMs);
    }

    private static long span(long ms) {
        return Math.clamp(ms, 1, 100_000_000_000L);
    }

    /// Suspect positions of any craft that lie near each other in place and time are one event.
    private void joinNear() {
        GroupingRule near = new GroupingRule(1, rule.nearMm(), rule.nearGapMs());
        CellGrid grid = suspects.isEmpty() ? null : new CellGrid(near);
        for (int row = suspects.nextSetBit(0); row >= 0 && grid != null; row = suspects.nextSetBit(row + 1)) {
            int own = row;
            int lonE7 = columns.lonE7(row);
            int latE7 = columns.latE7(row);
            long middleMs = columns.middleMs(row);
            grid.visitNeighbours(Family.INTERFERENCE, lonE7, latE7, middleMs, key -> joinCell(grid, near, key, own));
            long key = grid.key(Family.INTERFERENCE, lonE7, latE7, middleMs);
            Integer member = members.get(key);
            members.put(key, member == null ? own : member >= 0 && root(member) == root(own) ? member : MIXED);
            cells.put(key, (long) lonE7 << 32 | latE7 & 0xFFFF_FFFFL, middleMs, own);
        }
    }

    /// Looks at every row of a cell, unless they all stand with the row already: so a crowd at one place is not
    /// compared
    /// each with each.
    private void joinCell(CellGrid grid, GroupingRule near, long key, int row) {
        Integer member = members.get(key);
        if (member == null || member >= 0 && root(member) == root(row)) {
            return;
        }
        boolean isMixed = false;
        for (int block = cells.block(key); block != 0; block = cells.before(block)) {
            for (int i = cells.count(block) - 1; i >= 0; i--) {
                int other = cells.row(block, i);
                boolean mayBeNear = root(other) != root(row)
                        && gapMs(other, row) <= near.gapMs()
                        && grid.mayReach(
                                columns.lonE7(row), columns.latE7(row), columns.lonE7(other), columns.latE7(other));
                if (mayBeNear && TrackRule.distanceMm(columns, other, row) <= near.distanceMm()) {
                    join(row, other);
                }
                isMixed |= root(other) != root(row);
            }
        }
        if (!isMixed) {
            members.put(key, row);
        }
    }

    private void join(int later, int earlier) {
        int one = root(later);
        int two = root(earlier);
        if (one != two) {
            parent[Math.max(one, two)] = Math.min(one, two);
            joins.add(later, earlier, Joins.NOT_MEASURED, gapMs(earlier, later));
        }
    }

    private int root(int start) {
        int at = start;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private long gapMs(int one, int two) {
        return Math.abs(columns.middleMs(two) - columns.middleMs(one));
    }
}
