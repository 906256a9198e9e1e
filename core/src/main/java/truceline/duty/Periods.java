package truceline.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.DurationPhrase;

/// The periods of a duty that returns, as in `every: 14 days`. Hours and minutes are exact; days and months
/// are calendar ones, counted from 00:00 of the first day, and end at 24:00 of their last day, or at the
/// clock time that the text gives on it.
public record Periods(
        long startMs, DurationPhrase every, @Nullable LocalTime clock, ZoneId zone) {
    /// The first moment after `nowMs`, and after the start, at which the duty is due.
    public long nextDue(long nowMs) {
        long afterMs = Math.max(nowMs, startMs);
        long index = estimate(afterMs);
        while (due(index) <= afterMs) {
            index++;
        }
        return due(index);
    }

    /// A number of a period that ends at or before that moment, or is the first.
    private long estimate(long afterMs) {
        long units = switch (every.unit()) {
            case MINUTE, HOUR -> (afterMs - startMs) / (every.millis() / every.amount());
            case DAY ->
                ChronoUnit.DAYS.between(
                        local(startMs).toLocalDate(), local(afterMs).toLocalDate());
            case MONTH ->
                ChronoUnit.MONTHS.between(
                        local(startMs).toLocalDate(), local(afterMs).toLocalDate());
        };
        return Math.max(0, units / every.amount() - 2);
    }

    private long due(long index) {
        long units = (index + 1) * every.amount();
        LocalDate first = local(startMs).toLocalDate();
        return switch (every.unit()) {
            case MINUTE, HOUR -> startMs + (index + 1) * every.millis();
            case DAY -> endOf(first.plusDays(units));
            case MONTH -> endOf(first.plusMonths(units));
        };
    }

    private long endOf(LocalDate next) {
        ZonedDateTime end = clock == null
                ? next.atStartOfDay(zone)
                : next.minusDays(1).atTime(clock).atZone(zone);
        return end.toInstant().toEpochMilli();
    }

    private ZonedDateTime local(long atMs) {
        return Instant.ofEpochMilli(atMs).atZone(zone);
    }
}
