package truceline.intake;

/// What the asker handed over cannot be taken at all: a code and one sentence that says what to do.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public Refusal(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /// Stable kebab word, such as {@code wrong-header}.
    public String code() {
        return code;
    }
}
