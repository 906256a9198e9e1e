package truceline.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where an event was, as a patrol writes it: `8-10km NW`, `2-10km NW, WNW and ENE`, `about 3km N` from where it stood,
/// or the name of a place.
///
/// @param name the place, where the text names one; directions seen from a named place stay with its name
/// @param sectors directions from the observer, as our column writes them
/// @param fromMetres nearest distance, or empty
/// @param toMetres farthest distance, or empty
/// @param isExact false where the text says more than the other parts hold, such as "about"
record PatrolLocation(String name, String sectors, String fromMetres, String toMetres, boolean isExact) {
    private static final Pattern FORM = Pattern.compile(
            "(?:(about|approximately|approx\\.?|around|ca\\.?|~) ?)?(\\d{1,6}(?:\\.\\d{1,3})?)"
                    + "(?: ?(?:-|to) ?(\\d{1,6}(?:\\.\\d{1,3})?))? ?(km|m|kilomet(?:re|er)s?|met(?:re|er)s?)\\b[ ,]*(.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_PLACE = Pattern.compile(".*\\b(?:of|from)\\b.*", Pattern.CASE_INSENSITIVE);

    /// The parts of a location, or null where it begins like a distance and goes on as none.
    static @Nullable PatrolLocation of(String written) {
        String text = written.replace('\u2013', '-')
                .replace('\u2014', '-')
                .replace('\u2212', '-')
                .strip();
        if (text.isEmpty() || text.equalsIgnoreCase("N/K")) {
            return new PatrolLocation("", "", "", "", true);
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Sectors.mask(text) == Sectors.UNKNOWN
                    ? new PatrolLocation(text, "", "", "", true)
                    : new PatrolLocation("", text, "", "", true);
        }
        String direction = form.group(5).strip();
        if (OF_PLACE.matcher(direction).matches()) {
            return new PatrolLocation(text, "", "", "", true);
        }
        if (!direction.isEmpty() && Sectors.mask(direction) == Sectors.UNKNOWN) {
            return null;
        }
        boolean kilometres = form.group(4).toLowerCase(Locale.ROOT).startsWith("k");
        String from = metres(form.group(2), kilometres);
        String to = form.group(3) == null ? from : metres(form.group(3), kilometres);
        return new PatrolLocation("", direction, from, to, form.group(1) == null);
    }

    private static String metres(String number, boolean kilometres) {
        BigDecimal metres = new BigDecimal(number).movePointRight(kilometres ? 3 : 0);
        return metres.setScale(0, RoundingMode.HALF_EVEN).toPlainString();
    }
}
