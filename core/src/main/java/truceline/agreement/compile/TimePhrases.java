package truceline.agreement.compile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Node;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Event;
import truceline.agreement.phrase.Sort;
import truceline.agreement.phrase.TimePhrase;

/// Times as phrases.
final class TimePhrases {
    static final String FORM =
            "write a date (2017-06-20 or 2015-02-15 00:00), a count of days (D+14), a span from an event"
                    + " (72 h after D), 'after' an event, or open";

    private static final int MOST_DAYS = 36_500;

    private final Scope scope;
    private final Node.Scalar at;

    private TimePhrases(Scope scope, Node.Scalar at) {
        this.scope = scope;
        this.at = at;
    }

    /// A time, or a fault and an open time.
    static TimePhrase read(Scope scope, Node node) {
        Node.Scalar at = scope.scalar(node);
        return new TimePhrases(scope, at).phrase();
    }

    /// A time, or a bare fact.
    static TimePhrase readOrFact(Scope scope, Node node) {
        Node.Scalar at = scope.scalar(node);
        if (scope.names().is(at.text(), Sort.FACT)) {
            scope.names().use(at.text());
            return new TimePhrase.After(new Event(Event.Type.FACT, at.text(), null));
        }
        return read(scope, at);
    }

    private TimePhrase phrase() {
        String text = at.text();
        if (text.equals("open")) {
            return new TimePhrase.Open();
        }
        PhraseWords words = new PhraseWords(text);
        if (words.take("after")) {
            Event event = event(words);
            return event == null ? new TimePhrase.Open() : new TimePhrase.After(event);
        }
        if (words.left() >= 4) {
            return span(words);
        }
        return words.left() == 1 ? oneWord(text) : twoWords(words);
    }

    private TimePhrase refuse() {
        scope.fault(at, "bad-time", Quoted.of(at.text()) + " is no time; " + FORM + ".");
        return new TimePhrase.Open();
    }

    private TimePhrase oneWord(String word) {
        Optional<LocalTime> clock = clock(word);
        if (clock.isPresent()) {
            return new TimePhrase.Clock(clock.get());
        }
        Optional<LocalDate> date = date(word);
        if (date.isPresent()) {
            return new TimePhrase.Date(date.get());
        }
        TimePhrase count = isLikeDate(word) ? null : dayCount(word, null);
        return count == null ? refuse() : count;
    }

    private TimePhrase twoWords(PhraseWords words) {
        String day = words.next();
        Optional<LocalTime> clock = clock(words.next());
        if (clock.isEmpty() || !words.isDone()) {
            return refuse();
        }
        Optional<LocalDate> date = date(day);
        if (date.isPresent()) {
            return new TimePhrase.Instant(LocalDateTime.of(date.get(), clock.get()));
        }
        TimePhrase count = isLikeDate(day) ? null : dayCount(day, clock.get());
        return count == null ? refuse() : count;
    }

    /// `D`, `D+14`, `D-56`; null if the word is none of them.
    private @Nullable TimePhrase dayCount(String word, @Nullable LocalTime clock) {
        if (scope.names().is(word, Sort.DAY)) {
            scope.names().use(word);
            return new TimePhrase.DayCount(word, 0, clock);
        }
        int sign = Math.max(word.lastIndexOf('+'), word.lastIndexOf('-'));
        if (sign <= 0 || !Names.isName(word.substring(0, sign), false)) {
            return null;
        }
        OptionalInt days = Numbers.whole(word.substring(sign + 1));
        if (days.isEmpty() || days.getAsInt() == 0 || days.getAsInt() > MOST_DAYS) {
            return null;
        }
        String day = word.substring(0, sign);
        if (!scope.names().is(day, Sort.DAY)) {
            return unknownDay(day);
        }
        scope.names().use(day);
        return new TimePhrase.DayCount(day, word.charAt(sign) == '+' ? days.getAsInt() : -days.getAsInt(), clock);
    }

