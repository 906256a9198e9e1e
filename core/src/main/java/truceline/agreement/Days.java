package truceline.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Event;
import truceline.agreement.phrase.TimePhrase;

/// Turns the time phrases of an agreement into milliseconds, in the agreement's zone and in one
/// reading.
///
/// D is day 0. A date or a count of days is the whole day: *from* it means its 00:00, *by* or *until*
/// it means its 24:00. A named day with a clock time starts at that time; days counted from it start at
/// 00:00. Days and months after an event are calendar days, due at the end of the last one; hours and
/// minutes are exact. A clock time that the zone skips moves forward by the gap; one that the zone
/// repeats is the earlier. Immutable; the function passed in decides thread safety.
public final class Days {
    private static final int MOST_STEPS = 100;

    private final Agreement agreement;
    private final ZoneId zone;
    private final @Nullable String holder;
    private final SortedMap<String, TimePhrase> set;

    private Days(Agreement agreement, @Nullable String holder, SortedMap<String, TimePhrase> set) {
        this.agreement = agreement;
        this.zone = agreement.timeZone();
        this.holder = holder;
        this.set = new TreeMap<>(set);
    }

    /// The days as the text dates them, in the world of a holder (null: the common text).
    public static Days of(Agreement agreement, @Nullable String holder) {
        return new Days(agreement, holder, new TreeMap<>());
    }

    /// The same, where entries have since set some days; what is set goes before what the text says.
    public Days withSet(SortedMap<String, TimePhrase> setByEntries) {
        return new Days(agreement, holder, setByEntries);
    }

    /// The same, where days were set as moments (milliseconds UTC); a name that the agreement does not declare is
    /// nothing.
    public Days withMoments(SortedMap<String, Long> setMs) {
        SortedMap<String, TimePhrase> phrases = new TreeMap<>();
        setMs.forEach((name, ms) -> {
            if (agreement.days().containsKey(name)) {
                phrases.put(name, new TimePhrase.Instant(local(ms)));
            }
        });
        return withSet(phrases);
    }

    /// A phrase when nothing has happened yet: facts and norms are pending.
    public Moment resolve(TimePhrase phrase) {
        return resolve(phrase, event -> Optional.empty());
    }

    /// A phrase, given when facts and norms happened. Named days are never asked for.
    public Moment resolve(TimePhrase phrase, Function<Event, Optional<Instant>> happened) {
        return resolve(phrase, happened, MOST_STEPS);
    }

    private Moment resolve(TimePhrase phrase, Function<Event, Optional<Instant>> happened, int steps) {
        return switch (phrase) {
            case TimePhrase.Instant(LocalDateTime time) -> exact(millis(time));
            case TimePhrase.Date(LocalDate date) -> wholeDay(date);
            case TimePhrase.DayCount(String day, int offset, LocalTime clock) ->
                count(day, offset, clock, happened, steps);
            case TimePhrase.Span(DurationPhrase duration, boolean before, Event event) ->
                span(duration, before, event, happened, steps);
            case TimePhrase.After(Event event) -> event(event, happened, steps);
            case TimePhrase.Clock clock -> throw new IllegalStateException("a clock time has no day: " + clock.text());
            case TimePhrase.Open() -> new Moment.Pending("open");
        };
    }

    private Moment count(
            String day, int offset, @Nullable LocalTime clock, Function<Event, Optional<Instant>> happened, int steps) {
        Moment start = named(day, happened, steps);
        if (!(start instanceof Moment.Known(long startMillis, long endMillis))) {
            return start;
        }
        LocalDate date = local(startMillis).toLocalDate().plusDays(offset);
        if (clock != null) {
            return exact(millis(date.atTime(clock)));
        }
        return offset == 0 ? new Moment.Known(startMillis, endMillis) : wholeDay(date);
    }

    /// A named day: from its clock time, if it has one, to its 24:00.
    private Moment named(String name, Function<Event, Optional<Instant>> happened, int steps) {
        Day day = agreement.days().get(name);
        if (day == null || steps == 0) {
            throw new IllegalStateException("no such day, or days in a circle: " + name);
        }
        TimePhrase date = set.getOrDefault(name, day.terms().in(holder).date());
        Moment moment = resolve(date, happened, steps - 1);
        return switch (moment) {
            case Moment.Known(long start, long end) ->
                new Moment.Known(start, endOfDay(local(start).toLocalDate()));
            case Moment.Pending pending -> pending.waitsFor().equals("open") ? new Moment.Pending(name) : pending;
        };
    }

    private Moment event(Event event, Function<Event, Optional<Instant>> happened, int steps) {
        if (event.type() == Event.Type.DAY) {
            return named(event.name(), happened, steps);
        }
        Optional<Instant> time = happened.apply(event);
        return time.isPresent() ? exact(time.get().toEpochMilli()) : new Moment.Pending(event.text());
    }

    private Moment span(
            DurationPhrase duration,
            boolean before,
            Event event,
            Function<Event, Optional<Instant>> happened,
            int steps) {
        Moment moment = event(event, happened, steps);
        if (!(moment instanceof Moment.Known(long start, long end))) {
            return moment;
        }
        int amount = before ? -duration.amount() : duration.amount();
        return switch (duration.unit()) {
            case MINUTE, HOUR -> exact(start + (before ? -duration.millis() : duration.millis()));
            case DAY -> wholeDay(local(start).toLocalDate().plusDays(amount));
            case MONTH -> wholeDay(local(start).toLocalDate().plusMonths(amount));
        };
    }

    private static Moment exact(long millis) {
        return new Moment.Known(millis, millis);
    }

    private Moment wholeDay(LocalDate date) {
        return new Moment.Known(date.atStartOfDay(zone).toInstant().toEpochMilli(), endOfDay(date));
    }

    private long endOfDay(LocalDate date) {
        return date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private long millis(LocalDateTime time) {
        return time.atZone(zone).toInstant().toEpochMilli();
    }

    private LocalDateTime local(long millis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), zone);
    }
}
