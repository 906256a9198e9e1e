package truceline.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.finding.Act;
import truceline.finding.Stated;
import truceline.finding.Statement;

/// The day's work of the watch floor. Notes are protected and are not here; nor is the place of a task. Pure.
final class FloorView {
    private FloorView() {}

    record Call(long entry, String at, String from, String to, String outcome, String about, String result) {}

    record RepairWindow(
            long entry, String id, String what, String area, String from, String to, String status, String note) {}

    record Task(
            long entry,
            String id,
            String status,
            String at,
            @Nullable String due) {}

    record Harm(long entry, @Nullable String incident, String dead, String injured, String objects, String status) {}

    record HandOver(long entry, String at, String by, long open, String next) {}

    record Grade(long entry, String source, String grade, String by, String reason, String at) {}

    /// @param clocks of the bodies
    record View(
            List<Call> calls,
            List<RepairWindow> windows,
            List<Task> tasks,
            List<Harm> harm,
            List<HandOver> handovers,
            List<Grade> grades,
            List<ClocksView.Clock> clocks) {}

    static View of(Snapshot snapshot, Window window) {
        return new View(
                in(snapshot, Act.CALL, "started", window).map(FloorView::call).toList(),
                snapshot.docket().latest(Act.REPAIR_WINDOW, "id").stream()
                        .filter(each -> window.overlaps(
                                each.statement().number("from"),
                                each.statement().number("until")))
                        .map(FloorView::repair)
                        .toList(),
                snapshot.docket().latest(Act.TASK, "id").stream()
                        .map(FloorView::task)
                        .toList(),
                snapshot.docket().of(Act.HARM).stream().map(FloorView::harm).toList(),
                in(snapshot, Act.HAND_OVER, "to", window)
                        .map(FloorView::handOver)
                        .toList(),
                snapshot.docket().of(Act.GRADE).stream().map(FloorView::grade).toList(),
                ClocksView.of(snapshot));
    }

    private static java.util.stream.Stream<Stated> in(Snapshot snapshot, Act act, String part, Window window) {
        return snapshot.docket().of(act).stream()
                .filter(each -> window.holds(each.statement().number(part)));
    }

    private static Call call(Stated stated) {
        Statement said = stated.statement();
        long ended = said.number("ended", Long.MIN_VALUE);
        return new Call(
                stated.index(),
                Iso.of(said.number("started")),
                said.text("from"),
                said.text("to"),
                said.text("outcome"),
                said.text("about"),
                ended == Long.MIN_VALUE ? "" : "ended " + Iso.of(ended));
    }

    private static RepairWindow repair(Stated stated) {
        Statement said = stated.statement();
        return new RepairWindow(
                stated.index(),
                said.text("id"),
                said.text("what"),
                said.text("area"),
                Iso.of(said.number("from")),
                Iso.of(said.number("until")),
                said.text("status"),
                "");
    }

    private static Task task(Stated stated) {
        Statement said = stated.statement();
        return new Task(
                stated.index(),
                said.text("id"),
                said.text("status"),
                Iso.of(stated.receivedMs()),
                Iso.find(said.number("due", Long.MIN_VALUE)));
    }

    private static Harm harm(Stated stated) {
        Statement said = stated.statement();
        return new Harm(
                stated.index(),
                said.findText("incident"),
                HarmWords.of(said, "dead"),
                HarmWords.of(said, "injured"),
                said.text("objects"),
                said.text("status"));
    }

    private static HandOver handOver(Stated stated) {
        Statement said = stated.statement();
        return new HandOver(
                stated.index(), Iso.of(said.number("to")), stated.by().id(), said.number("open"), said.text("next"));
    }

    private static Grade grade(Stated stated) {
        Statement said = stated.statement();
        return new Grade(
                stated.index(),
                said.text("source"),
                said.text("grade"),
                stated.by().id(),
                said.text("reason"),
                Iso.of(stated.receivedMs()));
    }
}
