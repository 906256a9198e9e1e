package truceline.report;

import java.util.ArrayList;
import java.util.List;
import truceline.finding.Verification;
import truceline.geo.Path;
import truceline.geo.Place;
import truceline.geo.Polygon;
import truceline.geo.Shape;

/// Where one incident was, as inline SVG: the circle of its stated precision, the line with the fringe of each party's
/// side, regions and zones around it. No other incident, and never an observer. Not thread-safe.
final class SpotMap {
    private static final double FRINGE_TOLERANCE = 2.5;

    private final Frame frame;
    private final Event event;
    private final Place place;
    private final String prefix;
    private final int width;
    private final int height;
    private final Projection projection;
    private final StringBuilder svg = new StringBuilder(8_000);

    private SpotMap(Frame frame, Event event, Place place, String prefix, int width, int height) {
        this.frame = frame;
        this.event = event;
        this.place = place;
        this.prefix = prefix;
        this.width = width;
        this.height = height;
        this.projection = Projection.fit(around(place, event.radiusMetres()), width, height);
    }

    /// The drawing.
    ///
    /// @param place centre of the incident
    /// @param prefix what all ids of the drawing begin with
    static String of(
            Frame frame, Event event, Place place, Verification verification, String prefix, int width, int height) {
        return new SpotMap(frame, event, place, prefix, width, height).draw(verification);
    }

    /// Some twelve kilometres each way, more where the precision asks for it.
    private static Box around(Place place, int radiusMetres) {
        int up = (int) Math.min(200_000_000L, Math.max(1_100_000L, radiusMetres * 250L));
        int across =
                (int) Math.min(400_000_000L, up / Math.max(0.1, StrictMath.cos(Math.toRadians(place.latE7() / 1e7))));
        return new Box(place.lonE7() - across, place.latE7() - up, place.lonE7() + across, place.latE7() + up);
    }

    private String draw(Verification verification) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\" viewBox=\"0 0 " + width + " " + height
                + "\" width=\"" + width + "\" height=\"" + height + "\" role=\"img\" aria-labelledby=\"" + prefix
                + "t\"><title id=\"" + prefix + "t\">Map of the place, " + Words.position(place) + ", within "
                + Words.distance(event.radiusMetres() * 1000L) + "</title><defs>" + Svg.definitions(prefix)
                + "<clipPath id=\"" + prefix + "v\"><rect width=\"" + width + "\" height=\"" + height
                + "\"/></clipPath></defs>");
        svg.append("<g font-family=\"'Source Sans 3',system-ui,sans-serif\"><g clip-path=\"url(#" + prefix
                + "v)\"><rect width=\"" + width + "\" height=\"" + height + "\" fill=\"" + Svg.LAND + "\"/>");
        for (int region = 0; region < frame.regions().size(); region++) {
            outline(
                    rings(frame.regions().shape(region)),
                    true,
                    "fill=\"none\" stroke=\"" + Svg.RULE_STRONG + "\" stroke-width=\".7\"");
        }
        frame.zones()
                .values()
                .forEach(zone -> outline(
                        rings(zone),
                        true,
                        "fill=\"" + Svg.ZONE + "\" fill-opacity=\".08\" fill-rule=\"evenodd\" stroke=\"" + Svg.ZONE
                                + "\""));
        lines();
        mark(verification);
        scale();
        svg.append("</g><rect x=\".5\" y=\".5\" width=\"" + (width - 1) + "\" height=\"" + (height - 1)
                + "\" fill=\"none\" stroke=\"" + Svg.RULE_STRONG + "\"/></g></svg>");
        return svg.toString();
    }

    private static List<Path> rings(Shape.Areas areas) {
        List<Path> rings = new ArrayList<>();
        for (Polygon polygon : areas.polygons()) {
            rings.add(polygon.shell());
            rings.addAll(polygon.holes());
        }
        return rings;
    }

    private void lines() {
        for (Frame.Line line : frame.lines()) {
            fringe(line, line.left(), 6);
            fringe(line, line.right(), -6);
            String round = "fill=\"none\" stroke-linejoin=\"round\" ";
            outline(line.paths(), false, round + "stroke=\"" + Svg.HALO + "\" stroke-width=\"5.5\"");
            outline(line.paths(), false, round + "stroke=\"" + Svg.INK + "\" stroke-width=\"3.2\"");
            outline(line.paths(), false, round + "stroke=\"" + Svg.HALO + "\" stroke-width=\"1.2\"");
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
        path(data, "fill=\"none\" stroke=\"url(#" + prefix + "p" + party + ")\" stroke-width=\"8\"");
    }

    private void outline(List<Path> paths, boolean closed, String attributes) {
        StringBuilder data = new StringBuilder();
        for (Path path : paths) {
            Outline outline = Outline.of(path, projection, 0.5);
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

    /// The circle is dashed until the incident is verified, the lozenge outlined until it is corroborated.
    private void mark(Verification verification) {
        boolean isVerified = verification == Verification.V3 || verification == Verification.V4;
        double x = projection.x(place.lonE7());
        double y = projection.y(place.latE7());
        double radius = Math.max(9, event.radiusMetres() / projection.metresPerPixel());
        svg.append("<circle cx=\"" + Svg.number(x) + "\" cy=\"" + Svg.number(y) + "\" r=\"" + Svg.number(radius)
                + "\" fill=\"" + Svg.EVENT + "\" fill-opacity=\".12\" stroke=\"" + Svg.EVENT + "\""
                + (isVerified ? "" : " stroke-dasharray=\"3 2\"") + "/>");
        svg.append("<g fill=\"" + (isVerified ? Svg.EVENT : Svg.SURFACE) + "\" stroke=\"" + Svg.EVENT
                + "\" stroke-width=\"1.5\">");
        Svg.incident(svg, x, y);
        svg.append("</g>");
        if (verification == Verification.V2) {
            svg.append("<path fill=\"" + Svg.EVENT + "\" d=\"M" + Svg.number(x) + " " + Svg.number(y - 5.2)
                    + "v10.4l-5.2-5.2z\"/>");
        }
        if (event.placeName() != null) {
            svg.append("<text x=\"" + Svg.number(x) + "\" y=\"" + Svg.number(Math.max(14, y - radius - 5))
                    + "\" font-size=\"11\" font-weight=\"600\" text-anchor=\"middle\" fill=\"" + Svg.INK
                    + "\" paint-order=\"stroke\" stroke=\"" + Svg.LAND + "\" stroke-width=\"2.5\">"
                    + Markup.escaped(event.placeName()) + "</text>");
        }
    }

    private void scale() {
        long metres = projection.roundMetres(width / 4.0);
        String text = metres < 1000 ? metres + " m" : metres / 1000 + " km";
        String y = Svg.number(height - 9);
        svg.append("<path fill=\"none\" stroke=\"" + Svg.INK + "\" stroke-width=\"1.2\" d=\"M9 " + (height - 13)
                + "v4h" + Svg.number(metres / projection.metresPerPixel()) + "v-4\"/><text x=\"9\" y=\"" + (height - 16)
                + "\" font-size=\"10\" fill=\"" + Svg.INK + "\">" + text + "</text><text x=\"" + (width - 14)
                + "\" y=\"" + y + "\" font-size=\"10\" text-anchor=\"middle\" fill=\"" + Svg.INK + "\">N↑</text>");
    }
}
