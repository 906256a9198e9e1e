package truceline.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.Path;
import truceline.geo.Polygon;
import truceline.geo.Rings;
import truceline.geo.Shape;

/// Small maps for tests, in degrees.
final class Maps {
    private Maps() {}

    static Path ring(double... lonLat) {
        int size = lonLat.length / 2;
        int[] lon = new int[size + 1];
        int[] lat = new int[size + 1];
        for (int i = 0; i <= size; i++) {
            lon[i] = (int) Math.rint(lonLat[2 * (i % size)] * 1e7);
            lat[i] = (int) Math.rint(lonLat[2 * (i % size) + 1] * 1e7);
        }
        return new Path(lon, lat);
    }

    static Path box(double west, double south, double east, double north) {
        return ring(west, south, east, south, east, north, west, north);
    }

    static Polygon polygon(Path shell, Path... holes) {
        return new Polygon(
                Rings.counterClockwise(shell),
                Arrays.stream(holes).map(Rings::clockwise).toList());
    }

    static Feature unit(String name, Path shell, Path... holes) {
        return new Feature(new TreeMap<>(Map.of("name", name)), areas(polygon(shell, holes)));
    }

    static Geometry map(Feature... features) {
        return new Geometry(List.of(features));
    }

    static Geometry control(Polygon... polygons) {
        return new Geometry(List.of(new Feature(new TreeMap<>(), areas(polygons))));
    }

    static Shape.Areas areas(Polygon... polygons) {
        return new Shape.Areas(List.of(polygons));
    }

    static List<Path> paths(ContactLine line) {
        List<Path> paths = new ArrayList<>();
        for (Feature feature : line.lines().features()) {
            if (feature.shape() instanceof Shape.Lines lines) {
                paths.addAll(lines.paths());
            }
        }
        return paths;
    }
}
