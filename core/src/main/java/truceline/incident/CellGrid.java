package truceline.incident;

import java.util.function.LongConsumer;

/// Cells in space and time so sized that two observations within the rule's distance and gap lie in the same cell or in
/// cells
/// that {@link #visitNeighbours} names. Latitude bands have one height, twice the distance; each band is cut into its
/// own
/// number of cells, none narrower than twice the distance, at any latitude and across the antimeridian. So a look round
/// a
/// place meets two cells a dimension on average, and never more than a place can reach.
final class CellGrid {
    /// Shortest degree of latitude and of longitude at the equator on WGS-84, with a margin of a few parts in a
    /// thousand.
    private static final double METRES_PER_DEGREE = 110_250;

    private static final long TURN_E7 = 3_600_000_000L;
    private static final long HALF_TURN_E7 = TURN_E7 / 2;
    private static final long POLE_E7 = 900_000_000L;
    private static final int TIME_BITS = 24;

    private final long latReachE7;
    private final long bandHeightE7;
    private final long gapMs;
    private final long slotMs;

    /// By band: how far the distance reaches in longitude, and into how many cells the band is cut.
    private final long[] lonReachE7;

    private final int[] cellsOfBand;

    CellGrid(GroupingRule rule) {
        double metres = Math.max(1000, rule.distanceMm() / 1000.0);
        gapMs = rule.gapMs();
        slotMs = 2 * gapMs;
        latReachE7 = (long) (metres / METRES_PER_DEGREE * 1e7) + 1;
        bandHeightE7 = 2 * latReachE7;
        int bands = (int) (2 * POLE_E7 / bandHeightE7) + 1;
        lonReachE7 = new long[bands];
        cellsOfBand = new int[bands];
        for (int band = 0; band < bands; band++) {
            lonReachE7[band] = reach(band, metres);
            cellsOfBand[band] = (int) Math.max(1, TURN_E7 / (2 * lonReachE7[band]));
        }
    }

    long key(Family family, int lonE7, int latE7, long middleMs) {
        int band = band(latE7);
        return pack(family, Math.floorDiv(middleMs, slotMs), band, cell(band, lonE7));
    }

    /// Names every cell that may hold a neighbour, the own one included, each once.
    void visitNeighbours(Family family, int lonE7, int latE7, long middleMs, LongConsumer visitor) {
        long firstSlot = Math.floorDiv(middleMs - gapMs, slotMs);
        long lastSlot = Math.floorDiv(middleMs + gapMs, slotMs);
        int own = band(latE7);
        int firstBand = band(Math.max(-POLE_E7, latE7 - latReachE7));
        int lastBand = band(Math.min(POLE_E7, latE7 + latReachE7));
        for (int band = firstBand; band <= lastBand; band++) {
            int cells = cellsOfBand[band];
            long reach = Math.max(lonReachE7[band], lonReachE7[own]);
            int first = cell(band, lonE7 - reach);
            int count = 2 * reach >= TURN_E7 ? cells : Math.floorMod(cell(band, lonE7 + reach) - first, cells) + 1;
            for (int i = 0; i < count; i++) {
                int cell = first + i < cells ? first + i : first + i - cells;
                for (long slot = firstSlot; slot <= lastSlot; slot++) {
                    visitor.accept(pack(family, slot, band, cell));
                }
            }
        }
    }

    /// False where two places are surely farther apart than the distance: a cheap look before the exact one.
    boolean mayReach(int lonE7, int latE7, int otherLonE7, int otherLatE7) {
        long lat = Math.abs((long) latE7 - otherLatE7);
        if (lat > latReachE7) {
            return false;
        }
        long lon = Math.abs((long) lonE7 - otherLonE7);
        long reach = Math.max(lonReachE7[band(latE7)], lonReachE7[band(otherLatE7)]);
        return Math.min(lon, TURN_E7 - lon) <= reach;
    }

    private int band(long latE7) {
        return (int) ((latE7 + POLE_E7) / bandHeightE7);
    }

    private int cell(int band, long lonE7) {
        long east = Math.floorMod(lonE7 + HALF_TURN_E7, TURN_E7);
        return (int) (east * cellsOfBand[band] / TURN_E7);
    }

    /// How far the distance reaches in longitude at most within a band; half a turn where a pole is within it.
    private long reach(int band, double metres) {
        double south = (band * bandHeightE7 - POLE_E7) / 1e7;
        double north = south + bandHeightE7 / 1e7;
        double farthest = Math.min(90, Math.max(Math.abs(south), Math.abs(north)));
        double metresPerDegree = METRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(farthest));
        return metresPerDegree * 180 < metres
                ? HALF_TURN_E7
                : Math.min(HALF_TURN_E7, (long) (metres / metresPerDegree * 1e7) + 1);
    }

    private static long pack(Family family, long slot, int band, int cell) {
        long bits = slot & (1L << TIME_BITS) - 1;
        return ((bits << 15 | band) << 16 | cell) << 4 | family.ordinal();
    }
}
