package truceline.report;

import java.util.ArrayList;
import java.util.List;
import truceline.geo.Feature;
import truceline.geo.Path;
import truceline.geo.Place;
import truceline.geo.Polygon;
import truceline.geo.Shape;

/// The map of a daily report as inline SVG, self-contained: regions, zones, the line with the fringe of each
/// party's side, the edge of the control map, incidents in their precision, cues. Outlines are simplified for
/// drawing only. Not thread-safe.
final class MapSvg {
    private static final int LEGEND_ROW = 15;
    /// Coarse on purpose: a fringe beside every bend of a jagged line would be spikes.
    private static final double FRINGE_TOLERANCE = 2.5;

    private static final int MOST_VERTICES = 12_000;

    private final DailyReport report;
    private final String prefix;
    private final int width;
    private final int height;
    private final int legendColumns;
    private final int mostLabels;
    private final Projection projection;
    private final MapLabels labels;
    private final StringBuilder svg = new StringBuilder(40_000);
    private double tolerance = 0.4;

    private MapSvg(DailyReport report, String prefix, int width, int height, int legendColumns, int mostLabels) {
        this.report = report;
        this.prefix = prefix;
        this.width = width;
        this.height = height;
        this.legendColumns = legendColumns;
        this.mostLabels = mostLabels;
        this.projection = Projection.fit(MapExtent.of(report), width, height);
        this.labels = new MapLabels(projection);
    }

    /// The map, and how many incidents and cues with a known place lie outside of it.
    record Drawing(String svg, long outside) {}

    /// @param prefix what all ids of the drawing begin with, so that two drawings can stand in one document
    static Drawing of(DailyReport report, String prefix, int width, int height, int legendColumns, int mostLabels) {
        MapSvg map = new MapSvg(report, prefix, width, height, legendColumns, mostLabels);
        long outside = report.events().stream()
                .filter(event -> event.place() != null && !map.isInView(event))
                .count();
        return new Drawing(map.draw(), outside);
    }

