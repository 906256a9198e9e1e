package truceline.agreement.phrase;

/// The keys of a norm that say what its verb acts on, where, and how much. A verb needs some, takes
/// some, and refuses the rest.
public enum Slot {
    WHAT,
    WHOM,
    TO,
    WHERE,
    OUT_OF,
    INTO,
    AT_LEAST,
    AT_MOST
}
