package truceline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Names on a map. A name is written where it covers no mark, no line and no other name, else not at all; first
/// come, first served.
final class MapLabels {
    private static final int LONGEST_NAME = 24;
    private static final double[] HEIGHTS = {0.5, 0.3, 0.7, 0.15, 0.85};
    private static final double[] WIDTHS = {0.5, 0.35, 0.65};

    private record Room(double x, double y, double width, double height) {
        boolean meets(Room other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    private final List<Room> taken = new ArrayList<>();
    private final Projection projection;

    MapLabels(Projection projection) {
        this.projection = projection;
    }

    /// Takes the room of a mark, whatever is there.
    void keepOff(Clusters.Cluster cluster) {
        double radius = cluster.radius();
        taken.add(new Room(cluster.x() - radius, cluster.y() - radius, 2 * radius, 2 * radius));
    }

    /// Takes the room of a line.
    void keepOff(Outline line) {
        for (int i = 1; i < line.size(); i++) {
            double dx = line.x(i) - line.x(i - 1);
            double dy = line.y(i) - line.y(i - 1);
            int steps = (int) Math.min(400, 1 + Math.sqrt(dx * dx + dy * dy) / 6);
            for (int step = 0; step <= steps; step++) {
                double x = line.x(i - 1) + dx * step / steps;
                double y = line.y(i - 1) + dy * step / steps;
                if (projection.isInView(x, y)) {
                    taken.add(new Room(x - 4, y - 4, 8, 8));
                }
            }
        }
    }

    /// Names of regions, where they fit into their box.
    void regions(StringBuilder svg, Regions regions) {
        svg.append("<g fill=\"" + Svg.INK_3 + "\" font-size=\"8.5\" font-weight=\"500\" letter-spacing=\"1.4\""
                + " text-anchor=\"middle\" paint-order=\"stroke\" stroke=\"" + Svg.LAND + "\" stroke-width=\"2.5\">");
        for (int region = 0; region < regions.size(); region++) {
            Box box = Box.ofAreas(regions.shape(region));
            if (box != null) {
                region(svg, regions.name(region), box);
            }
        }
        svg.append("</g>");
    }

    private void region(StringBuilder svg, String name, Box box) {
        double west = Math.max(0, projection.x(box.westE7()));
        double east = Math.min(projection.width(), projection.x(box.eastE7()));
        double north = Math.max(0, projection.y(box.northE7()));
        double south = Math.min(projection.height(), projection.y(box.southE7()));
        double wide = name.length() * 6.6;
        if (wide > east - west || south - north < 20) {
            return;
        }
        for (double down : HEIGHTS) {
            for (double along : WIDTHS) {
                double x = west + (east - west) * along;
                double y = north + (south - north) * down;
                if (take(new Room(x - wide / 2, y - 8, wide, 11))) {
                    text(svg, x, y, name);
                    return;
                }
            }
        }
    }

    /// Names of the places of the most important incidents, each once.
    void places(StringBuilder svg, List<Clusters.Cluster> clusters, int most) {
        svg.append("<g fill=\"" + Svg.INK + "\" font-size=\"9.5\" paint-order=\"stroke\" stroke=\"" + Svg.LAND
                + "\" stroke-width=\"2.5\" stroke-linejoin=\"round\">");
        Set<String> written = new TreeSet<>();
        for (Clusters.Cluster cluster : clusters) {
            String name = cluster.events().getFirst().placeName();
            if (name == null || name.length() > LONGEST_NAME || written.size() >= most) {
                continue;
            }
            if (!written.contains(name) && place(svg, name, cluster)) {
                written.add(name);
            }
        }
        svg.append("</g>");
    }

    private boolean place(StringBuilder svg, String name, Clusters.Cluster cluster) {
        double wide = name.length() * 5.0 + 2;
        double gap = cluster.radius() + 3;
        for (double x : new double[] {cluster.x() + gap, cluster.x() - gap - wide}) {
            if (take(new Room(x, cluster.y() - 5, wide, 11))) {
                text(svg, x, cluster.y() + 3.3, name);
                return true;
            }
        }
        return false;
    }

    private boolean take(Room room) {
        boolean inside = room.x >= 3
                && room.y >= 3
                && room.x + room.width <= projection.width() - 3
                && room.y + room.height <= projection.height() - 3;
        if (!inside || taken.stream().anyMatch(room::meets)) {
            return false;
        }
        taken.add(room);
        return true;
    }

    private static void text(StringBuilder svg, double x, double y, String text) {
        svg.append("<text x=\"" + Svg.number(x) + "\" y=\"" + Svg.number(y) + "\">" + Markup.escaped(text) + "</text>");
    }
}
