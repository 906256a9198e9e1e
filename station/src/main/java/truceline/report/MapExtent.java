package truceline.report;

import org.jspecify.annotations.Nullable;
import truceline.geo.Place;
import truceline.geo.Shape;

/// What part of the earth a map shows: the lines and zones of the agreement and the incidents of the period. An
/// incident far from all of them (a mistyped coordinate, as a rule) does not pull the map away; it is counted in
/// the caption.
final class MapExtent {
    private static final Box NOTHING = new Box(-10_000_000, -10_000_000, 10_000_000, 10_000_000);

    private MapExtent() {}

    static Box of(DailyReport report) {
        Box agreed = agreed(report.frame());
        Box units = units(report.frame().regions());
        Box limit = units != null ? units.grown(0.02) : agreed != null ? agreed.grown(1) : null;
        Box shown = agreed;
        for (Event event : report.events()) {
            Place place = event.place();
            if (place != null && (limit == null || limit.contains(place.lonE7(), place.latE7()))) {
                Box spot = new Box(place.lonE7(), place.latE7(), place.lonE7(), place.latE7());
                shown = Box.around(shown, spot);
            }
        }
        if (shown == null) {
            shown = units;
        }
        return shown == null ? NOTHING : shown.grown(0.06);
    }

    private static @Nullable Box agreed(Frame frame) {
        Box agreed = null;
        for (Frame.Line line : frame.lines()) {
            agreed = Box.around(agreed, Box.ofPaths(line.paths()));
        }
        if (agreed == null) {
            for (Shape.Areas zone : frame.zones().values()) {
                agreed = Box.around(agreed, Box.ofAreas(zone));
            }
        }
        return agreed;
    }

    private static @Nullable Box units(Regions regions) {
        Box units = null;
        for (int region = 0; region < regions.size(); region++) {
            units = Box.around(units, Box.ofAreas(regions.shape(region)));
        }
        return units;
    }
}
