package truceline.agreement.phrase;

/// What a public statement is.
public enum StatementKind {
    PLEDGE,
    CONDITION,
    DEMAND,
    WARNING,
    ASSESSMENT,
    CLAIM,
    REFUSAL
}
