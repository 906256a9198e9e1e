package truceline.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.geo.Path;
import truceline.geo.Polygon;
import truceline.geo.Shape;

/// A box of longitudes and latitudes in 1e-7 degree, edges included. West beyond east means that it reaches across
/// the antimeridian.
public record Box(int westE7, int southE7, int eastE7, int northE7) {
    private static final long MOST_LON = 1_800_000_000L;
    private static final long MOST_LAT = 900_000_000L;

    public boolean contains(int lonE7, int latE7) {
        boolean isBetween = westE7 <= eastE7 ? lonE7 >= westE7 && lonE7 <= eastE7 : lonE7 >= westE7 || lonE7 <= eastE7;
        return isBetween && latE7 >= southE7 && latE7 <= northE7;
    }

    /// The box of all positions, or null where there are none.
    static @Nullable Box ofPaths(List<Path> paths) {
        int[] ends = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        for (Path path : paths) {
            for (int i = 0; i < path.size(); i++) {
                ends[0] = Math.min(ends[0], path.lonE7(i));
                ends[1] = Math.min(ends[1], path.latE7(i));
                ends[2] = Math.max(ends[2], path.lonE7(i));
                ends[3] = Math.max(ends[3], path.latE7(i));
            }
        }
        return ends[0] > ends[2] ? null : new Box(ends[0], ends[1], ends[2], ends[3]);
    }

    /// The box of an area's shells, or null where it has no position.
    static @Nullable Box ofAreas(Shape.Areas areas) {
        return ofPaths(areas.polygons().stream().map(Polygon::shell).toList());
    }

    /// The box that holds both; null stands for nothing.
    static @Nullable Box around(@Nullable Box one, @Nullable Box two) {
        if (one == null || two == null) {
            return one == null ? two : one;
        }
        return new Box(
                Math.min(one.westE7, two.westE7),
                Math.min(one.southE7, two.southE7),
                Math.max(one.eastE7, two.eastE7),
                Math.max(one.northE7, two.northE7));
    }

    /// The box with as much of its width and height added on each side, and some two kilometres.
    Box grown(double share) {
        long lon = (long) (share * ((long) eastE7 - westE7)) + 200_000;
        long lat = (long) (share * ((long) northE7 - southE7)) + 200_000;
        return new Box(
                (int) Math.max(-MOST_LON, westE7 - lon),
                (int) Math.max(-MOST_LAT, southE7 - lat),
                (int) Math.min(MOST_LON, eastE7 + lon),
                (int) Math.min(MOST_LAT, northE7 + lat));
    }
}
