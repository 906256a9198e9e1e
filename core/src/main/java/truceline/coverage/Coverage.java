package truceline.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import truceline.geo.Side;

/// How long each side of each stretch of a line was in view of somebody in a period. Two sources at once count once.
/// Immutable; threads may share it.
public final class Coverage {
    private static final List<Side> SIDES = List.of(Side.LEFT, Side.RIGHT);

    private final Stretches stretches;
    private final long fromMs;
    private final long toMs;
    private final List<Cell> cells;

    private Coverage(Stretches stretches, long fromMs, long toMs, List<Cell> cells) {
        this.stretches = stretches;
        this.fromMs = fromMs;
        this.toMs = toMs;
        this.cells = List.copyOf(cells);
    }

    /// A time without a gap, from its first moment to the one after its last, milliseconds UTC.
    public record Interval(long fromMs, long toMs) {
        public long lengthMs() {
            return toMs - fromMs;
        }
    }

    /// One side of one stretch, and when it was in view: intervals that neither touch nor overlap, in order.
    public record Cell(int stretch, Side side, List<Interval> observed) {
        public Cell {
            observed = List.copyOf(observed);
        }

        public long observedMs() {
            return observed.stream().mapToLong(Interval::lengthMs).sum();
        }

        /// Whether it was in view at a moment.
        public boolean isObserved(long momentMs) {
            return observed.stream().anyMatch(time -> time.fromMs() <= momentMs && momentMs < time.toMs());
        }

        /// How long it was in view between two moments, milliseconds.
        public long observedMs(long fromMs, long toMs) {
            return observed.stream()
                    .mapToLong(time -> Math.max(0, Math.min(toMs, time.toMs()) - Math.max(fromMs, time.fromMs())))
                    .sum();
        }
    }

    /// What the watches make together.
    ///
    /// @param fromMs start of the period, milliseconds UTC
    /// @param toMs moment after its end
    public static Coverage of(Stretches stretches, List<Watch> watches, long fromMs, long toMs) {
        List<Cell> cells = new ArrayList<>();
        for (Stretches.Stretch stretch : stretches.all()) {
            for (Side side : SIDES) {
                List<Interval> seen = watches.stream()
                        .filter(watch -> watch.stretch() == stretch.number() && watch.side() == side)
                        .map(watch -> new Interval(Math.max(fromMs, watch.fromMs()), Math.min(toMs, watch.toMs())))
                        .filter(time -> time.toMs() > time.fromMs())
                        .sorted(Comparator.comparingLong(Interval::fromMs).thenComparingLong(Interval::toMs))
                        .toList();
                cells.add(new Cell(stretch.number(), side, joined(seen)));
            }
        }
        return new Coverage(stretches, fromMs, toMs, cells);
    }

    private static List<Interval> joined(List<Interval> sorted) {
        List<Interval> joined = new ArrayList<>();
        for (Interval next : sorted) {
            Interval last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && next.fromMs() <= last.toMs()) {
                joined.set(joined.size() - 1, new Interval(last.fromMs(), Math.max(last.toMs(), next.toMs())));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    public Stretches stretches() {
        return stretches;
    }

    public long fromMs() {
        return fromMs;
    }

    public long toMs() {
        return toMs;
    }

    /// By stretch, the left side before the right.
    public List<Cell> cells() {
        return cells;
    }

    public Cell cell(int stretch, Side side) {
        return cells.get(stretch * 2 + (side == Side.LEFT ? 0 : 1));
    }

    /// Time in view, summed over stretches and sides, milliseconds.
    public long observedMs() {
        return cells.stream().mapToLong(Cell::observedMs).sum();
    }

    /// Time that could have been in view: the period, for every stretch and side, milliseconds.
    public long possibleMs() {
        return cells.size() * (toMs - fromMs);
    }

    /// How much of an interval the place was in view, in percent rounded down; -1 where the place is beside no
    /// stretch or on the line itself.
    public int percent(int lonE7, int latE7, long eventFromMs, long eventToMs) {
        Stretches.Beside beside = stretches.find(lonE7, latE7);
        if (beside == null) {
            return -1;
        }
        Cell cell = cell(beside.stretch(), beside.side());
        if (eventToMs <= eventFromMs) {
            return cell.isObserved(eventFromMs) ? 100 : 0;
        }
        return (int) (cell.observedMs(eventFromMs, eventToMs) * 100 / (eventToMs - eventFromMs));
    }
}
