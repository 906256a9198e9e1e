package truceline.geo;

/// Whether a polygon holds a position, from the edges in the position's cell and from whether it holds the
/// cell's corner. Exact and without state.
///
/// The corner is K = (west - 1/2, south + e), with e smaller than any difference of coordinates: no vertex and
/// no edge passes through it. From K the way leads north along the meridian west - 1/2 to the (perturbed)
/// latitude of the position, then east to the position. Each edge crossed changes inside to outside or back. An
/// edge that passes exactly through a turn of the way is on that side of it to which e moves the turn, on both
/// legs alike.
final class CellCrossings {
    private CellCrossings() {}

    /// True where the polygon holds the position, boundary included. `edges` are the ends of `count` edges from
    /// index `from` on: all that touch the part of the cell west and south of the position.
    static boolean contains(
            boolean cornerInside, int[] edges, int from, int count, int west, int south, int lonE7, int latE7) {
        boolean inside = cornerInside;
        for (int at = from, end = from + 4 * count; at < end; at += 4) {
            int ax = edges[at];
            int ay = edges[at + 1];
            int bx = edges[at + 2];
            int by = edges[at + 3];
            if (Turn.isOn(ax, ay, bx, by, lonE7, latE7)) {
                return true;
            }
            inside ^= passesNorth(ax, ay, bx, by, west, south, latE7);
            inside ^= passesEast(ax, ay, bx, by, west, latE7) && !isEastOf(ax, ay, bx, by, lonE7, latE7);
        }
        return inside;
    }

    /// True where the meridian west - 1/2 meets the edge north of `south` + e and south of `north` + e.
    private static boolean passesNorth(int ax, int ay, int bx, int by, int west, int south, int north) {
        boolean eastward = ax < west;
        if (eastward == bx < west || Math.min(ay, by) > north || Math.max(ay, by) < south) {
            return false;
        }
        return isNotBelow(ax, ay, bx, by, west, north, eastward) && !isNotBelow(ax, ay, bx, by, west, south, eastward);
    }

    private static boolean isNotBelow(int ax, int ay, int bx, int by, int west, int lat, boolean eastward) {
        int sign = Turn.sign(2L * ax, 2L * ay, 2L * bx, 2L * by, 2L * west - 1, 2L * lat);
        return eastward ? sign >= 0 : sign <= 0;
    }

    /// True where the parallel `lat` + e meets the edge east of west - 1/2.
    static boolean passesEast(int ax, int ay, int bx, int by, int west, int lat) {
        boolean upward = ay <= lat;
        if (upward != by > lat || (ax < west && bx < west)) {
            return false;
        }
        if (ax >= west && bx >= west) {
            return true;
        }
        int sign = Turn.sign(2L * ax, 2L * ay, 2L * bx, 2L * by, 2L * west - 1, 2L * lat);
        return sign == 0 ? (bx > ax) == upward : sign > 0 == upward;
    }

    /// For an edge that meets the parallel `lat` + e and does not hold the position: true where it does so to
    /// the east.
    private static boolean isEastOf(int ax, int ay, int bx, int by, int lon, int lat) {
        if (ax < lon && bx < lon) {
            return false;
        }
        if (ax > lon && bx > lon) {
            return true;
        }
        return Turn.sign(ax, ay, bx, by, lon, lat) > 0 == (ay <= lat);
    }
}
