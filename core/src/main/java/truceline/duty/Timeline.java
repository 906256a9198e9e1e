package truceline.duty;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Moment;
import truceline.agreement.Norm;
import truceline.agreement.Provision;
import truceline.agreement.Sentence;
import truceline.agreement.Timing;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.TimePhrase;

/// Every time that an agreement gives to a norm: its moment, or what it waits for. Known moments come
/// first, ascending; then what waits, in file order. Whether a duty was done is not said here. Pure and
/// immutable.
public record Timeline(List<Row> rows) {
    private static final Comparator<Row> ORDER =
            Comparator.comparing(Row::atMs, Comparator.nullsLast(Comparator.naturalOrder()));

    public Timeline {
        rows = List.copyOf(rows);
    }

    /// Which end of a duty a time is.
    public enum Edge {
        FROM,
        BEGIN_BY,
        BY,
        UNTIL,
        EVERY
    }

    /// Where a time stands: it waits for something, it is known and lies ahead, or it has passed.
    public enum State {
        PENDING,
        DUE,
        PASSED
    }

    /// One time of one norm.
    ///
    /// @param holder whose reading this is, null for the common text
    /// @param sentence the norm, read aloud
    /// @param phrase the time as it is written
    /// @param atMs milliseconds UTC; a day is its 00:00 for `from`, else its 24:00; for `every` the next time it is
    ///     due
    /// @param waitsFor a day, fact, event or the word `open`; beside a known time, what its norm waits for
    public record Row(
            String provision,
            @Nullable String holder,
            Edge edge,
            String sentence,
            String phrase,
            @Nullable Long atMs,
            @Nullable String waitsFor,
            State state) {
        boolean isReadBy(Row other) {
            return provision.equals(other.provision) && edge == other.edge;
        }

        boolean isSaidBy(Row other) {
            return isReadBy(other)
                    && phrase.equals(other.phrase)
                    && (atMs == null ? other.atMs == null : atMs.equals(other.atMs));
        }
    }

    /// The times in one reading (null: the common text, in which what is disputed is open).
    public static Timeline of(Agreement agreement, @Nullable String holder, World world) {
        Requirements requirements = new Requirements(agreement, holder, world);
        List<Row> rows = new ArrayList<>();
        agreement.provisions().values().forEach(provision -> rows.addAll(rows(requirements, provision, holder)));
        rows.sort(ORDER);
        return new Timeline(rows);
    }

    /// The times of the common text, and those of each reading that differ from it; a time of the common
    /// text that only waits because it is disputed gives way to the readings.
    public static Timeline ofEveryReading(Agreement agreement, World world) {
        List<Row> common = of(agreement, null, world).rows;
        List<Row> read = new ArrayList<>();
        for (String holder : agreement.worlds()) {
            for (Row row : of(agreement, holder, world).rows) {
                if (common.stream().noneMatch(row::isSaidBy)) {
                    read.add(row);
                }
            }
        }
        List<Row> rows = new ArrayList<>(common);
        rows.removeIf(row -> row.atMs == null && read.stream().anyMatch(row::isReadBy));
        rows.addAll(read);
        rows.sort(ORDER);
        return new Timeline(rows);
    }

    static List<Row> rows(Requirements requirements, Provision provision, @Nullable String holder) {
        Norm norm = provision.norm(holder);
        Timing timing = norm.timing();
        String sentence = Sentence.of(provision, holder);
        List<Row> rows = new ArrayList<>();
        add(rows, requirements, provision, holder, sentence, Edge.FROM, timing.from());
        add(rows, requirements, provision, holder, sentence, Edge.BEGIN_BY, timing.beginBy());
        add(rows, requirements, provision, holder, sentence, Edge.BY, timing.by());
        add(rows, requirements, provision, holder, sentence, Edge.UNTIL, timing.until());
        if (timing.every() != null) {
            rows.add(every(requirements, provision, holder, sentence, norm, timing.every()));
        }
        return rows;
    }

    private static void add(
            List<Row> rows,
            Requirements requirements,
            Provision provision,
            @Nullable String holder,
            String sentence,
            Edge edge,
            @Nullable TimePhrase phrase) {
        if (phrase == null || phrase instanceof TimePhrase.Clock) {
            return;
        }
        rows.add(
                switch (requirements.moment(phrase)) {
                    case Moment.Pending(String waitsFor) ->
                        new Row(provision.id(), holder, edge, sentence, phrase.text(), null, waitsFor, State.PENDING);
                    case Moment.Known(long startMs, long endMs) -> {
                        long atMs = edge == Edge.FROM ? startMs : endMs;
                        String first = requirements.waitsForStart(provision.norm(holder));
                        State known = atMs <= requirements.foldMs() ? State.PASSED : State.DUE;
                        State state = first == null ? known : State.PENDING;
                        yield new Row(provision.id(), holder, edge, sentence, phrase.text(), atMs, first, state);
                    }
                });
    }

    private static Row every(
            Requirements requirements,
            Provision provision,
            @Nullable String holder,
            String sentence,
            Norm norm,
            Leaf<DurationPhrase> every) {
        LocalTime clock = norm.timing().by() instanceof TimePhrase.Clock(LocalTime time) ? time : null;
        DurationPhrase period = every.find().orElse(null);
        String phrase = "every " + (period == null ? "open" : period.text()) + (clock == null ? "" : ", by " + clock);
        Moment start = requirements.start(norm);
        if (period != null && start instanceof Moment.Known(long startMs, long endMs)) {
            Periods periods =
                    new Periods(startMs, period, clock, requirements.agreement().timeZone());
            long dueMs = periods.nextDue(requirements.foldMs());
            long lastMs =
                    requirements.end(norm) instanceof Moment.Known(long firstMs, long atMs) ? atMs : Long.MAX_VALUE;
            State state = lastMs <= requirements.foldMs() ? State.PASSED : State.DUE;
            return new Row(provision.id(), holder, Edge.EVERY, sentence, phrase, Math.min(dueMs, lastMs), null, state);
        }
        String waitsFor = period != null && start instanceof Moment.Pending(String first) ? first : "open";
        return new Row(provision.id(), holder, Edge.EVERY, sentence, phrase, null, waitsFor, State.PENDING);
    }
}
