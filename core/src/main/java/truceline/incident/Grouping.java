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
    private final Joins joins;
    private int[] parent;

    // Made once: a method reference in the loop would be an object per observation.
    private final LongConsumer joinCell = this::joinCell;
    private int row;
    private int rowRoot;
    private Family family = Family.NONE;
    private long key;
    private int lonE7;
    private int latE7;
    private long middleMs;

    /// Rows whose joins are known and which are not in their cells yet.
    private int unplaced;

    public Grouping(GroupingRule rule, Columns columns) {
        this(rule, columns, 0, new Joins());
    }

    /// A grouping that goes on after `rows` rows, of which these are all joins.
    public Grouping(GroupingRule rule, Columns columns, int rows, Joins joins) {
        this.rule = rule;
        this.columns = columns;
        this.grid = new CellGrid(rule);
        this.joins = joins;
        this.unplaced = rows;
        this.parent = new int[Math.max(1024, rows)];
    }

    public Joins joins() {
        return joins;
    }

    /// Takes in the row, which must be the one after the last.
    public void add(int newRow) {
        place();
        if (start(newRow) && !joinedToTwin()) {
            grid.visitNeighbours(family, lonE7, latE7, middleMs, joinCell);
            cells.put(key, spot(), middleMs, row);
        }
    }

    /// Puts rows whose joins are known where {@link #add} put them. Done only when a further row comes, because most
    /// who take up a grouping only read it.
    private void place() {
        int rows = unplaced;
        unplaced = 0;
        for (int known = 0; known < rows; known++) {
            if (start(known) && twin() < 0) {
                cells.put(key, spot(), middleMs, row);
            }
        }
        for (int join = 0; join < joins.size() && rows > 0; join++) {
            int one = root(joins.later(join));
            int other = root(joins.earlier(join));
            parent[Math.max(one, other)] = Math.min(one, other);
        }
    }

    /// Looks at a row; false where it is not grouped here.
    private boolean start(int newRow) {
        row = newRow;
        rowRoot = newRow;
        if (row >= parent.length) {
            parent = Arrays.copyOf(parent, parent.length * 2);
        }
        parent[row] = row;
        family = Family.of(columns, row);
        if (family == Family.NONE || !columns.isPlaced(row) || columns.text(Field.CRAFT, row) != null) {
            return false;
        }
        lonE7 = columns.lonE7(row);
        latE7 = columns.latE7(row);
        middleMs = columns.middleMs(row);
        key = grid.key(family, lonE7, latE7, middleMs);
        return true;
    }

    private long spot() {
        return (long) lonE7 << 32 | latE7 & 0xFFFF_FFFFL;
    }

    /// A row at the very place and moment of the cell's last one reaches nothing that the last one does not: it joins
    /// it and
    /// need not be searched for, so that a flood of copies costs nothing.
    private boolean joinedToTwin() {
        int twin = twin();
        if (twin < 0) {
            return false;
        }
        join(twin, 0, 0);
        return true;
    }

    private int twin() {
        int block = cells.block(key);
        int last = block == 0 ? -1 : cells.count(block) - 1;
        boolean isTwin = last >= 0 && cells.spot(block, last) == spot() && cells.middleMs(block, last) == middleMs;
        return isTwin ? cells.row(block, last) : -1;
    }

    private void joinCell(long near) {
        for (int block = cells.block(near); block != 0; block = cells.before(block)) {
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
