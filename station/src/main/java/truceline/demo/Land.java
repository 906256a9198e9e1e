package truceline.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import truceline.geo.Path;
import truceline.geo.Shape;
import truceline.intake.GeoJsonReader;

/// The invented country: its places, and the line of contact from the coast in the south to the north, Vathe on the
/// left. Immutable.
final class Land {
    /// Files of the country beside the agreement.
    static final List<String> FILES = List.of(
            "ondral.agreement.yaml",
            "line.geojson",
            "regions.geojson",
            "closed-sea.geojson",
            "lane.geojson",
            "sky-base.geojson",
            "rest-area.geojson",
            "basemap.geojson");

    /// Length of a stretch of the line (`spec/statement.md`), counted from 0 at the coast.
    static final int STRETCH_METRES = 10_000;

    static final Point PELLOW_FORD = new Point(-28.73171, -27.2143);
    static final Map<String, Point> PLACES = Map.of(
            "Quillby", new Point(-28.87642, -27.07945),
            "Emberhythe", new Point(-28.47968, -27.194),
            "Harrowick", new Point(-28.95122, -27.19255),
            "Pellow Ford", PELLOW_FORD,
            "Leth Mill", new Point(-28.73171, -27.30855),
            "Nurrow", new Point(-28.53822, -27.16935),
            "Brisk Lock", new Point(-28.64228, -27.4028),
            "Saddery", new Point(-28.39675, -27.1215),
            "Oquen", new Point(-28.90407, -27.39265),
            "Tavsel", new Point(-28.41464, -27.36075));

    private final List<Point> line;

    private Land(List<Point> line) {
        this.line = List.copyOf(line);
    }

    /// Reads the country from the program's own resources.
    static Land read() throws IOException {
        Shape shape = GeoJsonReader.read(bytes("line.geojson"))
                .geometry()
                .features()
                .getFirst()
                .shape();
        if (!(shape instanceof Shape.Lines(List<Path> paths))) {
            throw new IllegalStateException("line.geojson holds no line");
        }
        Path path = paths.getFirst();
        List<Point> line = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            line.add(new Point(path.lonE7(i) / 1e7, path.latE7(i) / 1e7));
        }
        return new Land(line);
    }

    /// The bytes of one of {@link #FILES}.
    static byte[] bytes(String file) throws IOException {
        try (InputStream stream = Land.class.getResourceAsStream("/demo/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("the program was built without demo/" + file);
            }
            return stream.readAllBytes();
        }
    }

    static Point place(String name) {
        Point place = PLACES.get(name);
        if (place == null) {
            throw new IllegalStateException("there is no place " + name);
        }
        return place;
    }

    double lineMetres() {
        double metres = 0;
        for (int i = 1; i < line.size(); i++) {
            metres += line.get(i - 1).metresTo(line.get(i));
        }
        return metres;
    }

    int stretches() {
        return (int) StrictMath.ceil(lineMetres() / STRETCH_METRES);
    }

    /// A point beside the line.
    ///
    /// @param alongMetres from the coast
    /// @param rightMetres to the right of the line, on the side of Ilmoss; negative on that of Vathe
    Point beside(double alongMetres, double rightMetres) {
        double left = alongMetres;
        for (int i = 1; i < line.size(); i++) {
            Point from = line.get(i - 1);
            Point to = line.get(i);
            double length = from.metresTo(to);
            if (left <= length || i == line.size() - 1) {
                double east = from.eastMetresTo(to) / length;
                double north = from.northMetresTo(to) / length;
                return from.moved(east * left + north * rightMetres, north * left - east * rightMetres);
            }
            left -= length;
        }
        throw new IllegalStateException("the line is empty");
    }

    /// The name of the nearest place, as `2km S of Pellow Ford`.
    static String near(Point point) {
        String name = "";
        double nearest = Double.MAX_VALUE;
        for (Map.Entry<String, Point> place : new TreeMap<>(PLACES).entrySet()) {
            double metres = place.getValue().metresTo(point);
            if (metres < nearest) {
                nearest = metres;
                name = place.getKey();
            }
        }
        long kilometres = StrictMath.round(nearest / 1000);
        return kilometres == 0
                ? name
                : kilometres + "km " + Compass.point(place(name).bearingTo(point)) + " of " + name;
    }
}
