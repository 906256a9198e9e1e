package truceline.agreement.compile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;
import truceline.agreement.phrase.Calibre;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Distance;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Height;
import truceline.agreement.phrase.Kind;
import truceline.agreement.phrase.Quantity;

/// Spans, distances, heights, calibres and quantities as phrases. Empty means that the text is no such
/// phrase.
final class Measures {
    static final String DURATION_FORM = "write a number, a space and min, h, days or months (72 h)";
    static final String DISTANCE_FORM = "write a number, a space and m, km, nm or ft (7.5 km)";
    static final String HEIGHT_FORM = "write '0 to 3000 m above ground' or 'below 5000 ft above sea'";
    static final String CALIBRE_FORM = "write 'at least 100 mm', 'under 100 mm' or '82 to 120 mm', in steps of 0.1 mm";
    static final String QUANTITY_FORM =
            "write [about, almost, more than, at least or at most] a number, a space and its unit (persons, %, % of list, a"
                    + " kind, bn USD), or no unit for a count";

    private static final BigDecimal LONGEST_MILLIMETRES = new BigDecimal("1E11");

    private Measures() {}

    static Optional<DurationPhrase> duration(String text) {
        PhraseWords words = new PhraseWords(text);
        Optional<DurationPhrase> duration = duration(words);
        return words.isDone() ? duration : Optional.empty();
    }

    /// Takes an amount and a unit of time.
    static Optional<DurationPhrase> duration(PhraseWords words) {
        OptionalInt amount = Numbers.whole(words.peek(0));
        if (amount.isEmpty() || amount.getAsInt() == 0 || amount.getAsInt() > 1_000_000) {
            return Optional.empty();
        }
        for (DurationPhrase.Unit unit : DurationPhrase.Unit.values()) {
            if (unit.isWritten(words.peek(1), amount.getAsInt())) {
                words.next();
                words.next();
                return Optional.of(new DurationPhrase(amount.getAsInt(), unit));
            }
        }
        return Optional.empty();
    }

    static Optional<Distance> distance(String text) {
        PhraseWords words = new PhraseWords(text);
        Optional<Distance> distance = distance(words);
        return words.isDone() ? distance.filter(given -> given.millimetres() > 0) : Optional.empty();
    }

    /// Takes an amount and a unit of length.
    static Optional<Distance> distance(PhraseWords words) {
        String amount = words.peek(0);
        String unit = words.peek(1);
        return millimetres(amount, unit).map(millimetres -> {
            words.next();
            words.next();
            return new Distance(millimetres, amount + " " + unit);
        });
    }

    private static Optional<Long> millimetres(String amount, String unit) {
        String factor = switch (unit) {
            case "m" -> "1000";
            case "km" -> "1000000";
            case "nm" -> "1852000";
            case "ft" -> "304.8";
            default -> "";
        };
        if (factor.isEmpty()) {
            return Optional.empty();
        }
        return Numbers.decimal(amount)
                .map(number -> number.multiply(new BigDecimal(factor)).setScale(0, RoundingMode.HALF_EVEN))
                .filter(number -> number.compareTo(LONGEST_MILLIMETRES) <= 0)
                .map(BigDecimal::longValueExact);
    }

    static Optional<Height> height(String text) {
        PhraseWords words = new PhraseWords(text);
        String from = words.take("below") ? "0" : words.next();
        boolean ranged = text.startsWith("below ") || words.take("to");
        String to = words.next();
        String unit = words.next();
        Optional<Long> low = millimetres(from, unit);
        Optional<Long> high = millimetres(to, unit);
        boolean above = words.take("above");
        Optional<Height.Above> datum = ClosedWords.find(Height.Above.class, words.next());
        if (!ranged || !above || !words.isDone() || low.isEmpty() || high.isEmpty() || datum.isEmpty()) {
            return Optional.empty();
        }
        boolean ascending = low.get() < high.get();
        return ascending ? Optional.of(new Height(low.get(), high.get(), datum.get(), text)) : Optional.empty();
    }

    static Optional<Calibre> calibre(String text) {
        PhraseWords words = new PhraseWords(text);
        boolean least = words.take("at", "least");
        boolean most = !least && words.take("at", "most");
        boolean under = !least && !most && words.take("under");
        boolean over = !least && !most && !under && words.take("over");
        OptionalInt first = tenths(words.next());
        boolean range = !least && !most && !under && !over && words.take("to");
        OptionalInt second = range ? tenths(words.next()) : first;
        if (first.isEmpty() || second.isEmpty() || !words.take("mm") || !words.isDone()) {
            return Optional.empty();
        }
        int from = under || most ? 0 : first.getAsInt() + (over ? 1 : 0);
        int below = least || over ? Calibre.NO_END : second.getAsInt() + (under ? 0 : 1);
        return from < below ? Optional.of(new Calibre(from, below, text)) : Optional.empty();
    }

    private static OptionalInt tenths(String amount) {
        Optional<BigDecimal> tenths = Numbers.decimal(amount)
                .map(number -> number.movePointRight(1).stripTrailingZeros())
                .filter(number -> number.scale() <= 0 && number.compareTo(BigDecimal.valueOf(100_000)) < 0);
        return tenths.isPresent() ? OptionalInt.of(tenths.get().intValueExact()) : OptionalInt.empty();
    }

    static Optional<Quantity> quantity(String text) {
        PhraseWords words = new PhraseWords(text);
        Quantity.Bound bound = bound(words);
        Optional<BigDecimal> number = Numbers.decimal(words.next())
                .map(given -> given.movePointRight(3).stripTrailingZeros())
                .filter(given -> given.scale() <= 0);
        Optional<String> unit = unit(words);
        String per = words.take("a") ? words.next() : null;
        boolean period = per == null || per.equals("day") || per.equals("month");
        if (number.isEmpty() || unit.isEmpty() || !period || !words.isDone()) {
            return Optional.empty();
        }
        long thousandths = number.get().longValueExact();
        boolean beyond = unit.get().startsWith("%") && thousandths > 100_000;
        return beyond ? Optional.empty() : Optional.of(new Quantity(bound, thousandths, unit.get(), per, text));
    }

    private static Quantity.Bound bound(PhraseWords words) {
        if (words.take("about")) {
            return Quantity.Bound.ABOUT;
        }
        if (words.take("almost")) {
            return Quantity.Bound.ALMOST;
        }
        if (words.take("more", "than")) {
            return Quantity.Bound.MORE_THAN;
        }
        if (words.take("at", "least")) {
            return Quantity.Bound.AT_LEAST;
        }
        return words.take("at", "most") ? Quantity.Bound.AT_MOST : Quantity.Bound.EXACTLY;
    }

    private static Optional<String> unit(PhraseWords words) {
        if (words.isDone() || words.peek(0).equals("a")) {
            return Optional.of("");
        }
        if (words.take("%", "of", "list")) {
            return Optional.of("% of list");
        }
        String unit = words.next();
        if (unit.equals("bn") || unit.equals("mn")) {
            return Optional.of(unit + " " + words.peek(0)).filter(money -> isCurrency(words.next()));
        }
        boolean known = unit.equals("%") || unit.equals("t") || unit.equals("kg") || isCurrency(unit);
        return Optional.of(unit)
                .filter(word -> known || ClosedWords.find(Kind.class, word).isPresent());
    }

    private static boolean isCurrency(String word) {
        return word.length() == 3 && word.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z');
    }
}
