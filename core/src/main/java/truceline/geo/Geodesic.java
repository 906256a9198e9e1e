package truceline.geo;

/// Distance along the WGS-84 ellipsoid, by our own {@link StrictMath} code, so that every machine gets the same
/// millimetre.
///
/// Enters: positions in 1e-7 degree, taken as given (longitudes differ by whole turns without effect). Leaves:
/// whole millimetres, rounded to the nearest, within 1 mm of GeographicLib for every pair of positions,
/// antipodal ones included. Up to 100 km the distance follows from the chord and the curvature of the ellipsoid
/// in its direction; beyond, from {@link Arc}. Stateless.
///
/// Source of the chord formula: the first three terms of 2/k asin(ck/2) with k by Euler's theorem at the
/// midpoint; the error at 100 km is a few micrometres.
public final class Geodesic {
    private static final double CHORD_FORMULA_METRES = 100_000;
    private static final double SMALLEST_CURVE = 6_335_439;
    private static final double LARGEST_CURVE = 6_399_594;
    private static final double CHORD_MARGIN = 1 + 1e-6;

    private Geodesic() {}

    /// Length of the shortest way in whole millimetres.
    public static long distanceMm(int lon1E7, int lat1E7, int lon2E7, int lat2E7) {
        return toMm(metres(Spot.ofE7(lon1E7, lat1E7), Spot.ofE7(lon2E7, lat2E7)));
    }

    /// Length of the shortest way in whole millimetres.
    public static long distanceMm(Place from, Place to) {
        return distanceMm(from.lonE7(), from.latE7(), to.lonE7(), to.latE7());
    }

    /// Exactly `distanceMm(…) <= limitMm`, but mostly answered by the chord alone.
    public static boolean isWithinMm(int lon1E7, int lat1E7, int lon2E7, int lat2E7, long limitMm) {
        if (limitMm < 0 || northwardMetres(lat1E7, lat2E7) > reachMetres(limitMm)) {
            return false;
        }
        return isWithinMm(Spot.ofE7(lon1E7, lat1E7), Spot.ofE7(lon2E7, lat2E7), limitMm);
    }

    /// Exactly `distanceMm(a, b) <= limitMm`.
    public static boolean isWithinMm(Place a, Place b, long limitMm) {
        return isWithinMm(a.lonE7(), a.latE7(), b.lonE7(), b.latE7(), limitMm);
    }

    /// The place reached from a position over `distanceMetres` (finite, not negative) in the direction
    /// `azimuthDegrees` (finite, clockwise from north). Within 1 mm before the place is rounded to 1e-7 degree.
    public static Place direct(int lonE7, int latE7, double azimuthDegrees, double distanceMetres) {
        if (!Double.isFinite(azimuthDegrees) || !Double.isFinite(distanceMetres) || distanceMetres < 0) {
            throw new IllegalArgumentException("no way of " + distanceMetres + " m towards " + azimuthDegrees + "°");
        }
        double azimuth = StrictMath.toRadians(StrictMath.IEEEremainder(azimuthDegrees, 360));
        return Arc.direct(Spot.ofE7(lonE7, latE7), azimuth, distanceMetres);
    }

    static boolean isWithinMm(Spot a, Spot b, long limitMm) {
        double chord = Math.sqrt(a.chordSquared(b));
        if (chord > reachMetres(limitMm)) {
            return false;
        }
        return toMm(atMostMetres(chord) + 1e-5) <= limitMm || toMm(metres(a, b)) <= limitMm;
    }

    /// Whole millimetres, rounded to the nearest.
    static long toMm(double metres) {
        return Math.round(metres * 1000);
    }

    /// A length in metres that no distance of `limitMm` after rounding exceeds.
    static double reachMetres(long limitMm) {
        return limitMm / 1000.0 + 0.00051;
    }

    static double metres(Spot a, Spot b) {
        double halfTurn = (b.lon - a.lon) / 2;
        double sinHalf = StrictMath.sin(halfTurn);
        double along = b.radius - a.radius;
        double up = b.z - a.z;
        double across2 = square(a.radius + b.radius) * sinHalf * sinHalf;
        double chord2 = square(along) * (1 - sinHalf * sinHalf) + across2 + square(up);
        if (chord2 > square(CHORD_FORMULA_METRES)) {
            return Arc.metres(a, b);
        }
        if (chord2 == 0) {
            return 0;
        }
        double east = across2 / chord2;
        double w2 = 1 - Spot.E2 * (square(a.sinLat) + square(b.sinLat)) / 2;
        double normalCurvature = Math.sqrt(w2) / Spot.EQUATOR_RADIUS;
        double curvature = normalCurvature * (east + (1 - east) * w2 / (1 - Spot.E2));
        double u = square(curvature) * chord2;
        return Math.sqrt(chord2) * (1 + u * (1.0 / 24 + u * (3.0 / 640)));
    }

    /// An upper bound of the distance between two positions whose chord is at most this long: the arc of the
    /// most curved circle the ellipsoid holds (Schur's comparison theorem).
    static double atMostMetres(double chord) {
        double ratio = chord / (2 * SMALLEST_CURVE);
        return ratio < 0.9 ? 2 * SMALLEST_CURVE * StrictMath.asin(ratio) : 20_010_000;
    }

    /// An upper bound of the chord between two positions at most this far apart. The flattest circle gives it
    /// up to the twist of the geodesic, which is far below the margin.
    static double chordAtMost(double metres) {
        double half = metres / (2 * LARGEST_CURVE);
        return half < 1.5 ? Math.min(metres, 2 * LARGEST_CURVE * StrictMath.sin(half) * CHORD_MARGIN) : 12_800_000;
    }

    /// A chord that proves a distance of at most `metres`, less a hundredth of a millimetre: that of the most
    /// curved circle.
    static double chordAtLeast(double metres) {
        double half = (metres - 1e-5) / (2 * SMALLEST_CURVE);
        return 2 * SMALLEST_CURVE * StrictMath.sin(Math.min(half, 1.1));
    }

    private static double northwardMetres(int lat1E7, int lat2E7) {
        return Spot.radians(Math.abs((long) lat1E7 - lat2E7)) * SMALLEST_CURVE;
    }

    static double square(double value) {
        return value * value;
    }
}
