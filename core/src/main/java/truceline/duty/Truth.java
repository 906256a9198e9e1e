package truceline.duty;

/// Whether a condition holds, as far as the record tells. Unknown is neither.
public enum Truth {
    HOLDS,
    DOES_NOT_HOLD,
    UNKNOWN;

    /// Both must hold.
    Truth and(Truth other) {
        if (this == DOES_NOT_HOLD || other == DOES_NOT_HOLD) {
            return DOES_NOT_HOLD;
        }
        return this == HOLDS && other == HOLDS ? HOLDS : UNKNOWN;
    }

    /// One of them must hold.
    Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    /// The contrary.
    Truth not() {
        return switch (this) {
            case HOLDS -> DOES_NOT_HOLD;
            case DOES_NOT_HOLD -> HOLDS;
            case UNKNOWN -> UNKNOWN;
        };
    }

    static Truth of(boolean holds) {
        return holds ? HOLDS : DOES_NOT_HOLD;
    }
}
