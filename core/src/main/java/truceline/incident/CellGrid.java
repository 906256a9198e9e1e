package truceline.incident;

import java.util.function.LongConsumer;

/// Cells in space and time so sized that two observations within the rule's distance and gap lie in the same cell or in
/// cells
/// that {@link #visitNeighbours} names. Latitude bands have one height; each band is cut into its own number of cells,
/// so
/// that a cell is never narrower than the distance, at any latitude and across the antimeridian.
final class CellGrid {
    /// Shortest degree of latitude and of longitude at the equator on WGS-84, with a margin of a few parts in a
    /// thousand.
    private static final double METRES_PER_DEGREE = 110_250;

    private static final long TURN_E7 = 3_600_000_000L;
    private static final int TIME_BITS = 24;

    private final long bandHeightE7;
    private final double distanceMetres;
    private final long gapMs;
    private final int[] cellsOfBand;

    CellGrid(GroupingRule rule) {
        distanceMetres = Math.max(1000, rule.distanceMm() / 1000.0);
        gapMs = rule.gapMs();
        bandHeightE7 = (long) (distanceMetres / METRES_PER_DEGREE * 1e7) + 1;
        cellsOfBand = new int[(int) (1_800_000_000L / bandHeightE7) + 1];
        for (int band = 0; band < cellsOfBand.length; band++) {
            cellsOfBand[band] = (int) Math.max(1, (long) (360 / reachDegrees(band)));
        }
    }

    long key(Family family, int lonE7, int latE7, long middleMs) {
        int band = band(latE7);
        return pack(family, Math.floorDiv(middleMs, gapMs), band, cell(band, lonE7));
    }

    /// Names every cell that may hold a neighbour, the own one included, each once.
    void visitNeighbours(Family family, int lonE7, int latE7, long middleMs, LongConsumer visitor) {
        long time = Math.floorDiv(middleMs, gapMs);
        int own = band(latE7);
        for (int band = Math.max(0, own - 1); band <= Math.min(cellsOfBand.length - 1, own + 1); band++) {
            int cells = cellsOfBand[band];
            double reach = Math.max(reachDegrees(band), reachDegrees(own));
            int before = Math.min(cells, (int) (reach * cells / 360) + 1);
            int first = cell(band, lonE7) - before;
            int count = Math.min(cells, 2 * before + 1);
            for (int i = 0; i < count; i++) {
                int cell = Math.floorMod(first + i, cells);
                visitor.accept(pack(family, time - 1, band, cell));
                visitor.accept(pack(family, time, band, cell));
                visitor.accept(pack(family, time + 1, band, cell));
            }
        }
    }

    private int band(int latE7) {
        return (int) ((latE7 + 900_000_000L) / bandHeightE7);
    }

    private int cell(int band, int lonE7) {
        long east = Math.floorMod(lonE7 + TURN_E7 / 2, TURN_E7);
        return (int) (east * cellsOfBand[band] / TURN_E7);
    }

    /// Degrees of longitude that the distance spans at most within a band.
    private double reachDegrees(int band) {
        double south = (band * bandHeightE7 - 900_000_000L) / 1e7;
        double north = south + bandHeightE7 / 1e7;
        double farthest = Math.min(90, Math.max(Math.abs(south), Math.abs(north)));
        double metres = METRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(farthest));
        return metres < distanceMetres / 360 ? 360 : Math.min(360, distanceMetres / metres);
    }

    private static long pack(Family family, long time, int band, int cell) {
        long bits = time & (1L << TIME_BITS) - 1;
        return ((bits << 15 | band) << 16 | cell) << 4 | family.ordinal();
    }
}
