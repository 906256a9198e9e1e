package truceline.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// One local day, from 00:00 to 24:00 in the zone of the agreement: 23 or 25 hours where the clocks change.
///
/// @param fromMs first moment, milliseconds UTC
/// @param toMs first moment after it
public record Period(LocalDate date, ZoneId zone, long fromMs, long toMs) {
    private static final long MINUTE_MS = 60_000;

    /// The period of a local date.
    public static Period of(LocalDate date, ZoneId zone) {
        return new Period(
                date,
                zone,
                date.atStartOfDay(zone).toInstant().toEpochMilli(),
                date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli());
    }

    public boolean contains(long moment) {
        return moment >= fromMs && moment < toMs;
    }

    public long minutes() {
        return (toMs - fromMs) / MINUTE_MS;
    }

    /// The day as many days away.
    public Period plusDays(int days) {
        return of(date.plusDays(days), zone);
    }

    /// Number of the daily report: the day of the year, then the year, as in `134/2031`.
    public String number() {
        return date.getDayOfYear() + "/" + date.getYear();
    }

    /// Offset from UTC with which the period begins.
    public ZoneOffset firstOffset() {
        return zone.getRules().getOffset(Instant.ofEpochMilli(fromMs));
    }

    /// Offset from UTC with which the period ends.
    public ZoneOffset lastOffset() {
        return zone.getRules().getOffset(Instant.ofEpochMilli(toMs));
    }
}
