package truceline.web;

import java.util.List;
import truceline.geo.Geometry;
import truceline.geo.Path;
import truceline.geo.Polygon;
import truceline.geo.Shape;
import truceline.incident.Facts;
import truceline.mission.AdoptedAgreement;
import truceline.observation.Columns;

/// The box around all that a map of a snapshot must show, and a little more. Not thread-safe while it grows.
final class Extent {
    /// Where nothing is drawn: all land but the poles.
    private static final List<Double> WORLD = List.of(-170.0, -56.0, 180.0, 72.0);

    private static final double MARGIN = 0.02;

    private double west = Double.MAX_VALUE;
    private double south = Double.MAX_VALUE;
    private double east = -Double.MAX_VALUE;
    private double north = -Double.MAX_VALUE;

    private Extent() {}

    /// West, south, east, north in degrees. Lines and regions decide; incidents only where there are none.
    static List<Double> of(Snapshot snapshot) {
        Extent extent = new Extent();
        AdoptedAgreement agreement = snapshot.agreement();
        if (agreement != null) {
            agreement.maps().values().forEach(extent::add);
            if (agreement.units() != null) {
                extent.add(agreement.units());
            }
        }
        Columns columns = snapshot.columns();
        if (extent.isEmpty()) {
            for (Facts facts : snapshot.reported()) {
                if (facts.bestRow() >= 0) {
                    extent.add(columns.lonE7(facts.bestRow()), columns.latE7(facts.bestRow()));
                }
            }
        }
        return extent.isEmpty() ? WORLD : extent.box();
    }

    private boolean isEmpty() {
        return west > east;
    }

    private List<Double> box() {
        double margin = Math.max(0.01, Math.max(east - west, north - south) * MARGIN);
        return List.of(
                round(Math.max(-180, west - margin)),
                round(Math.max(-90, south - margin)),
                round(Math.min(180, east + margin)),
                round(Math.min(90, north + margin)));
    }

    private static double round(double degrees) {
        return Math.rint(degrees * 100_000) / 100_000;
    }

    private void add(Geometry map) {
        map.features().forEach(feature -> {
            switch (feature.shape()) {
                case Shape.Points(Path positions) -> add(positions);
                case Shape.Lines(List<Path> paths) -> paths.forEach(this::add);
                case Shape.Areas(List<Polygon> polygons) -> polygons.forEach(polygon -> add(polygon.shell()));
            }
        });
    }

    private void add(Path path) {
        for (int i = 0; i < path.size(); i++) {
            add(path.lonE7(i), path.latE7(i));
        }
    }

    private void add(int lonE7, int latE7) {
        west = Math.min(west, Phrases.degrees(lonE7));
        east = Math.max(east, Phrases.degrees(lonE7));
        south = Math.min(south, Phrases.degrees(latE7));
        north = Math.max(north, Phrases.degrees(latE7));
    }
}
