package truceline.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/// Areas as JTS polygons and back, for overlays and drawings only.
///
/// The JTS side keeps units of 1e-7 degree on a grid of whole numbers, so that an overlay with snap-rounding gives
/// integers again and no coordinate passes through a rounded degree. Edges are straight in longitude and latitude.
/// Stateless; the JTS objects belong to the caller.
public final class JtsShapes {
    /// The grid of all conversions: whole 1e-7 degrees.
    public static final PrecisionModel GRID = new PrecisionModel(1);

    private static final GeometryFactory FACTORY = new GeometryFactory(GRID);

    /// What keeps areas from being used as areas: a kebab code (`self-intersection`, `hole-outside-shell`, …) and
    /// where.
    public record Fault(String code, int lonE7, int latE7) {}

    private JtsShapes() {}

    /// The same polygons on the JTS grid, valid or not.
    public static MultiPolygon toJts(List<Polygon> polygons) {
        return FACTORY.createMultiPolygon(
                polygons.stream().map(JtsShapes::polygon).toArray(org.locationtech.jts.geom.Polygon[]::new));
    }

    /// The polygons of a JTS result on the grid (lines and points in it are left out), shells counter-clockwise.
    public static List<Polygon> toPolygons(org.locationtech.jts.geom.Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof org.locationtech.jts.geom.Polygon polygon && !polygon.isEmpty()) {
                List<Path> holes = new ArrayList<>();
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    holes.add(Rings.clockwise(path(polygon.getInteriorRingN(h).getCoordinates())));
                }
                Path shell =
                        Rings.counterClockwise(path(polygon.getExteriorRing().getCoordinates()));
                polygons.add(new Polygon(shell, holes));
            }
        }
        return polygons;
    }

    /// The first fault that keeps these polygons, taken as one set, from being an area.
    public static Optional<Fault> findFault(List<Polygon> polygons) {
        @Nullable TopologyValidationError error = new IsValidOp(toJts(polygons)).getValidationError();
        if (error == null) {
            return Optional.empty();
        }
        Coordinate at = error.getCoordinate();
        return Optional.of(new Fault(code(error.getErrorType()), (int) Math.rint(at.x), (int) Math.rint(at.y)));
    }

    /// A valid area as near as can be to a faulty one; a drawing aid that may move or lose slivers.
    public static List<Polygon> mend(List<Polygon> polygons) {
        return toPolygons(UnaryUnionNG.union(new GeometryFixer(toJts(polygons)).getResult(), GRID));
    }

    private static String code(int errorType) {
        return switch (errorType) {
            case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.RING_SELF_INTERSECTION ->
                "self-intersection";
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "hole-outside-shell";
            case TopologyValidationError.NESTED_HOLES -> "nested-holes";
            case TopologyValidationError.NESTED_SHELLS -> "nested-shells";
            case TopologyValidationError.DISCONNECTED_INTERIOR -> "disconnected-interior";
            case TopologyValidationError.DUPLICATE_RINGS -> "duplicate-rings";
            default -> "invalid-area-" + errorType;
        };
    }

    private static org.locationtech.jts.geom.Polygon polygon(Polygon polygon) {
        return FACTORY.createPolygon(
                ring(polygon.shell()),
                polygon.holes().stream().map(JtsShapes::ring).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(Path path) {
        Coordinate[] coordinates = new Coordinate[path.size()];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = new Coordinate(path.lonE7(i), path.latE7(i));
        }
        return FACTORY.createLinearRing(coordinates);
    }

    private static Path path(Coordinate[] coordinates) {
        int[] lonE7 = new int[coordinates.length];
        int[] latE7 = new int[coordinates.length];
        for (int i = 0; i < coordinates.length; i++) {
            lonE7[i] = Math.toIntExact((long) coordinates[i].x);
            latE7[i] = Math.toIntExact((long) coordinates[i].y);
        }
        return new Path(lonE7, latE7);
    }
}
