package truceline.geo;

import java.util.OptionalInt;

/// Decimal degrees as text, and as the integers in which every coordinate is kept: 1e-7 degree.
///
/// Accepted text: an optional sign, digits with at most one dot, at least one digit, nothing else; any length.
/// Digits past the seventh decimal are rounded half to even on the decimal text itself, never through a double.
/// Exponents, blanks, `NaN`, hexadecimal and digits of other scripts are malformed. A well-formed number too
/// large for an `int` comes back as ±{@link Integer#MAX_VALUE}, which is out of range for longitude and
/// latitude alike, so that the two faults can be told apart. Stateless.
public final class Degrees {
    /// What the byte version answers for text that is not a plain decimal.
    public static final int MALFORMED = Integer.MIN_VALUE;

    private static final int DECIMALS = 7;
    private static final int UNITS_PER_DEGREE = 10_000_000;
    private static final int MAX_LON_E7 = 180 * UNITS_PER_DEGREE;
    private static final int MAX_LAT_E7 = 90 * UNITS_PER_DEGREE;

    private Degrees() {}

    /// The value in 1e-7 degree, or nothing where the text is not a plain decimal.
    public static OptionalInt parseE7(CharSequence text) {
        byte[] ascii = new byte[text.length()];
        for (int i = 0; i < ascii.length; i++) {
            char c = text.charAt(i);
            ascii[i] = c < 128 ? (byte) c : (byte) '?';
        }
        int e7 = parseE7(ascii, 0, ascii.length);
        return e7 == MALFORMED ? OptionalInt.empty() : OptionalInt.of(e7);
    }

    /// The value of `bytes[from, to)` in 1e-7 degree, or {@link #MALFORMED}. Allocates nothing.
    public static int parseE7(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (negative || (at < to && bytes[at] == '+')) {
            at++;
        }
        int wholeFrom = at;
        long units = 0;
        while (at < to && isDigit(bytes[at])) {
            units = Math.min(units * 10 + (bytes[at++] - '0'), Integer.MAX_VALUE);
        }
        int digits = at - wholeFrom;
        units *= UNITS_PER_DEGREE;
        if (at < to && bytes[at] == '.') {
            int end = at + 1;
            while (end < to && isDigit(bytes[end])) {
                end++;
            }
            digits += end - at - 1;
            units = withDecimals(units, bytes, at + 1, end);
            at = end;
        }
        if (digits == 0 || at != to) {
            return MALFORMED;
        }
        int size = (int) Math.min(units, Integer.MAX_VALUE);
        return negative ? -size : size;
    }

    private static long withDecimals(long units, byte[] bytes, int from, int end) {
        int weight = UNITS_PER_DEGREE;
        long sum = units;
        int kept = Math.min(end, from + DECIMALS);
        for (int i = from; i < kept; i++) {
            weight /= 10;
            sum += (long) (bytes[i] - '0') * weight;
        }
        return kept < end && roundsUp(sum, bytes, kept, end) ? sum + 1 : sum;
    }

    private static boolean roundsUp(long kept, byte[] bytes, int from, int end) {
        if (bytes[from] != '5') {
            return bytes[from] > '5';
        }
        for (int i = from + 1; i < end; i++) {
            if (bytes[i] != '0') {
                return true;
            }
        }
        return (kept & 1) == 1;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /// True for ±180 degrees, ends included.
    public static boolean isLongitude(int e7) {
        return e7 >= -MAX_LON_E7 && e7 <= MAX_LON_E7;
    }

    /// True for ±90 degrees, ends included.
    public static boolean isLatitude(int e7) {
        return e7 >= -MAX_LAT_E7 && e7 <= MAX_LAT_E7;
    }

    /// The shortest plain decimal that reads back as the same value: `37.5`, `-0.0000001`, `0`.
    public static String toText(int e7) {
        long size = Math.abs((long) e7);
        StringBuilder text = new StringBuilder(12);
        if (e7 < 0) {
            text.append('-');
        }
        text.append(size / UNITS_PER_DEGREE);
        int rest = (int) (size % UNITS_PER_DEGREE);
        if (rest != 0) {
            text.append('.');
            for (int weight = UNITS_PER_DEGREE / 10; rest != 0; weight /= 10) {
                text.append((char) ('0' + rest / weight));
                rest %= weight;
            }
        }
        return text.toString();
    }
}
