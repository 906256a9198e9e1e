package truceline.incident;

import java.util.Arrays;
import java.util.function.LongConsumer;
import truceline.geo.Geodesic;
import truceline.observation.Columns;

/// Groups observations as they arrive. One writer; the joins it makes are read by {@link Incidents}.
///
/// An observation without a drawable place is an incident of its own: nothing says that it is another one's twin.
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
        if (row >= parent.length) {
            parent = Arrays.copyOf(parent, parent.length * 2);
        }
        parent[row] = row;
        Family family = Family.of(columns.kind(row));
        if (family == Family.NONE || !columns.isPlaced(row)) {
            return;
        }
        int lonE7 = columns.lonE7(row);
        int latE7 = columns.latE7(row);
        long middleMs = columns.middleMs(row);
        long key = grid.key(family, lonE7, latE7, middleMs);
        if (joinedToTwin(cells.head(key), lonE7, latE7, middleMs)) {
            return;
        }
        grid.visitNeighbours(family, lonE7, latE7, middleMs, joinCell);
        cells.put(key, row);
    }

    /// A row at the very place and moment of the cell's last one reaches nothing that the last one does not: it joins
    /// it and
    /// need not be searched for, so that a flood of copies costs nothing.
    private boolean joinedToTwin(int last, int lonE7, int latE7, long middleMs) {
        if (last == Cells.EMPTY
                || columns.lonE7(last) != lonE7
                || columns.latE7(last) != latE7
                || columns.middleMs(last) != middleMs) {
            return false;
        }
        join(last, 0, 0);
        return true;
    }

    private void joinCell(long key) {
        for (int other = cells.head(key); other != Cells.EMPTY; other = cells.next(other)) {
            if (root(other) == root(row)) {
                continue;
            }
            long gapMs = Math.abs(columns.middleMs(other) - columns.middleMs(row));
            if (gapMs > rule.gapMs()) {
                continue;
            }
            boolean near = Geodesic.isWithinMm(
                    columns.lonE7(other),
                    columns.latE7(other),
                    columns.lonE7(row),
                    columns.latE7(row),
                    rule.distanceMm());
            if (near) {
                join(
                        other,
                        Geodesic.distanceMm(
                                columns.lonE7(other), columns.latE7(other), columns.lonE7(row), columns.latE7(row)),
                        gapMs);
            }
        }
    }

    private void join(int other, long distanceMm, long gapMs) {
        int one = root(other);
        int two = root(row);
        if (one != two) {
            parent[Math.max(one, two)] = Math.min(one, two);
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
