package truceline.coverage;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.geo.Side;

/// Incidents per observed hour, by side and stretch. Only incidents that began while their stretch was in view are
/// counted, over the hours in which it was: so that blocking a patrol takes away hours and incidents alike, and lowers
/// nobody's rate. Not thread-safe while events are added.
public final class Rates {
    private static final long HOUR_MS = 3_600_000;

    private final Coverage coverage;
    private final SortedMap<Integer, Integer> seen = new TreeMap<>();
    private int unseen;

    public Rates(Coverage coverage) {
        this.coverage = coverage;
    }

    /// A number of incidents over a time in view.
    public record Rate(int incidents, long observedMs) {
        /// Incidents per thousand observed hours, rounded to the nearest; only where something was observed.
        public long perThousandHours() {
            return (incidents * 1000L * HOUR_MS + observedMs / 2) / observedMs;
        }

        /// Such as "0.250 per observed hour", or null where nothing was observed: then there is no rate, and not zero.
        public @Nullable String text() {
            return observedMs == 0
                    ? null
                    : String.format(
                            Locale.ROOT,
                            "%d.%03d per observed hour",
                            perThousandHours() / 1000,
                            perThousandHours() % 1000);
        }
    }

    /// Adds an incident by its place and first moment.
    public void add(int lonE7, int latE7, long fromMs) {
        Stretches.Beside beside = coverage.stretches().find(lonE7, latE7);
        if (beside == null) {
            return;
        }
        if (coverage.cell(beside.stretch(), beside.side()).isObserved(fromMs)) {
            seen.merge(key(beside.stretch(), beside.side()), 1, Integer::sum);
        } else {
            unseen++;
        }
    }

    /// Rate of one side of one stretch.
    public Rate rate(int stretch, Side side) {
        return new Rate(
                seen.getOrDefault(key(stretch, side), 0),
                coverage.cell(stretch, side).observedMs());
    }

    /// Rate of one side of the whole line.
    public Rate rate(Side side) {
        int incidents = 0;
        long observedMs = 0;
        for (Coverage.Cell cell : coverage.cells()) {
            if (cell.side() == side) {
                incidents += seen.getOrDefault(key(cell.stretch(), side), 0);
                observedMs += cell.observedMs();
            }
        }
        return new Rate(incidents, observedMs);
    }

    /// Incidents beside the line that began while nobody watched: known from elsewhere, and in no rate.
    public int unseen() {
        return unseen;
    }

    private static int key(int stretch, Side side) {
        return stretch * 2 + (side == Side.LEFT ? 0 : 1);
    }
}
