package truceline.demo;

import java.util.Locale;

/// A point in decimal degrees, WGS-84. Distances are those of a plane, good to a part in a thousand over the country.
record Point(double lon, double lat) {
    private static final double METRES_PER_DEGREE = 111_195;

    Point moved(double eastMetres, double northMetres) {
        return new Point(lon + eastMetres / metresPerDegreeEast(), lat + northMetres / METRES_PER_DEGREE);
    }

    double metresTo(Point other) {
        return StrictMath.hypot(eastMetresTo(other), northMetresTo(other));
    }

    double eastMetresTo(Point other) {
        return (other.lon - lon) * metresPerDegreeEast();
    }

    double northMetresTo(Point other) {
        return (other.lat - lat) * METRES_PER_DEGREE;
    }

    /// Clockwise from north, 0 to 360.
    double bearingTo(Point other) {
        double degrees = StrictMath.toDegrees(StrictMath.atan2(eastMetresTo(other), northMetresTo(other)));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    String lonText() {
        return String.format(Locale.ROOT, "%.5f", lon);
    }

    String latText() {
        return String.format(Locale.ROOT, "%.5f", lat);
    }

    private double metresPerDegreeEast() {
        return METRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(lat));
    }
}
