package truceline.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Moments of the demonstration, milliseconds UTC, and how its files write them. Stateless.
final class Moments {
    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    /// Midnight UTC of the day, 14 May 2031.
    static final long MIDNIGHT = Instant.parse("2031-05-14T00:00:00Z").toEpochMilli();

    private static final ZoneOffset LOCAL = ZoneOffset.ofHours(-2);
    private static final DateTimeFormatter PATROL = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ENGLISH);

    private Moments() {}

    /// A moment of the day by its clock in UTC; hours past 24 are of the days after.
    static long utc(int hour, int minute) {
        return utc(hour, minute, 0);
    }

    static long utc(int hour, int minute, int second) {
        return MIDNIGHT + hour * HOUR + minute * MINUTE + second * 1000L;
    }

    /// ISO 8601 in UTC, to the second or, where it has them, to the millisecond.
    static String iso(long ms) {
        return Instant.ofEpochMilli(ms).toString();
    }

    /// As a patrol writes it: local day and minutes, with an end where there is one.
    static String patrol(long fromMs, long toMs) {
        String from = PATROL.format(Instant.ofEpochMilli(fromMs).atOffset(LOCAL));
        String to = localClock(toMs);
        return from.endsWith(to) ? from : from + "-" + to;
    }

    static String localClock(long ms) {
        return CLOCK.format(Instant.ofEpochMilli(ms).atOffset(LOCAL));
    }

    static String localDate(long ms) {
        return DATE.format(Instant.ofEpochMilli(ms).atOffset(LOCAL));
    }

    static String utcDate(long ms) {
        return DATE.format(Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC));
    }

    static String utcClock(long ms) {
        return CLOCK.format(Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC));
    }
}
