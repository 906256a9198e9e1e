package truceline.geo;

/// A grid of cells over a box. Cells are powers of two wide and high in 1e-7 degree, so that a position finds
/// its cell by shifting. Immutable.
record CellGrid(long west, long south, int columns, int rows, int columnShift, int rowShift) {
    /// What is told of each cell that an edge might touch.
    interface CellVisitor {
        void touch(int cell, int edge);
    }

    /// At most `most` cells over the box from west and south to east and north, ends included.
    static CellGrid over(long west, long south, long east, long north, long most) {
        int across = 0;
        int up = 0;
        while ((((east - west) >> across) + 1) * (((north - south) >> up) + 1) > most) {
            if (across <= up) {
                across++;
            } else {
                up++;
            }
        }
        return new CellGrid(
                west, south, (int) (((east - west) >> across) + 1), (int) (((north - south) >> up) + 1), across, up);
    }

    int size() {
        return columns * rows;
    }

    int column(long lonE7) {
        return (int) (lonE7 - west >> columnShift);
    }

    int row(long latE7) {
        return (int) (latE7 - south >> rowShift);
    }

    /// The cell of a position, or -1 outside the grid.
    int cell(int lonE7, int latE7) {
        long column = lonE7 - west >> columnShift;
        long row = latE7 - south >> rowShift;
        return column < 0 || column >= columns || row < 0 || row >= rows ? -1 : (int) (row * columns + column);
    }

    /// Longitude of the south-west corner of a cell.
    int cornerLon(int cell) {
        return (int) (west + ((long) (cell % columns) << columnShift));
    }

    /// Latitude of the south-west corner of a cell.
    int cornerLat(int cell) {
        return (int) (south + ((long) (cell / columns) << rowShift));
    }

    /// Visits, for some edges in ascending order, the cells they touch or come within 1e-7 degree of sideways.
    /// A cell may be visited without need, never missed: the crossings are computed in doubles and widened by
    /// one unit.
    void walk(int[] ends, int from, int to, CellVisitor visitor) {
        for (int edge = from; edge < to; edge++) {
            int at = 4 * edge;
            boolean up = ends[at + 1] <= ends[at + 3];
            int low = up ? at : at + 2;
            int high = up ? at + 2 : at;
            walk(edge, ends[low], ends[low + 1], ends[high], ends[high + 1], visitor);
        }
    }

    private void walk(int edge, long ax, long ay, long bx, long by, CellVisitor visitor) {
        double slope = by == ay ? 0 : (double) (bx - ax) / (by - ay);
        for (int row = row(ay); row <= row(by); row++) {
            long low = Math.max(ay, south + ((long) row << rowShift));
            long high = Math.min(by, south + (row + 1L << rowShift));
            double x0 = by == ay ? ax : ax + slope * (low - ay);
            double x1 = by == ay ? bx : ax + slope * (high - ay);
            long least = Math.max(Math.min(ax, bx), (long) Math.floor(Math.min(x0, x1))) - 1;
            long most = Math.min(Math.max(ax, bx), (long) Math.ceil(Math.max(x0, x1))) + 1;
            int last = Math.min(columns - 1, column(most));
            for (int column = Math.max(0, column(least)); column <= last; column++) {
                visitor.touch(row * columns + column, edge);
            }
        }
    }
}
