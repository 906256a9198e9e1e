package truceline.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import truceline.geo.Feature;
import truceline.geo.Geodesic;
import truceline.geo.Geometry;
import truceline.geo.JtsShapes;
import truceline.geo.Path;
import truceline.geo.Polygon;
import truceline.geo.Rings;
import truceline.geo.Shape;

/// The line of contact that a control map and a set of units imply, for drawing.
///
/// It is the boundary of the united control area where that runs inside the united units and farther than the tolerance
/// from their outer boundary: nearer to coast or state border a control map only repeats a border, drawn by another
/// hand. Each line is one feature with the properties `id` (`line-1` is the longest) and `lengthKm` (geodesic on
/// WGS-84, one decimal); the controlled side lies on the right of the drawn direction. A boundary that encloses a
/// pocket is a closed line.
///
/// A stretch within the tolerance that is shorter than twice the tolerance along the boundary is kept as part of the
/// line: it is too short to reach the border and come back, so the line only passes near it. Elsewhere a line ends
/// where the boundary crosses the tolerance, to the metre. Lines under 5 km are left out and counted.
///
/// @param lines longest first
/// @param droppedParts number of lines left out as too short
/// @param droppedMetres their length together
/// @param bridgedStretches number of stretches near the border kept as part of a line
public record ContactLine(Geometry lines, int droppedParts, long droppedMetres, int bridgedStretches) {
    /// The tolerance of coast and state border where none is given.
    public static final int DEFAULT_TOLERANCE_METRES = 3_000;

    /// The largest tolerance: beyond it distances near the border are no longer good to 0.1 %.
    public static final int MOST_TOLERANCE_METRES = 50_000;

    /// Lines shorter than this are left out.
    public static final int LEAST_PART_METRES = 5_000;

    private static final double MILLIMETRES_PER_METRE = 1_000;
    private static final double METRES_PER_KILOMETRE = 1_000;
    private static final Comparator<Measured> LONGEST_FIRST = Comparator.comparingLong(Measured::metres)
            .reversed()
            .thenComparingInt(line -> line.path().lonE7(0))
            .thenComparingInt(line -> line.path().latE7(0));

    private record Measured(Path path, long metres) {}

    /// The line of contact.
    ///
    /// @param control areas controlled according to the map; other shapes are ignored
    /// @param units areas whose union is the country
    /// @throws IllegalArgumentException for a tolerance below 1 m or above {@link #MOST_TOLERANCE_METRES}
    public static ContactLine compute(Geometry control, Geometry units, int toleranceMetres) {
        if (toleranceMetres < 1 || toleranceMetres > MOST_TOLERANCE_METRES) {
            throw new IllegalArgumentException("a tolerance of " + toleranceMetres + " m");
        }
        BorderDistance border = new BorderDistance(country(units, toleranceMetres));
        List<Measured> kept = new ArrayList<>();
        int dropped = 0;
        long droppedMetres = 0;
        int bridged = 0;
        for (Path ring : rings(control)) {
            BoundaryWalk walk = new BoundaryWalk(border, toleranceMetres);
            for (Path path : walk.lines(ring)) {
                long metres = metres(path);
                if (metres < LEAST_PART_METRES) {
                    dropped++;
                    droppedMetres += metres;
                } else {
                    kept.add(new Measured(path, metres));
                }
            }
            bridged += walk.bridgedStretches();
        }
        kept.sort(LONGEST_FIRST);
        return new ContactLine(features(kept), dropped, droppedMetres, bridged);
    }

    /// The union of the units without its seams: holes smaller than a circle of the tolerance are gaps between
    /// neighbouring units, not borders.
    private static org.locationtech.jts.geom.Geometry country(Geometry units, int toleranceMetres) {
        double radiusKm = toleranceMetres / METRES_PER_KILOMETRE;
        double leastHoleKm2 = Math.PI * radiusKm * radiusKm;
        List<Polygon> whole = new ArrayList<>();
        for (Polygon polygon : JtsShapes.toPolygons(Areas.union(Areas.polygons(units.features())))) {
            List<Path> holes = polygon.holes().stream()
                    .filter(hole -> Areas.ringAreaKm2(hole) >= leastHoleKm2)
                    .toList();
            whole.add(new Polygon(polygon.shell(), holes));
        }
        return JtsShapes.toJts(whole);
    }

    /// All rings of the united control area, drawn with the area on the right.
    private static List<Path> rings(Geometry control) {
        List<Path> rings = new ArrayList<>();
        for (Polygon polygon : JtsShapes.toPolygons(Areas.union(Areas.polygons(control.features())))) {
            rings.add(Rings.reversed(polygon.shell()));
            polygon.holes().forEach(hole -> rings.add(Rings.reversed(hole)));
        }
        return rings;
    }

    private static Geometry features(List<Measured> lines) {
        List<Feature> features = new ArrayList<>();
        for (Measured line : lines) {
            double kilometres = line.metres() / METRES_PER_KILOMETRE;
            Map<String, String> properties = new TreeMap<>();
            properties.put("id", "line-" + (features.size() + 1));
            properties.put("lengthKm", String.format(Locale.ROOT, "%.1f", kilometres));
            features.add(new Feature(properties, new Shape.Lines(List.of(line.path()))));
        }
        return new Geometry(features);
    }

    private static long metres(Path path) {
        long millimetres = 0;
        for (int i = 0; i + 1 < path.size(); i++) {
            millimetres += Geodesic.distanceMm(path.lonE7(i), path.latE7(i), path.lonE7(i + 1), path.latE7(i + 1));
        }
        return Math.round(millimetres / MILLIMETRES_PER_METRE);
    }
}
