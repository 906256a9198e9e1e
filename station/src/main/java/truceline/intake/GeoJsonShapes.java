package truceline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import truceline.geo.Path;
import truceline.geo.Polygon;
import truceline.geo.Rings;
import truceline.geo.Shape;
import truceline.intake.Coordinates.Fault;

/// What the positions of a geometry are under its type, or the first fault that keeps them from being it. Stateless.
final class GeoJsonShapes {
    private static final int LEAST_RING = 4;
    private static final Set<String> KNOWN_CRS = Set.of(
            "urn:ogc:def:crs:OGC:1.3:CRS84",
            "urn:ogc:def:crs:OGC::CRS84",
            "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
            "https://www.opengis.net/def/crs/OGC/1.3/CRS84",
            "OGC:CRS84",
            "CRS84",
            "EPSG:4326",
            "epsg:4326",
            "urn:ogc:def:crs:EPSG::4326",
            "http://www.opengis.net/def/crs/EPSG/0/4326",
            "https://www.opengis.net/def/crs/EPSG/0/4326");

    private GeoJsonShapes() {}

    static boolean isKnownCrs(String name) {
        return KNOWN_CRS.contains(name);
    }

    static Optional<Shape> shape(String type, @Nullable Positions positions, Consumer<Fault> faults) {
        int level = switch (type) {
            case "Point" -> 1;
            case "MultiPoint", "LineString" -> 2;
            case "MultiLineString", "Polygon" -> 3;
            case "MultiPolygon" -> 4;
            default -> 0;
        };
        Optional<Fault> fault = fault(type, level, positions);
        if (fault.isPresent() || positions == null) {
            fault.ifPresent(faults);
            return Optional.empty();
        }
        return switch (type) {
            case "Point", "MultiPoint" -> Optional.of(new Shape.Points(positions.all()));
            case "LineString" -> lines(List.of(positions.run()), faults);
            case "MultiLineString" -> lines(positions.runs(), faults);
            case "Polygon" -> areas(List.of(positions.runs()), "", faults);
            default -> areas(positions.groups(), "[%d]", faults);
        };
    }

    private static Optional<Fault> fault(String type, int level, @Nullable Positions positions) {
        if (level == 0) {
            return Optional.of(new Fault(".type", "type-unknown", "'" + type + "' is no type of geometry read here"));
        }
        if (positions == null) {
            return Optional.of(new Fault("", "no-coordinates", "a geometry without coordinates"));
        }
        if (positions.size() == 0) {
            return Optional.of(new Fault(".coordinates", "no-coordinates", "coordinates without a position"));
        }
        if (positions.level() != level) {
            return Optional.of(new Fault(
                    ".coordinates",
                    "coordinates-uneven",
                    "positions inside " + positions.level() + " arrays; a " + type + " has " + level));
        }
        if (positions.hasEmptyPart()) {
            return Optional.of(new Fault(".coordinates", "empty-part", "an array without a position"));
        }
        return Optional.empty();
    }

    private static Optional<Shape> lines(List<Path> paths, Consumer<Fault> faults) {
        for (int i = 0; i < paths.size(); i++) {
            if (paths.get(i).size() < 2) {
                String place = ".coordinates" + (paths.size() > 1 ? "[" + i + "]" : "");
                faults.accept(new Fault(place, "line-too-short", "a line has at least two different positions"));
                return Optional.empty();
            }
        }
        return Optional.of(new Shape.Lines(paths));
    }

    private static Optional<Shape> areas(List<List<Path>> groups, String groupPlace, Consumer<Fault> faults) {
        List<Polygon> polygons = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            List<Path> rings = groups.get(g);
            for (int r = 0; r < rings.size(); r++) {
                String place = ".coordinates" + groupPlace.replace("%d", Integer.toString(g)) + "[" + r + "]";
                Optional<Fault> fault = ringFault(rings.get(r), place);
                if (fault.isPresent()) {
                    faults.accept(fault.get());
                    return Optional.empty();
                }
            }
            polygons.add(new Polygon(
                    Rings.counterClockwise(rings.getFirst()),
                    rings.subList(1, rings.size()).stream()
                            .map(Rings::clockwise)
                            .toList()));
        }
        return Optional.of(new Shape.Areas(polygons));
    }

    private static Optional<Fault> ringFault(Path ring, String place) {
        if (!ring.isClosed()) {
            return Optional.of(new Fault(place, "ring-not-closed", "the last position must repeat the first"));
        }
        if (ring.size() < LEAST_RING) {
            return Optional.of(
                    new Fault(place, "ring-too-short", "a ring has at least " + LEAST_RING + " different positions"));
        }
        return Optional.empty();
    }
}
