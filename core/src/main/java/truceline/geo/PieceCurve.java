package truceline.geo;

/// One piece of an {@link EdgeTree} as a curve on the ellipsoid: longitude and latitude go evenly from `t` = 0
/// to 1.
final class PieceCurve {
    private final double lon0;
    private final double lat0;
    private final double lonStep;
    private final double latStep;
    private final double x0;
    private final double y0;
    private final double z0;
    private final double dx;
    private final double dy;
    private final double dz;
    /// Length of the straight chord between the ends, in metres.
    final double length;

    PieceCurve(EdgeTree tree, int piece) {
        int a = tree.from[piece];
        lon0 = tree.lon[a];
        lat0 = tree.lat[a];
        lonStep = tree.lon[a + 1] - lon0;
        latStep = tree.lat[a + 1] - lat0;
        x0 = tree.x[a];
        y0 = tree.y[a];
        z0 = tree.z[a];
        dx = tree.x[a + 1] - x0;
        dy = tree.y[a + 1] - y0;
        dz = tree.z[a + 1] - z0;
        length = Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    Spot at(double t) {
        return new Spot(lon0 + t * lonStep, lat0 + t * latStep);
    }

    /// Where the foot of the perpendicular on the straight chord lies, held to the piece.
    double projection(Spot spot) {
        double along = dx * (spot.x - x0) + dy * (spot.y - y0) + dz * (spot.z - z0);
        return length == 0 ? 0 : Math.clamp(along / (length * length), 0.0, 1.0);
    }

    /// How far to go from `t` towards the least chord by Newton's method; NaN where the chord is not clearly
    /// convex.
    double newtonStep(Spot spot, double t) {
        if (length == 0) {
            return 0;
        }
        Spot here = at(t);
        double w2 = 1 - Spot.E2 * here.sinLat * here.sinLat;
        double meridian = Spot.EQUATOR_RADIUS * (1 - Spot.E2) / (w2 * Math.sqrt(w2));
        double vx = here.x - spot.x;
        double vy = here.y - spot.y;
        double vz = here.z - spot.z;
        double north = meridian * latStep;
        double tx = -here.y * lonStep - north * here.sinLat * here.cosLon;
        double ty = here.x * lonStep - north * here.sinLat * here.sinLon;
        double tz = north * here.cosLat;
        double speed2 = tx * tx + ty * ty + tz * tz;
        double outward = here.cosLon * vx + here.sinLon * vy;
        double bend = -lonStep * lonStep * here.radius * outward
                - 2 * lonStep * north * here.sinLat * (here.cosLon * vy - here.sinLon * vx)
                - latStep * north * (here.cosLat * outward + here.sinLat * vz);
        double convexity = speed2 + bend;
        return convexity > 0.1 * speed2 ? -(tx * vx + ty * vy + tz * vz) / convexity : Double.NaN;
    }
}