    private String draw() {
        while (tolerance < 20 && vertices() > MOST_VERTICES) {
            tolerance *= 2;
        }
        List<Legend.Item> items = Legend.items(report, prefix);
        int rows = (items.size() + legendColumns - 1) / legendColumns;
        int all = height + 8 + rows * LEGEND_ROW;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\" viewBox=\"0 0 " + width + " " + all
                + "\" width=\""
                + width + "\" height=\"" + all + "\" role=\"img\" aria-labelledby=\"" + prefix + "t " + prefix
                + "d\"><title id=\""
                + prefix + "t\">Map of incidents, " + Words.day(report.period().date()) + "</title><desc id=\"" + prefix
                + "d\">" + Markup.escaped(description()) + "</desc><defs>" + Svg.definitions(prefix) + "<clipPath id=\""
                + prefix
                + "v\"><rect width=\"" + width + "\" height=\"" + height + "\"/></clipPath></defs>");
        svg.append("<g font-family=\"'Source Sans 3',system-ui,sans-serif\">");
        svg.append("<g clip-path=\"url(#" + prefix + "v)\"><rect width=\"" + width + "\" height=\"" + height
                + "\" fill=\"" + Svg.LAND + "\"/>");
        regions();
        zones();
        control();
        lines();
        List<Clusters.Cluster> incidents = clusters(false);
        precision(incidents);
        cues();
        marks(incidents);
        labels.regions(svg, report.frame().regions());
        labels.places(svg, incidents, mostLabels);
        scale();
        svg.append("</g><rect x=\".5\" y=\".5\" width=\"" + (width - 1) + "\" height=\"" + (height - 1)
                + "\" fill=\"none\" stroke=\"" + Svg.RULE_STRONG + "\"/>");
        Legend.draw(svg, items, height + 8, width / legendColumns, legendColumns, LEGEND_ROW);
        return svg.append("</g></svg>").toString();
    }

    private String description() {
        Counts total = report.total();
        long placed = report.events().stream().filter(this::isInView).count();
        return Words.number(total.incidents(), "incident", "incidents") + " and "
                + Words.number(total.cues(), "cue", "cues") + " in the period; " + Words.number(placed)
                + " of them lie within this map. The same events stand in the table of the annex.";
    }

    private boolean isInView(Event event) {
        Place place = event.place();
        return place != null && projection.isInView(projection.x(place.lonE7()), projection.y(place.latE7()));
    }

    private int vertices() {
        int vertices = 0;
        for (Path ring : rings()) {
            vertices += Outline.of(ring, projection, tolerance).size();
        }
        return vertices;
    }

    private List<Path> rings() {
        List<Path> rings = new ArrayList<>();
        for (int region = 0; region < report.frame().regions().size(); region++) {
            rings.addAll(rings(report.frame().regions().shape(region)));
        }
        report.frame().zones().values().forEach(zone -> rings.addAll(rings(zone)));
        rings.addAll(controlRings());
        report.frame().lines().forEach(line -> rings.addAll(line.paths()));
        return rings;
    }

    private List<Path> controlRings() {
        List<Path> rings = new ArrayList<>();
        if (report.control() != null) {
            for (Feature feature : report.control().map().features()) {
                if (feature.shape() instanceof Shape.Areas areas) {
                    rings.addAll(rings(areas));
                }
            }
        }
        return rings;
    }

    private static List<Path> rings(Shape.Areas areas) {
        List<Path> rings = new ArrayList<>();
        for (Polygon polygon : areas.polygons()) {
            rings.add(polygon.shell());
            rings.addAll(polygon.holes());
        }
        return rings;
    }

    private void outline(List<Path> paths, boolean closed, String attributes) {
        StringBuilder data = new StringBuilder();
        for (Path path : paths) {
            Outline outline = Outline.of(path, projection, tolerance);
            if (outline.size() > 1) {
                outline.append(data, closed);
            }
        }
        path(data, attributes);
    }

    private void path(StringBuilder data, String attributes) {
        if (!data.isEmpty()) {
            svg.append("<path d=\"")
                    .append(data)
                    .append("\" ")
                    .append(attributes)
                    .append("/>");
        }
    }

    private void regions() {
        for (int region = 0; region < report.frame().regions().size(); region++) {
            outline(
                    rings(report.frame().regions().shape(region)),
                    true,
                    "fill=\"none\" stroke=\"" + Svg.RULE_STRONG + "\" stroke-width=\".7\"");
        }
    }

    private void zones() {
        report.frame()
                .zones()
                .forEach((name, zone) -> outline(
                        rings(zone),
                        true,
                        "fill=\"" + Svg.ZONE + "\" fill-opacity=\".08\" fill-rule=\"evenodd\" stroke=\"" + Svg.ZONE
                                + "\" stroke-width=\"1\""));
    }

    private void control() {
        outline(
                controlRings(),
                true,
                "fill=\"none\" stroke=\"" + Svg.INK_3 + "\" stroke-width=\"1\" stroke-dasharray=\"5 2.5\"");
    }

    private void lines() {
        for (Frame.Line line : report.frame().lines()) {
            fringe(line, line.left(), 5.5);
            fringe(line, line.right(), -5.5);
        }
        for (Frame.Line line : report.frame().lines()) {
            String round = "fill=\"none\" stroke-linejoin=\"round\" ";
            outline(line.paths(), false, round + "stroke=\"" + Svg.HALO + "\" stroke-width=\"5.5\"");
            outline(line.paths(), false, round + "stroke=\"" + Svg.INK + "\" stroke-width=\"3.2\"");
            outline(line.paths(), false, round + "stroke=\"" + Svg.HALO + "\" stroke-width=\"1.2\"");
            line.paths().forEach(path -> labels.keepOff(Outline.of(path, projection, 1)));
        }
    }

    private void fringe(Frame.Line line, int party, double pixels) {
        if (party < 0 || party >= Svg.patterns()) {
            return;
        }
        StringBuilder data = new StringBuilder();
        for (Path path : line.paths()) {
            Outline outline = Outline.of(path, projection, FRINGE_TOLERANCE);
            if (outline.size() > 1) {
                outline.beside(pixels).append(data, false);
            }
        }
        path(data, "fill=\"none\" stroke=\"url(#" + prefix + "p" + party + ")\" stroke-width=\"7\"");
    }

    /// Marks overlap where a drawing is small: what is close together becomes one mark.
    private List<Clusters.Cluster> clusters(boolean cues) {
        List<Event> events =
                report.events().stream().filter(event -> event.isCue() == cues).toList();
        return Clusters.of(events, projection, cues ? 7 : 11);
    }

    private void precision(List<Clusters.Cluster> clusters) {
        svg.append("<g stroke=\"" + Svg.EVENT + "\" stroke-width=\".9\" stroke-dasharray=\"3 2\" fill=\"" + Svg.EVENT
                + "\">");
        for (Clusters.Cluster cluster : clusters) {
            double radius = cluster.events().getFirst().radiusMetres() / projection.metresPerPixel();
            if (cluster.events().size() == 1 && radius > 6) {
                double opacity = radius < height / 4.0 ? 0.12 : 0;
                svg.append("<circle cx=\"" + Svg.number(cluster.x()) + "\" cy=\"" + Svg.number(cluster.y()) + "\" r=\""
                        + Svg.number(radius) + "\" fill-opacity=\"" + opacity + "\"/>");
            }
        }
        svg.append("</g>");
    }

    private void cues() {
        svg.append("<g fill=\"none\" stroke=\"" + Svg.EVENT + "\" stroke-width=\".9\" stroke-dasharray=\"1.8 1.3\">");
        for (Clusters.Cluster cluster : clusters(true)) {
            Svg.cue(svg, cluster.x(), cluster.y());
        }
        svg.append("</g>");
    }

    private void marks(List<Clusters.Cluster> clusters) {
        svg.append("<g fill=\"" + Svg.SURFACE + "\" stroke=\"" + Svg.EVENT + "\" stroke-width=\"1.5\">");
        for (Clusters.Cluster cluster : clusters) {
            if (cluster.events().size() == 1) {
                boolean isVerified = cluster.events().getFirst().isVerified();
                svg.append(isVerified ? "<g fill=\"" + Svg.EVENT + "\">" : "");
                Svg.incident(svg, cluster.x(), cluster.y());
                svg.append(isVerified ? "</g>" : "");
            } else {
                svg.append("<circle cx=\"" + Svg.number(cluster.x()) + "\" cy=\"" + Svg.number(cluster.y()) + "\" r=\""
                        + Svg.number(cluster.radius()) + "\"/>");
            }
            labels.keepOff(cluster);
        }
        svg.append("</g><g fill=\"" + Svg.EVENT + "\" font-size=\"9\" font-weight=\"650\" text-anchor=\"middle\">");
        for (Clusters.Cluster cluster : clusters) {
            if (cluster.events().size() > 1) {
                svg.append("<text x=\"" + Svg.number(cluster.x()) + "\" y=\"" + Svg.number(cluster.y() + 3.2) + "\">"
                        + cluster.events().size() + "</text>");
            }
        }
        svg.append("</g>");
    }

    private void scale() {
        long metres = projection.roundMetres(width / 4.0);
        double wide = metres / projection.metresPerPixel();
        String text = metres < 1000 ? metres + " m" : metres / 1000 + " km";
        double y = height - 9;
        svg.append("<g fill=\"none\" stroke=\"" + Svg.INK + "\" stroke-width=\"1.2\"><path stroke=\"" + Svg.LAND
                + "\" stroke-width=\"4\" d=\"M9 " + Svg.number(y) + "h" + Svg.number(wide) + "\"/><path d=\"M9 "
                + Svg.number(y - 4)
                + "v4h" + Svg.number(wide) + "v-4\"/><path d=\"M" + (width - 14)
                + " 27v-17m-3.5 5l3.5-5.5 3.5 5.5\"/></g>"
                + "<g fill=\"" + Svg.INK + "\" font-size=\"9\" paint-order=\"stroke\" stroke=\"" + Svg.LAND
                + "\" stroke-width=\"2.5\"><text x=\"9\" y=\"" + Svg.number(y - 7) + "\">" + text + "</text><text x=\""
                + (width - 14)
                + "\" y=\"37\" text-anchor=\"middle\">N</text></g>");
    }
}
