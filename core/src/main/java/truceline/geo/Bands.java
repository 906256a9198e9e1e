package truceline.geo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/// Outlines of bands along lines and around areas, for drawings only: whether a place lies in a band is decided by
/// distance, never by these outlines.
///
/// The outline is made on a plane in metres that touches the middle of what is drawn: a degree of latitude is
/// 111,132.954 − 559.822 cos 2φ + 1.175 cos 4φ metres, one of longitude 111,412.84 cos φ − 93.5 cos 3φ + 0.118 cos 5φ
/// (series of the lengths of a degree on the ellipsoid). Good to a few parts in a thousand for some hundred
/// kilometres. Stateless.
public final class Bands {
    private static final double E7 = 1e7;
    private static final int QUARTER_STEPS = 6;
    private static final GeometryFactory PLANE = new GeometryFactory();

    private final double lonE7PerMetre;
    private final double latE7PerMetre;

    private Bands(long middleLatE7) {
        double phi = StrictMath.toRadians(middleLatE7 / E7);
        this.latE7PerMetre = E7 / (111_132.954 - 559.822 * StrictMath.cos(2 * phi) + 1.175 * StrictMath.cos(4 * phi));
        this.lonE7PerMetre = E7
                / Math.max(
                        1,
                        111_412.84 * StrictMath.cos(phi)
                                - 93.5 * StrictMath.cos(3 * phi)
                                + 0.118 * StrictMath.cos(5 * phi));
    }

    /// The band within a distance of lines, on one side of their drawn direction or (null) on both, with round ends
    /// where it has both sides.
    ///
    /// @param depthMm more than 0
    public static List<Polygon> along(List<Path> lines, long depthMm, @Nullable Side side) {
        Bands bands = new Bands(middle(lines));
        LineString[] parts = lines.stream().map(bands::line).toArray(LineString[]::new);
        double metres = depthMm / 1000.0;
        if (side == null || side == Side.ON) {
            return bands.polygons(new BufferOp(PLANE.createMultiLineString(parts), round()).getResultGeometry(metres));
        }
        BufferParameters oneSided = round();
        oneSided.setSingleSided(true);
        Geometry[] strips = new Geometry[parts.length];
        for (int i = 0; i < parts.length; i++) {
            strips[i] = new BufferOp(parts[i], oneSided).getResultGeometry(side == Side.LEFT ? metres : -metres);
        }
        return bands.polygons(PLANE.createGeometryCollection(strips).union());
    }

    /// The ring outside areas, up to a depth.
    public static List<Polygon> around(List<Polygon> areas, long depthMm) {
        Bands bands = new Bands(middle(areas.stream().map(Polygon::shell).toList()));
        Geometry inner = JtsShapes.toJts(areas).copy();
        inner.apply((Coordinate at) -> bands.toPlane(at));
        inner.geometryChanged();
        Geometry whole = inner.buffer(0);
        return bands.polygons(
                new BufferOp(whole, round()).getResultGeometry(depthMm / 1000.0).difference(whole));
    }

    /// All places within a distance of one.
    public static List<Polygon> disc(int lonE7, int latE7, long depthMm) {
        Bands bands = new Bands(latE7);
        Coordinate centre = new Coordinate(lonE7, latE7);
        bands.toPlane(centre);
        return bands.polygons(new BufferOp(PLANE.createPoint(centre), round()).getResultGeometry(depthMm / 1000.0));
    }

    private static BufferParameters round() {
        return new BufferParameters(QUARTER_STEPS);
    }

    private static long middle(List<Path> paths) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (Path path : paths) {
            for (int i = 0; i < path.size(); i++) {
                least = Math.min(least, path.latE7(i));
                most = Math.max(most, path.latE7(i));
            }
        }
        return ((long) least + most) / 2;
    }

    private LineString line(Path path) {
        Coordinate[] coordinates = new Coordinate[path.size()];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = new Coordinate(path.lonE7(i), path.latE7(i));
            toPlane(coordinates[i]);
        }
        return PLANE.createLineString(coordinates);
    }

    private void toPlane(Coordinate at) {
        at.x /= lonE7PerMetre;
        at.y /= latE7PerMetre;
    }

    private void toEllipsoid(Coordinate at) {
        at.x = Math.clamp(at.x * lonE7PerMetre, -180 * E7, 180 * E7);
        at.y = Math.clamp(at.y * latE7PerMetre, -90 * E7, 90 * E7);
    }

    private List<Polygon> polygons(Geometry onPlane) {
        Geometry drawn = onPlane.copy();
        drawn.apply((Coordinate at) -> toEllipsoid(at));
        drawn.geometryChanged();
        return JtsShapes.toPolygons(GeometryPrecisionReducer.reduce(drawn, JtsShapes.GRID));
    }
}
