package truceline.agreement.phrase;

/// What a name in an agreement names.
public enum Sort {
    PARTY,
    OTHER,
    BODY,
    FORCE,
    HUB,
    DAY,
    LINE,
    PLACE,
    ZONE,
    CLASS,
    FACT,
    PROVISION,
    PROPOSAL,
    STATEMENT,
    CLAIM,
    /// One of the closed list of {@link Kind}.
    KIND,
    /// The words `each party`: one norm for every party.
    EACH_PARTY,
    /// The words `the other party`, in an agreement of two parties.
    OTHER_PARTY,
    /// The word `anyone`.
    ANYONE,
    /// The word `open`: the drafters have not said.
    OPEN
}