    /// Digits as of a date, though there may be no such day, as 2021-02-29.
    private static boolean isLikeDate(String word) {
        return word.length() == 10
                && word.charAt(4) == '-'
                && word.charAt(7) == '-'
                && Numbers.isDigits(word.replace("-", ""), 8);
    }

    private TimePhrase unknownDay(String day) {
        if (scope.names().isUnread(List.of(Sort.DAY))) {
            return new TimePhrase.Open();
        }
        scope.fault(
                at,
                "unknown-reference",
                "No day is named " + Quoted.of(day)
                        + scope.hint(day, scope.names().ofSorts(List.of(Sort.DAY)))
                        + "; declare it under 'days' or correct the name.");
        return new TimePhrase.Open();
    }

    private TimePhrase span(PhraseWords words) {
        Optional<DurationPhrase> duration = Measures.duration(words);
        boolean before = words.peek(0).equals("before");
        if (duration.isEmpty() || !before && !words.peek(0).equals("after")) {
            return refuse();
        }
        words.next();
        Event event = event(words);
        return event == null ? new TimePhrase.Open() : new TimePhrase.Span(duration.get(), before, event);
    }

    /// The rest of the phrase as an event: a day, a fact, an id, or `ID breached [by CODE]`; null after
    /// a fault.
    private @Nullable Event event(PhraseWords words) {
        String name = words.next();
        if (words.isDone()) {
            return simpleEvent(name);
        }
        if (!words.take("breached") || !Names.isName(name, true)) {
            refuse();
            return null;
        }
        String by = null;
        if (words.take("by")) {
            by = words.next();
        }
        if (!words.isDone()) {
            refuse();
            return null;
        }
        if (by != null && !resolves(by, References.ACTORS, "actor")) {
            return null;
        }
        return resolves(name, List.of(Sort.PROVISION), "provision") ? new Event(Event.Type.BREACHED, name, by) : null;
    }

    private @Nullable Event simpleEvent(String name) {
        if (!Names.isName(name, true)) {
            refuse();
            return null;
        }
        if (!resolves(name, List.of(Sort.DAY, Sort.FACT, Sort.PROVISION), "day, fact or provision")) {
            return null;
        }
        Event.Type type = scope.names().is(name, Sort.DAY)
                ? Event.Type.DAY
                : scope.names().is(name, Sort.FACT)
                        ? Event.Type.FACT
                        : scope.names().isGuarantee(name) ? Event.Type.TRIGGERED : Event.Type.FULFILLED;
        return new Event(type, name, null);
    }

    private boolean resolves(String name, List<Sort> sorts, String expected) {
        if (References.named(scope, name, sorts).isPresent()) {
            return true;
        }
        if (scope.names().isUnread(sorts)) {
            return false;
        }
        scope.fault(
                at,
                "unknown-reference",
                "No " + expected + " is named " + Quoted.of(name)
                        + scope.hint(name, scope.names().ofSorts(sorts)) + "; declare it or correct the name.");
        return false;
    }

    /// `2017-06-20`, a real day from year 1000 on.
    static Optional<LocalDate> date(String text) {
        boolean shaped = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        if (!shaped
                || !Numbers.isDigits(text.substring(0, 4), 4)
                || !Numbers.isDigits(text.substring(5, 7), 2)
                || !Numbers.isDigits(text.substring(8), 2)) {
            return Optional.empty();
        }
        int year = Integer.parseInt(text.substring(0, 4));
        int month = Integer.parseInt(text.substring(5, 7));
        int day = Integer.parseInt(text.substring(8));
        if (year < 1000
                || month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(year, month, day));
    }

    /// `12:00`, from 00:00 to 23:59.
    static Optional<LocalTime> clock(String text) {
        boolean shaped = text.length() == 5 && text.charAt(2) == ':';
        if (!shaped || !Numbers.isDigits(text.substring(0, 2), 2) || !Numbers.isDigits(text.substring(3), 2)) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(text.substring(0, 2));
        int minute = Integer.parseInt(text.substring(3));
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }
}
