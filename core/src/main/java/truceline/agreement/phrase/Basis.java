package truceline.agreement.phrase;

/// On what an element of an agreement rests: signed words, our words of a text read, an actor's own
/// statement, a report, a deduction, a choice.
public enum Basis {
    TEXT,
    TEXT_PARAPHRASED,
    OFFICIAL,
    REPORTED,
    INFERRED,
    ASSUMED
}
