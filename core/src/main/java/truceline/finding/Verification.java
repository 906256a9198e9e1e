package truceline.finding;

/// How sure it is that something happened. The exits beside the ladder are decisions too.
public enum Verification {
    /// Claimed, or only hinted at by a machine's cue.
    V0("V0"),
    /// Registered: in scope, and not a duplicate.
    V1("V1"),
    /// Corroborated by two independent accounts, or observed by the monitor itself.
    V2("V2"),
    /// Verified by two persons who considered alternatives.
    V3("V3"),
    /// Determined: the commission decided about it, or its time ran out.
    V4("V4"),
    REFUTED("refuted"),
    NOT_VERIFIABLE("not-verifiable");

    private final String word;

    Verification(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
