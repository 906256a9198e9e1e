package truceline.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import truceline.geo.Path;
import truceline.geo.Polygon;
import truceline.geo.Shape;

/// Drawings as GeoJSON (RFC 7946), rounded to 1e-5 degree: for maps, never for a decision.
final class GeoJson {
    private GeoJson() {}

    record Collection(String type, List<Feature> features) {
        Collection(List<Feature> features) {
            this("FeatureCollection", List.copyOf(features));
        }
    }

    /// @param properties a record or a map
    record Feature(String type, Object properties, @Nullable Geometry geometry) {
        Feature(Object properties, @Nullable Geometry geometry) {
            this("Feature", properties, geometry);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Geometry(String type, Object coordinates) {}

    static final Collection EMPTY = new Collection(List.of());

    static Geometry point(int lonE7, int latE7) {
        return new Geometry("Point", List.of(Phrases.drawn(lonE7), Phrases.drawn(latE7)));
    }

    static Geometry of(Shape shape) {
        return switch (shape) {
            case Shape.Points(Path positions) -> new Geometry("MultiPoint", positions(positions));
            case Shape.Lines(List<Path> paths) ->
                paths.size() == 1
                        ? new Geometry("LineString", positions(paths.getFirst()))
                        : new Geometry(
                                "MultiLineString",
                                paths.stream().map(GeoJson::positions).toList());
            case Shape.Areas(List<Polygon> polygons) -> areas(polygons);
        };
    }

    static Geometry areas(List<Polygon> polygons) {
        return polygons.size() == 1
                ? new Geometry("Polygon", rings(polygons.getFirst()))
                : new Geometry(
                        "MultiPolygon", polygons.stream().map(GeoJson::rings).toList());
    }

    /// All features of a map with the same properties.
    static List<Feature> features(truceline.geo.Geometry map, Map<String, ?> properties) {
        return map.features().stream()
                .map(feature -> new Feature(properties, of(feature.shape())))
                .toList();
    }

    private static List<List<List<Double>>> rings(Polygon polygon) {
        List<List<List<Double>>> rings = new ArrayList<>();
        rings.add(positions(polygon.shell()));
        polygon.holes().forEach(hole -> rings.add(positions(hole)));
        return rings;
    }

    static List<List<Double>> positions(Path path) {
        List<List<Double>> positions = new ArrayList<>(path.size());
        for (int i = 0; i < path.size(); i++) {
            positions.add(List.of(Phrases.drawn(path.lonE7(i)), Phrases.drawn(path.latE7(i))));
        }
        return Collections.unmodifiableList(positions);
    }
}
