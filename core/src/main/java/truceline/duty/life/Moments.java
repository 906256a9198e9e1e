package truceline.duty.life;

import java.time.Instant;

/// Moments and spans in words that are the same in every language. Stateless.
final class Moments {
    private Moments() {}

    /// `2026-03-01T22:00:00Z`
    static String utc(long atMs) {
        return Instant.ofEpochMilli(atMs).toString();
    }

    /// Thousandths as a decimal number without needless zeros.
    static String decimal(long thousandths) {
        return java.math.BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }
}
