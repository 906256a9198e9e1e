package truceline.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates with an English month name, such as `20 April 2025` or `20 Jul 2020`, with or without a time after them.
/// Stateless.
final class MonthNames {
    private static final Pattern FORM = Pattern.compile("(\\d{1,2})[ -](\\p{Alpha}{3,9})\\.?,?[ -](\\d{4})(.*)");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private MonthNames() {}

    /// Reads such a date into the moment; false where it is none, and then the moment keeps its earlier code.
    static boolean read(String written, Moment moment) {
        String iso = toIso(written);
        if (iso == null) {
            return false;
        }
        byte[] bytes = iso.getBytes(StandardCharsets.UTF_8);
        return moment.read(bytes, 0, bytes.length);
    }

    /// The same text with the date as ISO 8601 writes it, or null where it begins with no such date.
    static @Nullable String toIso(String written) {
        Matcher form = FORM.matcher(written);
        int month = form.matches() ? month(form.group(2)) : 0;
        return month == 0
                ? null
                : String.format(
                        Locale.ROOT,
                        "%s-%02d-%02d%s",
                        form.group(3),
                        month,
                        Integer.parseInt(form.group(1)),
                        form.group(4));
    }

    /// The month 1 to 12 that a full name or its first three letters mean, or 0. "Sept" is one too.
    static int month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < 12; i++) {
            String month = MONTHS.get(i);
            if (lower.equals(month) || lower.equals(month.substring(0, 3)) || lower.equals("sept") && i == 8) {
                return i + 1;
            }
        }
        return 0;
    }
}
