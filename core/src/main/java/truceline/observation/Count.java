package truceline.observation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number as it was reported: "6", "about 60", "almost 550", "at least 1,450", "uncountable", "N/K".
///
/// @param value the number, or -1 where the qualifier leaves none (uncountable, not known, overlapping without a
/// number)
public record Count(Qualifier qualifier, int value) {
    public static final Count NOT_KNOWN = new Count(Qualifier.NOT_KNOWN, -1);

    private static final int MOST = 10_000_000;
    private static final Pattern FORM = Pattern.compile(
            "(?:(about|almost|approximately|more than|over|at least|at most|up to|overlapping)\\s+)?(\\d{1,3}(?:[, ]\\d{3})+|\\d{1,8})");

    public Count {
        boolean numberless = qualifier == Qualifier.UNCOUNTABLE || qualifier == Qualifier.NOT_KNOWN;
        if (value < -1 || value > MOST || numberless != (value == -1) && qualifier != Qualifier.OVERLAPPING) {
            throw new IllegalArgumentException(qualifier.word() + " " + value);
        }
    }

    /// Reads the field's way of writing a number, or nothing where it is none.
    public static Optional<Count> parse(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        return switch (text) {
            case "n/k", "nk", "not known", "unknown" -> Optional.of(NOT_KNOWN);
            case "uncountable", "multiple" -> Optional.of(new Count(Qualifier.UNCOUNTABLE, -1));
            case "overlapping" -> Optional.of(new Count(Qualifier.OVERLAPPING, -1));
            default -> number(text);
        };
    }

    private static Optional<Count> number(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int value = Integer.parseInt(form.group(2).replace(",", "").replace(" ", ""));
        return value > MOST ? Optional.empty() : Optional.of(new Count(qualifier(form.group(1)), value));
    }

    /// The smallest number that is true of what was reported; what was observed at all happened at least once.
    public int atLeast() {
        return switch (qualifier) {
            case EXACT, ABOUT, ALMOST, AT_LEAST -> value;
            case MORE_THAN -> value + 1;
            case OVERLAPPING -> Math.max(1, value);
            case AT_MOST -> Math.min(1, value);
            case UNCOUNTABLE, NOT_KNOWN -> 1;
        };
    }

    /// True where the number is not a plain "n".
    public boolean isQualified() {
        return qualifier != Qualifier.EXACT;
    }

    /// As the field writes it.
    public String text() {
        String number = value < 0 ? "" : String.format(Locale.ROOT, "%,d", value);
        return switch (qualifier) {
            case EXACT -> number;
            case UNCOUNTABLE -> "uncountable";
            case NOT_KNOWN -> "N/K";
            case OVERLAPPING -> value < 0 ? "overlapping" : "overlapping " + number;
            default -> qualifier.word().replace('-', ' ') + " " + number;
        };
    }

    private static Qualifier qualifier(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "" -> Qualifier.EXACT;
            case "almost" -> Qualifier.ALMOST;
            case "more than", "over" -> Qualifier.MORE_THAN;
            case "at least" -> Qualifier.AT_LEAST;
            case "at most", "up to" -> Qualifier.AT_MOST;
            case "overlapping" -> Qualifier.OVERLAPPING;
            default -> Qualifier.ABOUT;
        };
    }
}
