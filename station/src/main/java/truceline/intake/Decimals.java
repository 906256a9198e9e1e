package truceline.intake;

/// Plain decimal numbers in a range of bytes: an optional sign, digits, at most one dot. Exponents, hexadecimal,
/// `NaN`, `Inf` and blanks are malformed. Stateless.
final class Decimals {
    /// The answer for text that is no plain decimal.
    static final long MALFORMED = Long.MIN_VALUE;

    /// Larger sizes come back as this, which no field takes.
    static final long HUGE = 1_000_000_000_000_000L;

    private Decimals() {}

    /// The number times 10 to the power of `decimals`, rounded half to even on the text itself.
    static long parse(byte[] bytes, int from, int to, int decimals) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (negative || at < to && bytes[at] == '+') {
            at++;
        }
        long value = 0;
        int digits = 0;
        int afterDot = -1;
        int first = 0;
        boolean rest = false;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits++;
                if (afterDot < decimals) {
                    value = Math.min(value * 10 + digit, HUGE);
                } else if (afterDot == decimals) {
                    first = digit;
                } else {
                    rest |= digit != 0;
                }
                afterDot += afterDot < 0 ? 0 : 1;
            } else if (bytes[at] == '.' && afterDot < 0) {
                afterDot = 0;
            } else {
                return MALFORMED;
            }
        }
        if (digits == 0) {
            return MALFORMED;
        }
        for (int i = Math.max(afterDot, 0); i < decimals; i++) {
            value = Math.min(value * 10, HUGE);
        }
        boolean up = first > 5 || first == 5 && (rest || (value & 1) == 1);
        long size = up ? value + 1 : value;
        return negative ? -size : size;
    }
}
