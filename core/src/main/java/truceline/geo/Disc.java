package truceline.geo;

/// All places within `radiusMm` (whole millimetres of WGS-84 distance, not negative) of a centre in 1e-7
/// degree. It stands for a position with its accuracy, or for an area given by its covering disc. Immutable.
public record Disc(int lonE7, int latE7, long radiusMm) {
    private static final int CENTRE_STEPS = 400;

    public Disc {
        if (!Degrees.isLongitude(lonE7) || !Degrees.isLatitude(latE7) || radiusMm < 0) {
            throw new IllegalArgumentException("no disc on earth: " + lonE7 + ", " + latE7 + ", " + radiusMm + " mm");
        }
    }

    /// True for the places of the disc, its rim included.
    public boolean contains(int lonE7, int latE7) {
        return Geodesic.isWithinMm(this.lonE7, this.latE7, lonE7, latE7, radiusMm);
    }

    public Place centre() {
        return new Place(lonE7, latE7);
    }

    /// A small disc that holds every one of at least one position. Its radius exceeds the least possible by
    /// about a percent.
    public static Disc cover(Path positions) {
        if (positions.size() == 0) {
            throw new IllegalArgumentException("no position to cover");
        }
        Disc alone = around(positions.lonE7(0), positions.latE7(0), positions);
        if (alone.radiusMm == 0) {
            return alone;
        }
        Place centre = centre(positions);
        Disc disc = around(centre.lonE7(), centre.latE7(), positions);
        return disc.radiusMm < alone.radiusMm ? disc : alone;
    }

    private static Disc around(int lonE7, int latE7, Path positions) {
        long radiusMm = 0;
        for (int i = 0; i < positions.size(); i++) {
            radiusMm = Math.max(radiusMm, Geodesic.distanceMm(lonE7, latE7, positions.lonE7(i), positions.latE7(i)));
        }
        return new Disc(lonE7, latE7, radiusMm);
    }

    /// The centre of the ball round the positions in space, by going ever smaller steps towards the farthest
    /// (M. Bădoiu and K. L. Clarkson, "Smaller core-sets for balls", 2003), brought up to the surface.
    private static Place centre(Path positions) {
        int size = positions.size();
        Spot[] spots = new Spot[size];
        for (int i = 0; i < size; i++) {
            spots[i] = Spot.ofE7(positions.lonE7(i), positions.latE7(i));
        }
        double x = spots[0].x;
        double y = spots[0].y;
        double z = spots[0].z;
        for (int step = 2; step < CENTRE_STEPS; step++) {
            Spot farthest = spots[0];
            double most = -1;
            for (Spot spot : spots) {
                double away = Geodesic.square(spot.x - x) + Geodesic.square(spot.y - y) + Geodesic.square(spot.z - z);
                if (away > most) {
                    most = away;
                    farthest = spot;
                }
            }
            x += (farthest.x - x) / step;
            y += (farthest.y - y) / step;
            z += (farthest.z - z) / step;
        }
        double radius = Math.sqrt(x * x + y * y);
        return Spot.toPlace(StrictMath.atan2(y, x), StrictMath.atan2(z, radius * (1 - Spot.E2)));
    }
}
