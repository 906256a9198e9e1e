package truceline.report;

import java.util.ArrayList;
import java.util.List;

/// Events that would be drawn on top of one another, taken together: each event joins the first cluster whose
/// middle is near enough, so no two marks overlap and the order of events decides.
final class Clusters {
    /// @param events the most important first
    record Cluster(double x, double y, List<Event> events) {
        /// Half the width of its mark.
        double radius() {
            int size = events.size();
            return size == 1 ? 5.5 : size < 10 ? 7 : size < 100 ? 8.5 : 11;
        }
    }

    private Clusters() {}

    static List<Cluster> of(List<Event> events, Projection projection, double reach) {
        List<Cluster> clusters = new ArrayList<>();
        for (Event event : events) {
            if (event.place() == null) {
                continue;
            }
            double x = projection.x(event.place().lonE7());
            double y = projection.y(event.place().latE7());
            if (projection.isInView(x, y)) {
                join(clusters, event, x, y, reach);
            }
        }
        return clusters;
    }

    private static void join(List<Cluster> clusters, Event event, double x, double y, double reach) {
        for (Cluster cluster : clusters) {
            if (Math.abs(cluster.x - x) <= reach && Math.abs(cluster.y - y) <= reach) {
                cluster.events.add(event);
                return;
            }
        }
        List<Event> events = new ArrayList<>();
        events.add(event);
        clusters.add(new Cluster(x, y, events));
    }
}
