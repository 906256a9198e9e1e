package truceline.geo;

import java.util.List;

/// Which of many zones a position is in, exactly, for millions of positions. Zones are numbered as they were given,
/// from 0, and may overlap.
///
/// The answers are those of {@link AreaIndex}, zone by zone; a grid of cells leaves only the zones whose boundary is
/// near. Queries write into a {@link ZoneHits} and allocate nothing, except with a band. Immutable; threads may share
/// it, each with its own hits.
public final class ZoneIndex {
    private static final int MAX_BAND_CELLS = 4096;
    private static final long TURN = 3_600_000_000L;

    private final AreaIndex[] zones;
    private final ZoneGrid grid;

    private ZoneIndex(List<AreaIndex> zones) {
        this.zones = zones.toArray(new AreaIndex[0]);
        this.grid = new ZoneGrid(zones);
    }

    /// Each zone must have a position; there may be no zone at all.
    public static ZoneIndex of(List<Shape.Areas> zones) {
        return new ZoneIndex(zones.stream().map(AreaIndex::of).toList());
    }

    /// Number of zones.
    public int size() {
        return zones.length;
    }

    /// The zone with a number below {@link #size}.
    public AreaIndex area(int zone) {
        return zones[zone];
    }

    /// Where a place with an accuracy band stands to one zone.
    public Position position(int zone, int lonE7, int latE7, long bandMm) {
        return zones[zone].position(lonE7, latE7, bandMm);
    }

    /// The zones that hold a position, boundaries included; none are indeterminate.
    public void find(int lonE7, int latE7, ZoneHits hits) {
        hits.clear();
        int cell = grid.cell(lonE7, latE7);
        if (cell < 0) {
            return;
        }
        int[] sets = grid.sets;
        int covering = grid.cells[2 * cell];
        int touching = grid.cells[2 * cell + 1];
        int coveringEnd = covering + sets[covering];
        int touchingEnd = touching + sets[touching];
        hits.reserve(sets[covering] + sets[touching]);
        while (touching < touchingEnd) {
            int zone = sets[++touching];
            if (zones[zone].contains(lonE7, latE7)) {
                while (covering < coveringEnd && sets[covering + 1] < zone) {
                    hits.addReserved(sets[++covering]);
                }
                hits.addReserved(zone);
            }
        }
        while (covering < coveringEnd) {
            hits.addReserved(sets[++covering]);
        }
    }

    /// The zones that certainly hold a place whose true position may be up to `bandMm` (not negative) away, and those
    /// of which it cannot be said: for each zone exactly the answer of {@link AreaIndex#position}.
    public void findWithin(int lonE7, int latE7, long bandMm, ZoneHits hits) {
        if (bandMm < 0) {
            throw new IllegalArgumentException("a negative band: " + bandMm + " mm");
        }
        find(lonE7, latE7, hits);
        if (bandMm == 0 || zones.length == 0) {
            return;
        }
        hits.startSeeing(zones.length);
        Surroundings around = Surroundings.of(lonE7, latE7, bandMm);
        for (long turn = -TURN; turn <= TURN; turn += TURN) {
            long west = Math.max(grid.west, around.west() + turn) - grid.west >> grid.columnShift;
            long east = Math.min(grid.columns - 1, around.east() + turn - grid.west >> grid.columnShift);
            long south = Math.max(grid.south, around.south()) - grid.south >> grid.rowShift;
            long north = Math.min(grid.rows - 1, around.north() - grid.south >> grid.rowShift);
            if (west > east || south > north) {
                continue;
            }
            if ((east - west + 1) * (north - south + 1) <= MAX_BAND_CELLS) {
                findInCells((int) west, (int) south, (int) east, (int) north, lonE7, latE7, bandMm, hits);
            } else {
                findInAll(around, turn, lonE7, latE7, bandMm, hits);
            }
        }
        hits.settle();
    }

    private void findInCells(
            int west, int south, int east, int north, int lonE7, int latE7, long bandMm, ZoneHits hits) {
        for (int row = south; row <= north; row++) {
            for (int column = west; column <= east; column++) {
                int touching = grid.cells[2 * (row * grid.columns + column) + 1];
                for (int i = 1; i <= grid.sets[touching]; i++) {
                    findAt(grid.sets[touching + i], lonE7, latE7, bandMm, hits);
                }
            }
        }
    }

    private void findInAll(Surroundings around, long turn, int lonE7, int latE7, long bandMm, ZoneHits hits) {
        for (int zone = 0; zone < zones.length; zone++) {
            if (zones[zone].meets(around, turn)) {
                findAt(zone, lonE7, latE7, bandMm, hits);
            }
        }
    }

    private void findAt(int zone, int lonE7, int latE7, long bandMm, ZoneHits hits) {
        if (hits.see(zone) && zones[zone].boundary().isWithinMm(lonE7, latE7, bandMm)) {
            hits.addIndeterminate(zone);
        }
    }
}
