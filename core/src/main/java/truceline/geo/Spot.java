package truceline.geo;

/// A position on the WGS-84 ellipsoid with everything a distance needs: radians, their sines and cosines, and
/// the Earth-centred coordinates in metres (x towards 0° E, z towards the north pole). Immutable.
///
/// `radius` is the distance from the axis of the earth. Source: WGS-84 (NIMA TR8350.2), a and 1/f.
final class Spot {
    static final double EQUATOR_RADIUS = 6_378_137.0;
    static final double FLATTENING = 1 / 298.257223563;
    static final double E2 = FLATTENING * (2 - FLATTENING);
    private static final double RADIANS_PER_E7 = Math.PI / 180 / 10_000_000;

    final double lon;
    final double lat;
    final double sinLat;
    final double cosLat;
    final double sinLon;
    final double cosLon;
    final double radius;
    final double x;
    final double y;
    final double z;

    Spot(double lon, double lat) {
        this.lon = lon;
        this.lat = lat;
        sinLat = StrictMath.sin(lat);
        cosLat = StrictMath.cos(lat);
        sinLon = StrictMath.sin(lon);
        cosLon = StrictMath.cos(lon);
        double normal = EQUATOR_RADIUS / Math.sqrt(1 - E2 * sinLat * sinLat);
        radius = normal * cosLat;
        x = radius * cosLon;
        y = radius * sinLon;
        z = normal * (1 - E2) * sinLat;
    }

    static Spot ofE7(int lonE7, int latE7) {
        return new Spot(radians(lonE7), radians(latE7));
    }

    static double radians(long e7) {
        return e7 * RADIANS_PER_E7;
    }

    /// The nearest position in 1e-7 degree; any longitude is brought into ±180 degrees.
    static Place toPlace(double lon, double lat) {
        double turned = StrictMath.IEEEremainder(lon, 2 * Math.PI);
        int lonE7 = Math.clamp(Math.round(turned / RADIANS_PER_E7), -1_800_000_000, 1_800_000_000);
        int latE7 = Math.clamp(Math.round(lat / RADIANS_PER_E7), -900_000_000, 900_000_000);
        return new Place(lonE7, latE7);
    }

    /// Straight distance through the earth, squared, in square metres.
    double chordSquared(Spot other) {
        double dx = other.x - x;
        double dy = other.y - y;
        double dz = other.z - z;
        return dx * dx + dy * dy + dz * dz;
    }
}
