package truceline.agreement.phrase;

/// A span of time as written: `15 min`, `72 h`, `14 days`, `3 months`.
///
/// Months have no fixed length; a calendar must add them. All other units have one, in milliseconds.
public record DurationPhrase(int amount, Unit unit) {
    /// Units, with their length in milliseconds (0: the calendar says).
    public enum Unit {
        MINUTE(60_000L, "min", "min"),
        HOUR(3_600_000L, "h", "h"),
        DAY(86_400_000L, "day", "days"),
        MONTH(0L, "month", "months");

        private final long millis;
        private final String one;
        private final String many;

        Unit(long millis, String one, String many) {
            this.millis = millis;
            this.one = one;
            this.many = many;
        }

        /// Whether `word` is this unit beside `amount`.
        public boolean isWritten(String word, int amount) {
            return word.equals(amount == 1 ? one : many);
        }

        /// The unit word for one.
        public String one() {
            return one;
        }
    }

    public boolean isMonths() {
        return unit == Unit.MONTH;
    }

    /// The length in milliseconds. Throws for months, which have none.
    public long millis() {
        if (isMonths()) {
            throw new IllegalStateException("months have no fixed length: " + text());
        }
        return amount * unit.millis;
    }

    public String text() {
        return amount + " " + (amount == 1 ? unit.one : unit.many);
    }
}
