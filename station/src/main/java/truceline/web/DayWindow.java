package truceline.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import truceline.observation.Columns;
import truceline.observation.Means;
import truceline.report.Period;

/// The days of a snapshot, in the zone of its agreement. Claims of parties are no observations and make no day. Pure.
final class DayWindow {
    private DayWindow() {}

    /// First and last moment of what was observed, if anything was.
    static Optional<Window> observed(Snapshot snapshot) {
        Columns columns = snapshot.columns();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int row = 0; row < snapshot.picture().rows(); row++) {
            if (columns.means(row) != Means.CLAIM) {
                first = Math.min(first, columns.fromMs(row));
                last = Math.max(last, columns.toMs(row));
            }
        }
        return first == Long.MAX_VALUE ? Optional.empty() : Optional.of(new Window(first, last));
    }

    /// The newest local day in which something was observed.
    static Optional<Window> newest(Snapshot snapshot) {
        return observed(snapshot).map(observed -> {
            Period day = Period.of(date(snapshot, observed.toMs()), snapshot.zone());
            return new Window(day.fromMs(), day.toMs());
        });
    }

    /// The window that was asked for, or the newest day where none was; empty where there is none.
    static Optional<Window> of(Snapshot snapshot, Window asked) {
        if (asked.fromMs() != Long.MIN_VALUE && asked.toMs() != Long.MAX_VALUE) {
            return Optional.of(asked);
        }
        return newest(snapshot).map(day -> {
            long from = asked.fromMs() == Long.MIN_VALUE ? Math.min(day.fromMs(), asked.toMs()) : asked.fromMs();
            return new Window(from, asked.toMs() == Long.MAX_VALUE ? Math.max(from, day.toMs()) : asked.toMs());
        });
    }

    static LocalDate date(Snapshot snapshot, long ms) {
        return Instant.ofEpochMilli(ms).atZone(snapshot.zone()).toLocalDate();
    }
}
