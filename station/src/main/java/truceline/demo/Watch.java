package truceline.demo;

import java.util.ArrayList;
import java.util.List;

/// Who had which stretch of the line in view, and when. Stateless.
final class Watch {
    /// A stretch of the line, side -1 left, 0 both, 1 right, and the time, milliseconds UTC.
    record Span(int stretch, int side, long fromMs, long toMs) {}

    private Watch() {}

    /// What sensors, patrols and the drone watched, stated once a day by the officer for sensors.
    static List<Turn> turns(Land land) {
        List<Turn> turns = new ArrayList<>();
        long at = Moments.utc(26, 20);
        for (Sensor sensor : Sensor.ALL) {
            long until = Math.min(Moments.utc(26, 0), sensor.silentFromMs());
            int reach = sensor.isCamera() ? 7_500 : 9_000;
            List<Span> spans = spans(land, sensor.at(), reach, 0, Moments.utc(2, 0), until);
            turns.add(turn(at, sensor.source(), sensor.isCamera() ? "camera" : "acoustic", spans));
        }
        for (Patrol patrol : Patrol.ALL) {
            List<Span> spans = new ArrayList<>();
            for (Patrol.Stand stand : patrol.stands()) {
                int side = patrol.source().equals("patrol-p11") ? 1 : -1;
                spans.addAll(spans(land, stand.at(), 9_000, side, stand.fromMs(), stand.toMs()));
            }
            turns.add(turn(at, patrol.source(), "patrol", spans));
        }
        List<Span> flight = new ArrayList<>();
        for (int stretch = 1; stretch < land.stretches(); stretch++) {
            long from = Moments.utc(9, 35) + stretch * (7 * Moments.MINUTE);
            flight.add(new Span(stretch, 0, from, Math.min(from + 15 * Moments.MINUTE, DailyWork.JAMMED_FROM)));
        }
        turns.add(turn(at, "uav-u4", "uav", flight));
        return List.copyOf(turns);
    }

    private static Turn turn(long at, String source, String means, List<Span> spans) {
        return Turn.of(
                at,
                "sensor-officer-1",
                Said.of("watch")
                        .with("source", source)
                        .with("line", "contact")
                        .with("means", means)
                        .withSpans(spans));
    }

    /// The stretches that come within reach of a point.
    static List<Span> spans(Land land, Point at, int reachMetres, int side, long fromMs, long toMs) {
        List<Span> spans = new ArrayList<>();
        for (int stretch = 0; stretch < land.stretches(); stretch++) {
            if (metresTo(land, stretch, at) <= reachMetres) {
                spans.add(new Span(stretch, side, fromMs, toMs));
            }
        }
        return List.copyOf(spans);
    }

    private static double metresTo(Land land, int stretch, Point at) {
        double nearest = Double.MAX_VALUE;
        for (int part = 1; part < 10; part++) {
            double along = (stretch + part / 10.0) * Land.STRETCH_METRES;
            nearest = Math.min(
                    nearest, land.beside(Math.min(along, land.lineMetres()), 0).metresTo(at));
        }
        return nearest;
    }
}
