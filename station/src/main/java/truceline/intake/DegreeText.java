package truceline.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Decimal degrees as text, to 1e-7 degree exactly (HALF_EVEN), never through a double. Stateless.
public final class DegreeText {
    /// The answer for a number too large to be a degree of any kind, or for text that is no number.
    public static final long OUT_OF_RANGE = Long.MAX_VALUE;

    private static final int DECIMALS = 7;
    private static final int MOST_INTEGER_DIGITS = 4;

    private DegreeText() {}

    /// Units of 1e-7 degree; the caller checks the range of its own axis.
    public static long e7(String text) {
        BigDecimal degrees;
        try {
            degrees = new BigDecimal(text);
        } catch (NumberFormatException _) {
            return OUT_OF_RANGE;
        }
        if (degrees.signum() == 0) {
            return 0;
        }
        // Checked before rescaling, which would write out every zero of 1e999999999.
        long integerDigits = (long) degrees.precision() - degrees.scale();
        if (integerDigits > MOST_INTEGER_DIGITS) {
            return OUT_OF_RANGE;
        }
        if (integerDigits < -DECIMALS) {
            return 0;
        }
        return degrees.setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    /// Decimal degrees of units of 1e-7 degree, exactly and without needless zeros.
    public static String degrees(int e7) {
        return BigDecimal.valueOf(e7, DECIMALS).stripTrailingZeros().toPlainString();
    }
}
