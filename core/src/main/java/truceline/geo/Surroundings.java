package truceline.geo;

/// A box in 1e-7 degree that holds every place within a distance of a position; west and east may lie beyond
/// ±180 degrees, where the box goes on round the earth.
record Surroundings(long west, long south, long east, long north) {
    private static final double LEAST_METRES_PER_DEGREE_NORTH = 110_574;
    private static final double HIGHEST_USEFUL_DEGREES = 89.9;
    private static final long HALF_TURN = 1_800_000_000L;

    /// A way of this length changes latitude by at most its length over the least meridian curvature radius,
    /// and longitude by at most its length over the radius of the narrowest parallel it can reach.
    static Surroundings of(int lonE7, int latE7, long distanceMm) {
        double metres = Geodesic.reachMetres(distanceMm);
        double degreesNorth = metres / LEAST_METRES_PER_DEGREE_NORTH;
        long north = latE7 + (long) (degreesNorth * 1e7) + 2;
        long south = latE7 - (long) (degreesNorth * 1e7) - 2;
        double highest = Math.max(Math.abs(north), Math.abs(south)) / 1e7;
        if (highest > HIGHEST_USEFUL_DEGREES) {
            return new Surroundings(-HALF_TURN, south, HALF_TURN, north);
        }
        double parallel = Spot.EQUATOR_RADIUS * StrictMath.cos(StrictMath.toRadians(highest));
        long sideways = (long) Math.min(HALF_TURN, StrictMath.toDegrees(metres / parallel) * 1e7) + 2;
        return new Surroundings(lonE7 - sideways, south, lonE7 + sideways, north);
    }

    /// The same box, so many units farther east.
    Surroundings turned(long turn) {
        return new Surroundings(west + turn, south, east + turn, north);
    }

    /// True where the box with these two corners overlaps the surroundings.
    boolean meets(int lonA, int latA, int lonB, int latB) {
        return Math.min(lonA, lonB) <= east
                && Math.max(lonA, lonB) >= west
                && Math.min(latA, latB) <= north
                && Math.max(latA, latB) >= south;
    }
}
