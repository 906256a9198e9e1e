package truceline.mission;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import truceline.coverage.Heartbeat;
import truceline.coverage.Restriction;
import truceline.coverage.Watch;
import truceline.finding.Act;
import truceline.finding.Docket;
import truceline.finding.Stated;
import truceline.finding.Statement;
import truceline.geo.Side;

/// What the watch floor stated, as what could have been seen: who watched which stretch, what movement was refused,
/// which sources gave a sign of life. Pure.
public final class FloorWork {
    private FloorWork() {}

    /// Watches along a line.
    public static List<Watch> watches(Docket docket, String line) {
        List<Watch> watches = new ArrayList<>();
        for (Stated stated : docket.of(Act.WATCH)) {
            Statement statement = stated.statement();
            if (statement.text("line").equals(line)) {
                watches.addAll(spans(statement, statement.text("source")));
            }
        }
        return List.copyOf(watches);
    }

    /// Restrictions of movement, the latest statement under each id, in the order in which they became known.
    public static List<Restriction> restrictions(Docket docket) {
        return docket.latest(Act.RESTRICTION, "id").stream()
                .map(FloorWork::restriction)
                .toList();
    }

    private static Restriction restriction(Stated stated) {
        Statement said = stated.statement();
        return new Restriction(
                said.text("id"),
                stated.index(),
                said.text("kind"),
                said.number("from"),
                said.number("until"),
                said.text("area"),
                said.text("by"),
                said.text("reason"),
                said.text("outcome"),
                said.flag("announced"),
                said.findText("party"),
                said.findText("incident"),
                spans(said, said.text("id")));
    }

    /// The latest sign of life of each source, by its id.
    public static SortedMap<String, Heartbeat> heartbeats(Docket docket) {
        SortedMap<String, Heartbeat> latest = new TreeMap<>();
        for (Stated stated : docket.of(Act.HEARTBEAT)) {
            Statement said = stated.statement();
            Heartbeat beat = new Heartbeat(said.text("source"), said.number("at"), said.number("next"));
            latest.merge(beat.source(), beat, (one, two) -> two.atMs() >= one.atMs() ? two : one);
        }
        return latest;
    }

    private static List<Watch> spans(Statement statement, String source) {
        List<Watch> watches = new ArrayList<>();
        for (Statement.Span span : statement.spans()) {
            if (span.side() <= 0) {
                watches.add(new Watch(source, span.stretch(), Side.LEFT, span.fromMs(), span.toMs()));
            }
            if (span.side() >= 0) {
                watches.add(new Watch(source, span.stretch(), Side.RIGHT, span.fromMs(), span.toMs()));
            }
        }
        return watches;
    }
}
