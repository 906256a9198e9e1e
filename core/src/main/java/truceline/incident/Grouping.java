package truceline.incident;

import java.util.Arrays;
import java.util.function.LongConsumer;
import truceline.geo.Geodesic;
import truceline.observation.Columns;
import truceline.observation.Field;

/// Groups observations as they arrive. One writer; the joins it makes are read by {@link Incidents}.
///
/// An observation without a drawable place is an incident of its own: nothing says that it is another one's twin.
/// Positions that a craft sent of itself are joined by {@link TrackRule}, not here.
public final class Grouping {
    private final GroupingRule rule;
    private final Columns columns;
    private final CellGrid grid;
    private final Cells cells = new Cells();
    private final Joins joins = new Joins();
    private int[] parent = new int[1024];

    // Made once: a method reference in the loop would be an object per observation.
    private final LongConsumer joinCell = this::joinCell;
    private int row;
    private int rowRoot;
    private int lonE7;
    private int latE7;
    private long middleMs;

    public Grouping(GroupingRule rule, Columns columns) {
        this.rule = rule;
        this.columns = columns;
        this.grid = new CellGrid(rule);
    }

    public Joins joins() {
        return joins;
    }

    /// Takes in the row, which must be the one after the last.
    public void add(int newRow) {
        row = newRow;
        rowRoot = newRow;
        if (row >= parent.length) {
            parent = Arrays.copyOf(parent, parent.length * 2);
        }
        parent[row] = row;
        Family family = Family.of(columns, row);
        if (family == Family.NONE || !columns.isPlaced(row) || columns.text(Field.CRAFT, row) != null) {
            return;
        }
        lonE7 = columns.lonE7(row);
        latE7 = columns.latE7(row);
        middleMs = columns.middleMs(row);
        long spot = (long) lonE7 << 32 | latE7 & 0xFFFF_FFFFL;
        long key = grid.key(family, lonE7, latE7, middleMs);
        if (joinedToTwin(cells.block(key), spot)) {
            return;
        }
        grid.visitNeighbours(family, lonE7, latE7, middleMs, joinCell);
        cells.put(key, spot, middleMs, row);
    }

    /// A row at the very place and moment of the cell's last one reaches nothing that the last one does not: it joins
    /// it and
    /// need not be searched for, so that a flood of copies costs nothing.
    private boolean joinedToTwin(int block, long spot) {
        int last = block == 0 ? -1 : cells.count(block) - 1;
        if (last < 0 || cells.spot(block, last) != spot || cells.middleMs(block, last) != middleMs) {
            return false;
        }
        join(cells.row(block, last), 0, 0);
        return true;
    }

    private void joinCell(long key) {
        for (int block = cells.block(key); block != 0; block = cells.before(block)) {
            for (int i = cells.count(block) - 1; i >= 0; i--) {
                long gapMs = Math.abs(cells.middleMs(block, i) - middleMs);
                long spot = cells.spot(block, i);
                int otherLonE7 = (int) (spot >> 32);
                int otherLatE7 = (int) spot;
                if (gapMs <= rule.gapMs()
                        && grid.mayReach(lonE7, latE7, otherLonE7, otherLatE7)
                        && root(cells.row(block, i)) != rowRoot
                        && Geodesic.isWithinMm(otherLonE7, otherLatE7, lonE7, latE7, rule.distanceMm())) {
                    join(cells.row(block, i), Geodesic.distanceMm(otherLonE7, otherLatE7, lonE7, latE7), gapMs);
                }
            }
        }
    }

    private void join(int other, long distanceMm, long gapMs) {
        int one = root(other);
        if (one != rowRoot) {
            int first = Math.min(one, rowRoot);
            parent[Math.max(one, rowRoot)] = first;
            rowRoot = first;
            joins.add(row, other, distanceMm, gapMs);
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
}
