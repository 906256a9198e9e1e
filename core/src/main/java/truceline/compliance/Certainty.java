package truceline.compliance;

/// Whether a provision's conditions hold for an incident. Indeterminate never becomes a breach.
public enum Certainty {
    NO,
    INDETERMINATE,
    YES;

    /// Both must hold: the weaker answer.
    public Certainty and(Certainty other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /// One is enough: the stronger answer.
    public Certainty or(Certainty other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
