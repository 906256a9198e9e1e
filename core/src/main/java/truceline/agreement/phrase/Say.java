package truceline.agreement.phrase;

/// What an actor answered to a point of a proposal.
public enum Say {
    ACCEPT,
    ACCEPT_WITH_CHANGE,
    AMEND,
    REJECT,
    NO_ANSWER
}
