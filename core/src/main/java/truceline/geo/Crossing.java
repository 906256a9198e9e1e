package truceline.geo;

/// How an edge stands to the ray that leaves a position due east, exactly. Stateless.
final class Crossing {
    static final int MISSES = 0;
    static final int CROSSES = 1;
    /// The position lies on the edge.
    static final int TOUCHES = 2;

    private Crossing() {}

    /// An end at the latitude of the position counts as north of it, so that a ray through a vertex crosses
    /// once.
    static int of(int ax, int ay, int bx, int by, int px, int py) {
        boolean up = by > ay;
        int low = up ? ay : by;
        int high = up ? by : ay;
        if (py < low || py > high || (px > ax && px > bx)) {
            return MISSES;
        }
        if (px < ax && px < bx) {
            return py < high ? CROSSES : MISSES;
        }
        int sign = Turn.sign(ax, ay, bx, by, px, py);
        if (sign == 0) {
            return TOUCHES;
        }
        return py < high && (sign > 0) == up ? CROSSES : MISSES;
    }
}
