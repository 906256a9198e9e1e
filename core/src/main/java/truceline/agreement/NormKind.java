package truceline.agreement;

/// What a provision is to the machine.
public enum NormKind {
    /// Somebody must, must not or may.
    NORM,
    /// The same, as a row of reciprocal steps.
    STEP,
    /// The head of reciprocal steps.
    STEPS,
    /// Something that is triggered.
    GUARANTEE,
    /// Words that nobody computes.
    TEXT
}
