package truceline.intake;

import java.time.DateTimeException;
import java.time.LocalDate;

/// A date, or a date and time, as ISO 8601 writes it: `2025-04-20`, `2025-04-20T10:15`, `2025-04-20
/// 10:15:30.250+03:00`.
///
/// A blank may stand for the `T`; seconds may be missing; an offset is `Z`, `+03`, `+0300` or `+03:00`. A date whose
/// day or month comes first is never guessed at. One object serves a whole file. Not thread-safe.
final class Moment {
    static final int NO_OFFSET = Integer.MIN_VALUE;
    static final int DAY_MS = 86_400_000;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private byte[] bytes = {};
    private int at;
    private int end;
    private String code = "";

    private long epochDay;
    private int ofDayMs;
    private int precisionMs;
    private int offsetMinutes;
    private boolean dateOnly;

    /// Reads `source[from, to)`; false where that is no such text, and then {@link #code()} says why.
    boolean read(byte[] source, int from, int to) {
        bytes = source;
        at = from;
        end = to;
        code = "not-a-time";
        ofDayMs = 0;
        offsetMinutes = NO_OFFSET;
        dateOnly = false;
        precisionMs = DAY_MS;
        if (looksDayFirst()) {
            code = "day-first-date";
            return false;
        }
        if (!date()) {
            return false;
        }
        if (at == end) {
            dateOnly = true;
            return true;
        }
        return timeOfDay() && offset() && at == end;
    }

    /// `not-a-time`, `day-first-date` or `time-out-of-range`.
    String code() {
        return code;
    }

    /// Milliseconds since 1970 on the clock that the text shows, as if that clock were UTC.
    long localMs() {
        return epochDay * DAY_MS + ofDayMs;
    }

    long epochDay() {
        return epochDay;
    }

    boolean isMidnight() {
        return ofDayMs == 0;
    }

    /// How exactly the text states it: a minute where it has no seconds, a millisecond where it has three decimals.
    int precisionMs() {
        return precisionMs;
    }

    /// Minutes east of UTC, or {@link #NO_OFFSET}.
    int offsetMinutes() {
        return offsetMinutes;
    }

    boolean isDateOnly() {
        return dateOnly;
    }

    private boolean looksDayFirst() {
        int i = at;
        while (i < end && isDigit(i)) {
            i++;
        }
        int digits = i - at;
        return (digits == 1 || digits == 2)
                && i + 1 < end
                && (bytes[i] == '/' || bytes[i] == '.' || bytes[i] == '-')
                && isDigit(i + 1);
    }

    private boolean date() {
        int year = digits(4);
        boolean separated = take('-');
        int month = digits(2);
        separated &= take('-');
        int day = digits(2);
        if (!separated || year < 0 || month < 1 || month > 12 || day < 1 || day > 31) {
            return false;
        }
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            code = "time-out-of-range";
            return false;
        }
        if (day > 28) {
            try {
                LocalDate.of(year, month, day);
            } catch (DateTimeException noSuchDay) {
                return false;
            }
        }
        epochDay = epochDay(year, month, day);
        return true;
    }

    /// Days since 1970 in the Gregorian calendar: March-based years of 153-day five-month runs.
    static long epochDay(int year, int month, int day) {
        int y = month > 2 ? year : year - 1;
        int m = month > 2 ? month - 3 : month + 9;
        return 365L * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719_468;
    }

    private boolean timeOfDay() {
        if (!take('T') && !take(' ') && !take('t')) {
            return false;
        }
        int hour = digits(2);
        boolean separated = take(':');
        int minute = digits(2);
        int second = 0;
        int milli = 0;
        precisionMs = 60_000;
        if (at < end && bytes[at] == ':') {
            at++;
            second = digits(2);
            precisionMs = 1000;
            if (at < end && (bytes[at] == '.' || bytes[at] == ',')) {
                milli = fraction();
            }
        }
        boolean endOfDay = hour == 24 && minute == 0 && second == 0 && milli == 0;
        if (!separated || hour < 0 || hour > 23 && !endOfDay || outside60(minute) || outside60(second) || milli < 0) {
            return false;
        }
        ofDayMs = hour * 3_600_000 + minute * 60_000 + second * 1000 + milli;
        return true;
    }

    private int fraction() {
        at++;
        int milli = 0;
        int count = 0;
        for (; at < end && isDigit(at); at++, count++) {
            milli = count < 3 ? milli * 10 + bytes[at] - '0' : milli;
        }
        for (int i = count; i < 3; i++) {
            milli *= 10;
        }
        precisionMs = count == 1 ? 100 : count == 2 ? 10 : 1;
        return count == 0 || count > 9 ? -1 : milli;
    }

    private boolean offset() {
        if (at == end) {
            return true;
        }
        if (take('Z') || take('z')) {
            offsetMinutes = 0;
            return true;
        }
        int sign = take('+') ? 1 : take('-') ? -1 : 0;
        int hours = digits(2);
        int minutes = 0;
        if (at < end) {
            take(':');
            minutes = digits(2);
        }
        offsetMinutes = sign * (hours * 60 + minutes);
        return sign != 0 && hours >= 0 && hours <= 18 && !outside60(minutes);
    }

    private static boolean outside60(int value) {
        return value < 0 || value > 59;
    }

    private boolean take(char expected) {
        if (at < end && bytes[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++, at++) {
            if (at >= end || !isDigit(at)) {
                return -1;
            }
            value = value * 10 + bytes[at] - '0';
        }
        return value;
    }

    private boolean isDigit(int index) {
        return bytes[index] >= '0' && bytes[index] <= '9';
    }
}
