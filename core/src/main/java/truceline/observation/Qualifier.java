package truceline.observation;

/// How a number is meant: "almost 550", "at least 1,450", "uncountable", or not known at all (N/K).
public enum Qualifier implements Word {
    EXACT("exact"),
    ABOUT("about"),
    ALMOST("almost"),
    MORE_THAN("more-than"),
    AT_LEAST("at-least"),
    AT_MOST("at-most"),
    OVERLAPPING("overlapping"),
    UNCOUNTABLE("uncountable"),
    NOT_KNOWN("not-known");

    private final String word;

    Qualifier(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
