package truceline.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;

/// A spreadsheet's number as text: plain decimal, or the date and time that a serial number of days stands for.
/// Stateless.
///
/// Serial 1 is 1 January 1900 and serial 60 a day that never was, so serials count from 30 December 1899 from 61 on;
/// with the other epoch they count from 1 January 1904. Moments are rounded to the millisecond, finer than the double
/// that held them.
final class XlsxNumber {
    private static final BigDecimal DAY_MS = BigDecimal.valueOf(86_400_000);
    private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(61);
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_466);
    private static final long FROM_1900_DAYS = -25_569;
    private static final int FROM_1904_DAYS = 1462;
    private static final int MOST_DIGITS = 30;
    private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hHmMsS]+\\])[^\\]]*\\]");

    private XlsxNumber() {}

    /// How a cell shows its number.
    enum Style {
        NUMBER,
        DATE,
        CLOCK
    }

    /// The style of a number format: one of the built-in ones by its id, or by its code.
    static Style style(String id, String code) {
        if (code.isEmpty()) {
            return switch (id) {
                case "14",
                        "15",
                        "16",
                        "17",
                        "27",
                        "28",
                        "29",
                        "30",
                        "31",
                        "36",
                        "50",
                        "51",
                        "52",
                        "53",
                        "54",
                        "57",
                        "58" -> Style.DATE;
                case "18", "19", "20", "21", "22", "32", "33", "34", "35", "45", "46", "47", "55", "56" -> Style.CLOCK;
                default -> Style.NUMBER;
            };
        }
        String letters = NOT_FORMAT.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
        if (letters.contains("general")) {
            return Style.NUMBER;
        }
        if (letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0) {
            return Style.CLOCK;
        }
        boolean isDate = letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0 || letters.indexOf('m') >= 0;
        return isDate ? Style.DATE : Style.NUMBER;
    }

    /// The text of a number; the text itself where it is none.
    ///
    /// @param inTimeColumn true where a plain number, too, stands for a moment
    static String text(String raw, Style style, boolean inTimeColumn, boolean from1904) {
        if (raw.length() > 2 * MOST_DIGITS) {
            return raw;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(raw.strip());
        } catch (NumberFormatException notOne) {
            return raw;
        }
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            return raw;
        }
        boolean isMoment = style != Style.NUMBER || inTimeColumn;
        if (isMoment && number.signum() >= 0 && number.compareTo(LAST_SERIAL) < 0) {
            if (number.compareTo(BigDecimal.ONE) < 0) {
                return clock(number.multiply(DAY_MS)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact());
            }
            BigDecimal serial = from1904 ? number.add(BigDecimal.valueOf(FROM_1904_DAYS)) : number;
            if (serial.compareTo(FIRST_SERIAL) >= 0) {
                return moment(serial, style);
            }
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String moment(BigDecimal serial, Style style) {
        long ms = serial.multiply(DAY_MS).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        long day = Math.floorDiv(ms, DAY_MS.longValueExact());
        long ofDay = ms - day * DAY_MS.longValueExact();
        LocalDateTime start = LocalDateTime.ofEpochSecond((day + FROM_1900_DAYS) * 86_400, 0, ZoneOffset.UTC);
        String date = start.toLocalDate().toString();
        return ofDay == 0 && style != Style.CLOCK ? date : date + "T" + clock(ofDay);
    }

    /// `10:15`, with seconds and decimals only where there are any.
    private static String clock(long ms) {
        String text = String.format(Locale.ROOT, "%02d:%02d", ms / 3_600_000, ms / 60_000 % 60);
        long rest = ms % 60_000;
        if (rest == 0) {
            return text;
        }
        String seconds = String.format(Locale.ROOT, ":%02d", rest / 1000);
        return text + seconds + (rest % 1000 == 0 ? "" : String.format(Locale.ROOT, ".%03d", rest % 1000));
    }
}
