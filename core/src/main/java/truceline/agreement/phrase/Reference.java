package truceline.agreement.phrase;

/// A resolved name, or one of the fixed words `each party`, `the other party`, `anyone`, `open`.
///
/// Wherever an agreement takes names, it holds a list of these: empty when the key is absent, a list
/// when the text gives a list (which means the union).
public record Reference(Sort sort, String name) {
    public static final Reference EACH_PARTY = new Reference(Sort.EACH_PARTY, "each party");
    public static final Reference OTHER_PARTY = new Reference(Sort.OTHER_PARTY, "the other party");
    public static final Reference ANYONE = new Reference(Sort.ANYONE, "anyone");
    public static final Reference OPEN = new Reference(Sort.OPEN, "open");

    /// Whether this stands for states, organisations, bodies or forces that can act.
    public boolean isActor() {
        return switch (sort) {
            case PARTY, OTHER, BODY, FORCE -> true;
            default -> false;
        };
    }

    public boolean isOpen() {
        return sort == Sort.OPEN;
    }

    public String text() {
        return name;
    }
}
