package truceline.territory;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import truceline.geo.Feature;
import truceline.geo.JtsShapes;
import truceline.geo.Path;
import truceline.geo.Polygon;
import truceline.geo.Shape;

/// Unions, cuts and geodesic areas of polygons.
///
/// Overlays are made in longitude and latitude on the grid of 1e-7 degree. The area of a result is that of the polygon
/// whose neighbouring vertices are joined by geodesics of the WGS-84 ellipsoid, without added vertices (GeographicLib's
/// `PolygonArea`, after C. F. F. Karney, "Algorithms for geodesics", 2013).
final class Areas {
    private static final double SQUARE_METRES_PER_SQUARE_KILOMETRE = 1e6;
    private static final double E7 = 1e7;

    private Areas() {}

    /// All polygons of the features.
    static List<Polygon> polygons(List<Feature> features) {
        List<Polygon> polygons = new ArrayList<>();
        for (Feature feature : features) {
            if (feature.shape() instanceof Shape.Areas areas) {
                polygons.addAll(areas.polygons());
            }
        }
        return polygons;
    }

    /// One area that covers what any of the polygons covers.
    static Geometry union(List<Polygon> polygons) {
        return UnaryUnionNG.union(JtsShapes.toJts(polygons), JtsShapes.GRID);
    }

    /// What two areas have in common; empty where their boxes are apart.
    static Geometry common(Geometry left, Geometry right) {
        return OverlayNG.overlay(left, right, OverlayNG.INTERSECTION, JtsShapes.GRID);
    }

    /// Geodesic area of what a JTS result covers, in km².
    static double areaKm2(Geometry geometry) {
        double km2 = 0;
        for (Polygon polygon : JtsShapes.toPolygons(geometry)) {
            km2 += ringAreaKm2(polygon.shell());
            for (Path hole : polygon.holes()) {
                km2 -= ringAreaKm2(hole);
            }
        }
        return km2;
    }

    /// Geodesic area inside a ring, in km².
    static double ringAreaKm2(Path ring) {
        PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
        for (int i = 0; i + 1 < ring.size(); i++) {
            area.AddPoint(ring.latE7(i) / E7, ring.lonE7(i) / E7);
        }
        return Math.abs(area.Compute().area) / SQUARE_METRES_PER_SQUARE_KILOMETRE;
    }
}
