package truceline.duty;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import truceline.agreement.phrase.DurationPhrase;

/// Durations from a moment. Minutes, hours and days are exact (a day is 24 hours), months follow the
/// calendar of the zone.
public final class Spans {
    private Spans() {}

    public static long after(long fromMs, DurationPhrase span, ZoneId zone) {
        return span.isMonths()
                ? at(fromMs, zone).plusMonths(span.amount()).toInstant().toEpochMilli()
                : fromMs + span.millis();
    }

    public static long before(long fromMs, DurationPhrase span, ZoneId zone) {
        return span.isMonths()
                ? at(fromMs, zone).minusMonths(span.amount()).toInstant().toEpochMilli()
                : fromMs - span.millis();
    }

    /// How many whole units of a span lie between two moments, at least 0 and at most the span.
    public static long elapsed(long fromMs, long toMs, DurationPhrase span, ZoneId zone) {
        long units = span.isMonths()
                ? ChronoUnit.MONTHS.between(at(fromMs, zone), at(toMs, zone))
                : Math.floorDiv(toMs - fromMs, span.millis() / span.amount());
        return Math.clamp(units, 0, span.amount());
    }

    private static ZonedDateTime at(long atMs, ZoneId zone) {
        return Instant.ofEpochMilli(atMs).atZone(zone);
    }
}
