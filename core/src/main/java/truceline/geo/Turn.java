package truceline.geo;

/// Exact planar predicates on coordinates in 1e-7 degree. Differences reach 3.6e9, so products need 128 bits;
/// the common case of differences below 2^31 stays within a `long`. Stateless.
final class Turn {
    private Turn() {}

    /// Sign of the cross product (b - a) x (p - a): 1 where p lies left of the way from a to b, -1 right, 0 in
    /// line.
    static int sign(long ax, long ay, long bx, long by, long px, long py) {
        return crossSign(bx - ax, by - ay, px - ax, py - ay);
    }

    /// Sign of ux * vy - uy * vx.
    static int crossSign(long ux, long uy, long vx, long vy) {
        if (fits(ux) && fits(uy) && fits(vx) && fits(vy)) {
            return Long.signum(ux * vy - uy * vx);
        }
        return productCompare(ux, vy, uy, vx);
    }

    /// Sign of ux * vx + uy * vy.
    static int dotSign(long ux, long uy, long vx, long vy) {
        return productCompare(ux, vx, -uy, vy);
    }

    /// True where p lies on the closed segment a-b (which may be a single position).
    static boolean isOn(long ax, long ay, long bx, long by, long px, long py) {
        return px >= Math.min(ax, bx)
                && px <= Math.max(ax, bx)
                && py >= Math.min(ay, by)
                && py <= Math.max(ay, by)
                && sign(ax, ay, bx, by, px, py) == 0;
    }

    private static boolean fits(long difference) {
        return difference == (int) difference;
    }

    private static int productCompare(long a, long b, long c, long d) {
        long leftHigh = Math.multiplyHigh(a, b);
        long rightHigh = Math.multiplyHigh(c, d);
        return leftHigh != rightHigh ? Long.compare(leftHigh, rightHigh) : Long.compareUnsigned(a * b, c * d);
    }
}
