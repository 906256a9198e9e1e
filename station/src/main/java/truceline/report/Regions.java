package truceline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import truceline.geo.AreaIndex;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.Polygon;
import truceline.geo.Position;
import truceline.geo.Shape;

/// Named areas by which incidents are counted. A place is counted once: in the first area, in the order given, that
/// holds its centre. Immutable; thread-safe.
public final class Regions {
    private static final long MM = 1000;

    private final List<String> names;
    private final List<Shape.Areas> shapes;
    private final List<AreaIndex> indexes;

    private Regions(Map<String, Shape.Areas> areas) {
        names = List.copyOf(areas.keySet());
        shapes = List.copyOf(areas.values());
        indexes = shapes.stream().map(AreaIndex::of).toList();
    }

    /// Areas by name, in the order of names.
    public static Regions of(SortedMap<String, Shape.Areas> areas) {
        return new Regions(areas);
    }

    /// The areas of a map of units, in the order of the map; features of one name are one region.
    public static Regions ofUnits(Geometry units, String nameProperty) {
        Map<String, Shape.Areas> areas = new LinkedHashMap<>();
        for (Feature feature : units.features()) {
            if (feature.shape() instanceof Shape.Areas area) {
                String name = feature.properties().getOrDefault(nameProperty, "(unnamed)");
                areas.merge(name, area, Regions::together);
            }
        }
        return new Regions(areas);
    }

    static Shape.Areas together(Shape.Areas one, Shape.Areas two) {
        List<Polygon> polygons = new ArrayList<>(one.polygons());
        polygons.addAll(two.polygons());
        return new Shape.Areas(polygons);
    }

    public int size() {
        return names.size();
    }

    public String name(int region) {
        return names.get(region);
    }

    public Shape.Areas shape(int region) {
        return shapes.get(region);
    }

    /// The region that holds a place, or -1.
    public int find(int lonE7, int latE7) {
        for (int region = 0; region < indexes.size(); region++) {
            if (indexes.get(region).contains(lonE7, latE7)) {
                return region;
            }
        }
        return -1;
    }

    /// True where a place is known so roughly that it may lie in another region than its centre does.
    public boolean isNearBorder(int lonE7, int latE7, int radiusMetres) {
        for (AreaIndex index : indexes) {
            if (index.position(lonE7, latE7, radiusMetres * MM) == Position.INDETERMINATE) {
                return true;
            }
        }
        return false;
    }
}
