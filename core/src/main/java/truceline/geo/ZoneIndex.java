package truceline.geo;

import java.util.List;

/// Which of many zones a position is in, exactly, for millions of positions. Zones are numbered as they were
/// given, from 0, and may overlap.
///
/// The answers are those of {@link AreaIndex}, zone by zone; a grid of cells leaves only the zones whose
/// boundary is near. Queries write into a {@link ZoneHits} and allocate nothing, except with a band. Immutable;
/// threads may share it, each with its own hits.
public final class ZoneIndex {
    private static final int MAX_BAND_CELLS = 4096;
    private static final long TURN = 3_600_000_000L;

    private final AreaIndex[] zones;
    private final ZoneCells cells;

    private ZoneIndex(List<AreaIndex> zones) {
        this.zones = zones.toArray(new AreaIndex[0]);
        this.cells = new ZoneCells(zones);
    }

    /// Each zone must have a position; there may be no zone at all.
    public static ZoneIndex of(List<Shape.Areas> zones) {
        return new ZoneIndex(zones.stream().map(AreaIndex::of).toList());
    }

    /// The same over areas that are indexed already.
    public static ZoneIndex ofIndexes(List<AreaIndex> zones) {
        return new ZoneIndex(List.copyOf(zones));
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
        int cell = cells.grid.cell(lonE7, latE7);
        if (cell < 0) {
            return;
        }
        int[] covering = cells.covering;
        int cover = cells.starts[2 * cell];
        int coverEnd = cover + covering[cover];
        hits.reserve(covering[cover]);
        int touch = cells.starts[2 * cell + 1];
        if (touch != 0) {
            cover = findTouching(cell, touch, cover, coverEnd, lonE7, latE7, hits);
        }
        while (cover < coverEnd) {
            hits.add(covering[++cover]);
        }
    }

    /// Merges the zones whose boundary touches the cell with those that cover it; answers how far the latter
    /// got.
    private int findTouching(int cell, int touch, int coverFrom, int coverEnd, int lonE7, int latE7, ZoneHits hits) {
        int[] touching = cells.touching;
        int west = cells.grid.cornerLon(cell);
        int south = cells.grid.cornerLat(cell);
        hits.reserve(touching[touch] + coverEnd - coverFrom);
        int cover = coverFrom;
        int at = touch + 1;
        for (int part = touching[touch]; part > 0; part--) {
            int zone = touching[at];
            int count = touching[at + 1] >> 1;
            boolean corner = (touching[at + 1] & 1) != 0;
            at += ZoneCells.HEAD;
            if (CellCrossings.contains(corner, touching, at, count, west, south, lonE7, latE7)) {
                while (cover < coverEnd && cells.covering[cover + 1] < zone) {
                    hits.add(cells.covering[++cover]);
                }
                hits.add(zone);
            }
            at += ZoneCells.EDGE * count;
        }
        return cover;
    }

    /// The zones that certainly hold a place whose true position may be up to `bandMm` (not negative) away, and
    /// those of which it cannot be said: for each zone exactly the answer of {@link AreaIndex#position}.
    public void findWithin(int lonE7, int latE7, long bandMm, ZoneHits hits) {
        if (bandMm < 0) {
            throw new IllegalArgumentException("a negative band: " + bandMm + " mm");
        }
        find(lonE7, latE7, hits);
        if (bandMm == 0 || zones.length == 0) {
            return;
        }
        hits.startSeeing(zones.length);
        BandSearch search = new BandSearch(lonE7, latE7, bandMm, hits);
        for (long turn = -TURN; turn <= TURN; turn += TURN) {
            search.findIn(search.around.turned(turn));
        }
        hits.settle();
    }

    /// One query with a band.
    private final class BandSearch {
        private final Surroundings around;
        private final Spot spot;
        private final long bandMm;
        private final ZoneHits hits;

        BandSearch(int lonE7, int latE7, long bandMm, ZoneHits hits) {
            this.around = Surroundings.of(lonE7, latE7, bandMm);
            this.spot = Spot.ofE7(lonE7, latE7);
            this.bandMm = bandMm;
            this.hits = hits;
        }

        void findIn(Surroundings box) {
            CellGrid grid = cells.grid;
            long west = Math.max(grid.west(), box.west()) - grid.west() >> grid.columnShift();
            long east = Math.min(grid.columns() - 1, box.east() - grid.west() >> grid.columnShift());
            long south = Math.max(grid.south(), box.south()) - grid.south() >> grid.rowShift();
            long north = Math.min(grid.rows() - 1, box.north() - grid.south() >> grid.rowShift());
            if (west > east || south > north) {
                return;
            }
            if ((east - west + 1) * (north - south + 1) > MAX_BAND_CELLS) {
                findInAll(box);
                return;
            }
            for (long row = south; row <= north; row++) {
                for (long column = west; column <= east; column++) {
                    findInCell((int) (row * grid.columns() + column), box);
                }
            }
        }

        private void findInCell(int cell, Surroundings box) {
            int[] touching = cells.touching;
            int touch = cells.starts[2 * cell + 1];
            int at = touch + 1;
            for (int part = touching[touch]; part > 0; part--) {
                int zone = touching[at];
                int end = at + ZoneCells.HEAD + ZoneCells.EDGE * (touching[at + 1] >> 1);
                for (int edge = at + ZoneCells.HEAD; edge < end; edge += ZoneCells.EDGE) {
                    if (box.meets(touching[edge], touching[edge + 1], touching[edge + 2], touching[edge + 3])) {
                        findZone(zone);
                        break;
                    }
                }
                at = end;
            }
        }

        private void findInAll(Surroundings box) {
            for (int zone = 0; zone < zones.length; zone++) {
                int[] own = zones[zone].box();
                if (box.meets(own[0], own[1], own[2], own[3])) {
                    findZone(zone);
                }
            }
        }

        private void findZone(int zone) {
            if (hits.see(zone) && zones[zone].boundary().isWithinMm(spot, bandMm)) {
                hits.addIndeterminate(zone);
            }
        }
    }
}
