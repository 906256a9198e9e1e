package truceline.territory;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import truceline.geo.JtsShapes;
import truceline.geo.Path;
import truceline.geo.Polygon;

/// How far inside (positive) or outside (negative) an area a place is, in metres to the area's boundary.
///
/// For drawings near the boundary: metres come from the WGS-84 radii of curvature at the place, good to 0.1 % within
/// tens of kilometres. Holes count as boundary. Not thread-safe.
final class BorderDistance {
    private static final double EQUATOR_METRES = 6_378_137.0;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
    private static final double RADIANS_PER_E7 = Math.PI / 180 / 1e7;
    private static final double LEAST_METRES_PER_LAT_E7 = 0.01105;

    private final IndexedPointInAreaLocator locator;
    private final STRtree edges = new STRtree();

    BorderDistance(Geometry area) {
        locator = new IndexedPointInAreaLocator(area);
        for (Polygon polygon : JtsShapes.toPolygons(area)) {
            List<Path> rings = new ArrayList<>(polygon.holes());
            rings.add(polygon.shell());
            rings.forEach(this::add);
        }
        edges.build();
    }

    private void add(Path ring) {
        for (int i = 0; i + 1 < ring.size(); i++) {
            double[] edge = {ring.lonE7(i), ring.latE7(i), ring.lonE7(i + 1), ring.latE7(i + 1)};
            edges.insert(new Envelope(edge[0], edge[2], edge[1], edge[3]), edge);
        }
    }

    /// Signed distance; where the boundary is farther than `mostMetres`, that with the sign of the side.
    double signedMetres(double lonE7, double latE7, double mostMetres) {
        double lonScale = metresPerLonE7(latE7);
        double latScale = metresPerLatE7(latE7);
        Envelope box = new Envelope(new Coordinate(lonE7, latE7));
        box.expandBy(mostMetres / lonScale, mostMetres / LEAST_METRES_PER_LAT_E7);
        double least = mostMetres * mostMetres;
        for (Object found : edges.query(box)) {
            double[] edge = (double[]) found;
            least = Math.min(
                    least,
                    squareToSegment(
                            (edge[0] - lonE7) * lonScale,
                            (edge[1] - latE7) * latScale,
                            (edge[2] - lonE7) * lonScale,
                            (edge[3] - latE7) * latScale));
        }
        boolean isOutside = locator.locate(new Coordinate(lonE7, latE7)) == Location.EXTERIOR;
        return isOutside ? -Math.sqrt(least) : Math.sqrt(least);
    }

    /// Metres between two near places.
    static double metres(double lonE7, double latE7, double otherLonE7, double otherLatE7) {
        double midLatE7 = (latE7 + otherLatE7) / 2;
        double x = (otherLonE7 - lonE7) * metresPerLonE7(midLatE7);
        double y = (otherLatE7 - latE7) * metresPerLatE7(midLatE7);
        return Math.sqrt(x * x + y * y);
    }

    /// Square of the distance from the origin to a segment.
    private static double squareToSegment(double x, double y, double toX, double toY) {
        double dx = toX - x;
        double dy = toY - y;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp(-(x * dx + y * dy) / square, 0.0, 1.0);
        double nearX = x + along * dx;
        double nearY = y + along * dy;
        return nearX * nearX + nearY * nearY;
    }

    private static double metresPerLatE7(double latE7) {
        double w = curvature(latE7);
        return RADIANS_PER_E7 * EQUATOR_METRES * (1 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w));
    }

    private static double metresPerLonE7(double latE7) {
        double cosine = Math.max(StrictMath.cos(latE7 * RADIANS_PER_E7), 1e-9);
        return RADIANS_PER_E7 * EQUATOR_METRES * cosine / Math.sqrt(curvature(latE7));
    }

    private static double curvature(double latE7) {
        double sine = StrictMath.sin(latE7 * RADIANS_PER_E7);
        return 1 - ECCENTRICITY_SQUARED * sine * sine;
    }
}
