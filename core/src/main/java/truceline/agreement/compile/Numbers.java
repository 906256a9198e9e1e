package truceline.agreement.compile;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/// Numbers of phrases: plain digits, no sign, no leading zero, at most nine digits before and six after
/// the point.
final class Numbers {
    private Numbers() {}

    static OptionalInt whole(String text) {
        if (!isDigits(text, 9) || text.length() > 1 && text.charAt(0) == '0') {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    static Optional<BigDecimal> decimal(String text) {
        int point = text.indexOf('.');
        String before = point < 0 ? text : text.substring(0, point);
        boolean fine = whole(before).isPresent() && (point < 0 || isDigits(text.substring(point + 1), 6));
        return fine ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    static boolean isDigits(String text, int most) {
        if (text.isEmpty() || text.length() > most) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
