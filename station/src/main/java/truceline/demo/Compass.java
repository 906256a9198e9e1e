package truceline.demo;

import java.util.List;

/// The 16 points of the compass. Stateless.
final class Compass {
    private static final List<String> POINTS =
            List.of("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW");

    private Compass() {}

    /// The point nearest to a bearing in degrees.
    static String point(double degrees) {
        return POINTS.get((int) StrictMath.floorMod(StrictMath.round(degrees / 22.5), 16L));
    }
}
