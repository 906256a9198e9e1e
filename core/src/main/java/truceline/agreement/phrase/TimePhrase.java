package truceline.agreement.phrase;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// A time as the text gives it, before any calendar or event: {@link truceline.agreement.Days} turns it
/// into milliseconds.
public sealed interface TimePhrase {
    /// `2015-02-15 00:00`
    record Instant(LocalDateTime time) implements TimePhrase {}

    /// `2017-06-20`
    record Date(LocalDate date) implements TimePhrase {}

    /// `D`, `D+14`, `D-56`, `D+14 12:00`; D is day 0.
    record DayCount(String day, int offset, @Nullable LocalTime clock) implements TimePhrase {}

    /// `72 h after EVENT`, `44 h before EVENT`
    record Span(DurationPhrase duration, boolean before, Event event) implements TimePhrase {}

    /// `after EVENT`; also the bare fact that ends an agreement.
    record After(Event event) implements TimePhrase {}

    /// `12:00`, beside `every`.
    record Clock(LocalTime time) implements TimePhrase {}

    /// `open`
    record Open() implements TimePhrase {}

    default String text() {
        return switch (this) {
            case Instant(LocalDateTime time) -> time.toLocalDate() + " " + time.toLocalTime();
            case Date(LocalDate date) -> date.toString();
            case DayCount(String day, int offset, LocalTime clock) ->
                day
                        + (offset == 0 ? "" : offset > 0 ? "+" + offset : Integer.toString(offset))
                        + (clock == null ? "" : " " + clock);
            case Span(DurationPhrase duration, boolean before, Event event) ->
                duration.text() + (before ? " before " : " after ") + event.text();
            case After(Event event) -> "after " + event.text();
            case Clock(LocalTime time) -> time.toString();
            case Open() -> "open";
        };
    }
}
