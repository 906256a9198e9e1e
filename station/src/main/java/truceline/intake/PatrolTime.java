package truceline.intake;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates and times as a patrol's table writes them: `20 Jul 2020, 22:40-03:10`, `2020-07-20 22:40`, `20 July 2020`.
/// Where the end's clock is before the start's and names no day, it is on the next day. Not thread-safe.
final class PatrolTime {
    private static final String DAY = "(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[ -]\\p{Alpha}{3,9}\\.?,?[ -]\\d{4})";
    private static final String CLOCK = "(\\d{1,2}:\\d{2}(?::\\d{2})?)";
    private static final Pattern FORM = Pattern.compile(
            DAY + "(?:(?:, ?|[ T])" + CLOCK + "(?: ?(?:-|to|until|/) ?(?:" + DAY + "(?:, ?|[ T]))?" + CLOCK + ")?)?");
    private static final Pattern NO_YEAR =
            Pattern.compile("\\d{1,2}[ -](\\p{Alpha}{3,9})\\.?(?:$|[ ,].*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_FIRST = Pattern.compile("\\d{1,2}[./-]\\d{1,2}(?:[./-]\\d{2,4})?(?:$|[ ,T].*)");

    private final Moment moment = new Moment();
    private String from = "";
    private String to = "";

    /// Takes the text apart; an empty answer, or the code of its fault.
    String read(String written) {
        String text = written.replace('\u2013', '-').replace('\u2014', '-').replace('\u2212', '-');
        from = "";
        to = "";
        if (text.isEmpty()) {
            return "missing-value";
        }
        if (isMoment(text)) {
            from = text;
            return "";
        }
        if (DAY_FIRST.matcher(text).matches()) {
            return "day-first-date";
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return isWithoutYear(text) ? "missing-year" : isPair(text) ? "" : "not-a-time";
        }
        LocalDate day = day(form.group(1));
        if (day == null) {
            return "not-a-time";
        }
        from = join(day, form.group(2));
        if (form.group(4) == null) {
            return "";
        }
        LocalDate end = form.group(3) == null ? day : day(form.group(3));
        if (end == null) {
            return "not-a-time";
        }
        boolean overMidnight = form.group(3) == null && padded(form.group(4)).compareTo(padded(form.group(2))) < 0;
        to = join(overMidnight ? end.plusDays(1) : end, form.group(4));
        return "";
    }

    /// The start as ISO 8601, with an offset only where the text has one.
    String from() {
        return from;
    }

    /// The end, or empty where the text names one moment.
    String to() {
        return to;
    }

    private boolean isMoment(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return moment.read(bytes, 0, bytes.length);
    }

    private boolean isPair(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !isMoment(text.substring(0, slash)) || !isMoment(text.substring(slash + 1))) {
            return false;
        }
        from = text.substring(0, slash);
        to = text.substring(slash + 1);
        return true;
    }

    private static boolean isWithoutYear(String text) {
        Matcher form = NO_YEAR.matcher(text);
        return form.matches() && MonthNames.month(form.group(1)) > 0;
    }

    private @Nullable LocalDate day(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String iso = MonthNames.toIso(written);
        return isMoment(iso == null ? written : iso) ? LocalDate.ofEpochDay(moment.epochDay()) : null;
    }

    private static String join(LocalDate day, @Nullable String clock) {
        String date =
                String.format(Locale.ROOT, "%04d-%02d-%02d", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return clock == null ? date : date + "T" + padded(clock);
    }

    private static String padded(@Nullable String clock) {
        return clock == null ? "" : clock.indexOf(':') == 1 ? "0" + clock : clock;
    }
}
