package truceline.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import truceline.json.JsonReader;
import truceline.json.JsonWriter;

/// Geometry as canonical JSON: `[{"areas":[[[lon,lat,lon,lat,…],hole,…],…],"is":{"name":"…"}},…]`, integers in 1e-7
/// degree;
/// `lines` holds paths, `points` one run of positions. Format: `spec/geometry.md`.
public final class GeometryText {
    private GeometryText() {}

    /// Canonical bytes of a geometry.
    public static byte[] write(Geometry geometry) {
        JsonWriter out = new JsonWriter();
        out.beginArray();
        for (Feature feature : geometry.features()) {
            out.beginObject();
            switch (feature.shape()) {
                case Shape.Areas areas -> {
                    out.name("areas").beginArray();
                    areas.polygons().forEach(polygon -> write(out, polygon));
                    out.endArray();
                    properties(out, feature);
                }
                case Shape.Lines lines -> {
                    properties(out, feature);
                    out.name("lines").beginArray();
                    lines.paths().forEach(path -> write(out, path));
                    out.endArray();
                }
                case Shape.Points points -> {
                    properties(out, feature);
                    out.name("points");
                    write(out, points.positions());
                }
            }
            out.endObject();
        }
        return out.endArray().toBytes();
    }

    /// The geometry in canonical bytes, or a {@link truceline.json.JsonException}.
    public static Geometry read(byte[] bytes) {
        JsonReader in = new JsonReader(bytes);
        List<Feature> features = new ArrayList<>();
        in.beginArray();
        while (in.hasElement()) {
            features.add(feature(in));
        }
        in.end();
        return new Geometry(features);
    }

    private static Feature feature(JsonReader in) {
        SortedMap<String, String> properties = new TreeMap<>();
        Shape shape = null;
        in.beginObject();
        while (in.hasName()) {
            switch (in.name()) {
                case "areas" -> shape = new Shape.Areas(polygons(in));
                case "is" -> {
                    in.beginObject();
                    while (in.hasName()) {
                        properties.put(in.name(), in.text());
                    }
                }
                case "lines" -> shape = new Shape.Lines(paths(in));
                case "points" -> shape = new Shape.Points(path(in));
                default -> throw in.fault("unknown key of a feature");
            }
        }
        if (shape == null) {
            throw in.fault("a feature without a shape");
        }
        return new Feature(properties, shape);
    }

    private static List<Polygon> polygons(JsonReader in) {
        List<Polygon> polygons = new ArrayList<>();
        in.beginArray();
        while (in.hasElement()) {
            List<Path> rings = paths(in);
            if (rings.isEmpty()) {
                throw in.fault("a polygon without a ring");
            }
            polygons.add(new Polygon(rings.getFirst(), rings.subList(1, rings.size())));
        }
        return polygons;
    }

    private static List<Path> paths(JsonReader in) {
        List<Path> paths = new ArrayList<>();
        in.beginArray();
        while (in.hasElement()) {
            paths.add(path(in));
        }
        return paths;
    }

    private static Path path(JsonReader in) {
        int[] lonLat = new int[64];
        int size = 0;
        in.beginArray();
        while (in.hasElement()) {
            if (size == lonLat.length) {
                lonLat = java.util.Arrays.copyOf(lonLat, size * 2);
            }
            lonLat[size++] = in.integer();
        }
        if (size % 2 != 0) {
            throw in.fault("a longitude without a latitude");
        }
        int[] lonE7 = new int[size / 2];
        int[] latE7 = new int[size / 2];
        for (int i = 0; i < lonE7.length; i++) {
            lonE7[i] = lonLat[2 * i];
            latE7[i] = lonLat[2 * i + 1];
        }
        return new Path(lonE7, latE7);
    }

    private static void properties(JsonWriter out, Feature feature) {
        out.name("is").beginObject();
        for (Map.Entry<String, String> property : feature.properties().entrySet()) {
            out.name(property.getKey()).value(property.getValue());
        }
        out.endObject();
    }

    private static void write(JsonWriter out, Polygon polygon) {
        out.beginArray();
        write(out, polygon.shell());
        polygon.holes().forEach(hole -> write(out, hole));
        out.endArray();
    }

    private static void write(JsonWriter out, Path path) {
        out.beginArray();
        for (int i = 0; i < path.size(); i++) {
            out.value(path.lonE7(i)).value(path.latE7(i));
        }
        out.endArray();
    }
}
