package truceline.agreement.phrase;

/// Whether a norm demands, forbids or permits.
public enum Modal {
    MUST,
    MUST_NOT,
    MAY
}
