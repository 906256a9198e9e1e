package truceline.agreement.phrase;

/// How grave a breach is, in ascending order.
public enum Level {
    TECHNICAL,
    MINOR,
    SERIOUS,
    GRAVE
}
