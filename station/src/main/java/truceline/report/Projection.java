package truceline.report;

/// Longitude and latitude to pixels of a drawing: equirectangular, true to scale at the middle latitude. For
/// drawings only.
///
/// @param unitsPerPixel latitude in 1e-7 degree that one pixel stands for
/// @param squeeze cosine of the middle latitude
record Projection(double middleLonE7, double middleLatE7, double unitsPerPixel, double squeeze, int width, int height) {
    private static final double METRES_PER_UNIT = 40_007_863 / 3.6e9;

    /// Fits a box into a drawing, in its middle.
    static Projection fit(Box box, int width, int height) {
        double lat = (box.southE7() + (double) box.northE7()) / 2;
        double squeeze = Math.max(0.05, StrictMath.cos(StrictMath.toRadians(lat / 1e7)));
        double across = ((double) box.eastE7() - box.westE7()) * squeeze / width;
        double down = ((double) box.northE7() - box.southE7()) / height;
        double lon = (box.westE7() + (double) box.eastE7()) / 2;
        return new Projection(lon, lat, Math.max(across, down), squeeze, width, height);
    }

    double x(int lonE7) {
        return width / 2.0 + (lonE7 - middleLonE7) * squeeze / unitsPerPixel;
    }

    double y(int latE7) {
        return height / 2.0 - (latE7 - middleLatE7) / unitsPerPixel;
    }

    double metresPerPixel() {
        return unitsPerPixel * METRES_PER_UNIT;
    }

    boolean isInView(double x, double y) {
        return x >= 0 && y >= 0 && x <= width && y <= height;
    }

    /// A round number of metres (1, 2 or 5 times a power of ten) that takes at most so many pixels.
    long roundMetres(double pixels) {
        double most = pixels * metresPerPixel();
        long round = 1;
        while (round * 10 <= most) {
            round *= 10;
        }
        return round * 5 <= most ? round * 5 : round * 2 <= most ? round * 2 : round;
    }
}
