package truceline.geo;

import java.util.Arrays;
import java.util.List;

/// One grid over many areas: for each cell the zones that cover it wholly and the zones whose boundary may pass through
/// it. Cells are powers of two wide and high in 1e-7 degree, so that a position finds its cell by shifting.
///
/// A cell that a boundary might touch by a rounding error counts as touched, which costs time and never truth:
/// touched cells are decided by the exact predicate. Immutable after construction.
final class ZoneGrid {
    private static final int CELLS_PER_EDGE = 8;
    private static final int MAX_CELLS = 1 << 22;

    final long west;
    final long south;
    final int columns;
    final int rows;
    final int columnShift;
    final int rowShift;
    /// Two numbers a cell: where its covering and where its touching zones start in {@link #sets}.
    final int[] cells;

    final int[] sets;

    private final ZoneSets building = new ZoneSets();
    private int[] touchedBy = new int[0];

    ZoneGrid(List<AreaIndex> zones) {
        long[] box = {0, 0, -1, -1};
        long edges = 0;
        for (int zone = 0; zone < zones.size(); zone++) {
            edges += zones.get(zone).edges().size;
            box = zone == 0
                    ? widened(zones.get(0).box())
                    : union(box, zones.get(zone).box());
        }
        west = box[0];
        south = box[1];
        long most = Math.clamp(edges * CELLS_PER_EDGE, 64, MAX_CELLS);
        int across = 0;
        int up = 0;
        while ((((box[2] - west) >> across) + 1) * (((box[3] - south) >> up) + 1) > most) {
            if (across <= up) {
                across++;
            } else {
                up++;
            }
        }
        columnShift = across;
        rowShift = up;
        columns = (int) (((box[2] - west) >> across) + 1);
        rows = (int) (((box[3] - south) >> up) + 1);
        cells = new int[2 * columns * rows];
        touchedBy = new int[columns * rows];
        Arrays.fill(touchedBy, -1);
        for (int zone = 0; zone < zones.size(); zone++) {
            touch(zone, zones.get(zone).edges());
            cover(zone, zones.get(zone));
        }
        touchedBy = new int[0];
        sets = building.flatten(cells);
    }

    private static long[] widened(int[] box) {
        return new long[] {box[0], box[1], box[2], box[3]};
    }

    private static long[] union(long[] a, int[] b) {
        return new long[] {Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])};
    }

    /// The cell of a position, or -1 outside the grid.
    int cell(int lonE7, int latE7) {
        long column = lonE7 - west >> columnShift;
        long row = latE7 - south >> rowShift;
        return column < 0 || column >= columns || row < 0 || row >= rows ? -1 : (int) (row * columns + column);
    }

    private void touch(int zone, EdgeList edges) {
        for (int edge = 0; edge < edges.size; edge++) {
            int at = 4 * edge;
            boolean up = edges.ends[at + 1] <= edges.ends[at + 3];
            int low = up ? at : at + 2;
            int high = up ? at + 2 : at;
            touch(zone, edges.ends[low], edges.ends[low + 1], edges.ends[high], edges.ends[high + 1]);
        }
    }

    /// An edge whose second end is not south of its first.
    private void touch(int zone, long ax, long ay, long bx, long by) {
        long least = Math.min(ax, bx);
        long most = Math.max(ax, bx);
        double slope = by == ay ? 0 : (double) (bx - ax) / (by - ay);
        for (long row = ay - south >> rowShift; row <= by - south >> rowShift; row++) {
            long low = Math.max(ay, south + (row << rowShift));
            long high = Math.min(by, south + (row + 1 << rowShift));
            double x0 = by == ay ? ax : ax + slope * (low - ay);
            double x1 = by == ay ? bx : ax + slope * (high - ay);
            long from = Math.max(least, (long) Math.floor(Math.min(x0, x1)) - 1);
            long to = Math.min(most, (long) Math.ceil(Math.max(x0, x1)) + 1);
            for (long column = from - west >> columnShift; column <= to - west >> columnShift; column++) {
                int cell = (int) (row * columns + column);
                if (touchedBy[cell] != zone) {
                    touchedBy[cell] = zone;
                    cells[2 * cell + 1] = building.with(cells[2 * cell + 1], zone);
                }
            }
        }
    }

    /// Between two touched cells of a row, the cells are all inside or all outside: one position decides.
    private void cover(int zone, AreaIndex area) {
        int[] box = area.box();
        int firstColumn = (int) (box[0] - west >> columnShift);
        int lastColumn = (int) (box[2] - west >> columnShift);
        for (int row = (int) (box[1] - south >> rowShift); row <= box[3] - south >> rowShift; row++) {
            boolean known = false;
            boolean inside = false;
            for (int column = firstColumn; column <= lastColumn; column++) {
                int cell = row * columns + column;
                if (touchedBy[cell] == zone) {
                    known = false;
                    continue;
                }
                if (!known) {
                    long lon = west + ((long) column << columnShift);
                    long lat = south + ((long) row << rowShift);
                    inside = area.contains((int) lon, (int) lat);
                    known = true;
                }
                if (inside) {
                    cells[2 * cell] = building.with(cells[2 * cell], zone);
                }
            }
        }
    }
}
