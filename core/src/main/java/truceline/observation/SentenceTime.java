package truceline.observation;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/// The time of an observation in words, as exactly as it was stated and with the zone named. Stateless.
final class SentenceTime {
    private static final int MINUTE_MS = 60_000;
    private static final int HOUR_MS = 60 * MINUTE_MS;
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> EASTERN_EUROPE = List.of(
            "EET",
            "Europe/Athens",
            "Europe/Bucharest",
            "Europe/Chisinau",
            "Europe/Helsinki",
            "Europe/Kiev",
            "Europe/Kyiv",
            "Europe/Riga",
            "Europe/Sofia",
            "Europe/Tallinn",
            "Europe/Vilnius");

    private SentenceTime() {}

    static String of(Draft draft, ZoneId zone) {
        if (draft.fromMs == Draft.NONE) {
            return "";
        }
        ZonedDateTime from = at(draft.fromMs, zone);
        ZonedDateTime to = at(draft.toMs, zone);
        if (isWholeDays(draft, from, to)) {
            String first = date(from);
            return (first.equals(date(to)) ? "on " + first : "between " + first + " and " + date(to))
                    + zoneOf(from, to);
        }
        boolean stated = draft.precisionMs <= MINUTE_MS;
        if (!stated) {
            to = at(draft.toMs + draft.precisionMs, zone);
        }
        int digits = stated ? draft.precisionMs : MINUTE_MS;
        String words = from.equals(to) ? "at " + moment(from, digits) : between(from, to, digits);
        return (stated ? "" : "some time ") + words + zoneOf(from, to);
    }

    private static boolean isWholeDays(Draft draft, ZonedDateTime from, ZonedDateTime to) {
        return draft.precisionMs >= 23 * HOUR_MS
                && draft.precisionMs <= 25 * HOUR_MS
                && from.toLocalTime().equals(LocalTime.MIDNIGHT)
                && to.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static String between(ZonedDateTime from, ZonedDateTime to, int precisionMs) {
        if (from.toLocalDate().equals(to.toLocalDate())) {
            return "between " + clock(from, precisionMs) + " and " + moment(to, precisionMs);
        }
        return "between " + moment(from, precisionMs) + " and " + moment(to, precisionMs);
    }

    private static String moment(ZonedDateTime time, int precisionMs) {
        return clock(time, precisionMs) + " on " + date(time);
    }

    private static String clock(ZonedDateTime time, int precisionMs) {
        String minutes = String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
        if (precisionMs >= MINUTE_MS) {
            return minutes;
        }
        String seconds = String.format(Locale.ROOT, "%s:%02d", minutes, time.getSecond());
        return precisionMs >= 1000
                ? seconds
                : String.format(Locale.ROOT, "%s.%03d", seconds, time.getNano() / 1_000_000);
    }

    private static String date(ZonedDateTime time) {
        return time.getDayOfMonth() + " " + MONTHS.get(time.getMonthValue() - 1) + " " + time.getYear();
    }

    private static ZonedDateTime at(long ms, ZoneId zone) {
        return ZonedDateTime.ofInstant(Instant.ofEpochMilli(ms), zone);
    }

    private static String zoneOf(ZonedDateTime from, ZonedDateTime to) {
        String first = zoneOf(from);
        String last = zoneOf(to);
        return " (" + (first.equals(last) ? first : first + ", then " + last) + ")";
    }

    private static String zoneOf(ZonedDateTime time) {
        int seconds = time.getOffset().getTotalSeconds();
        if (EASTERN_EUROPE.contains(time.getZone().getId()) && seconds % 3600 == 0) {
            return seconds == 7200 ? "EET" : seconds == 10_800 ? "EEST" : "UTC" + time.getOffset();
        }
        return seconds == 0 ? "UTC" : "UTC" + time.getOffset();
    }
}
