package truceline.observation;

import org.jspecify.annotations.Nullable;

/// The columns of evidence in the order of their names, which is the order in which an entry holds them.
public enum Field {
    ALTITUDE("altitude"),
    BASIS("basis", PlaceBasis.values()),
    CALIBRE("calibre"),
    COUNT("count"),
    CRAFT("craft", Type.TEXT),
    CREDIBILITY("credibility"),
    DESCRIPTION("description", Description.values()),
    FLIGHT_FROM("flightFrom"),
    FLIGHT_TO("flightTo"),
    FROM("from"),
    IDENTITY("id", Type.TEXT),
    KIND("kind", Kind.values()),
    LABELS("labels", Type.TEXT),
    LATITUDE("lat"),
    LINEAGE("lineage", Type.TEXT),
    LONGITUDE("lon"),
    MONITOR_PART("m", Type.TEXT),
    MEANS("means", Means.values()),
    PLACE("place", Type.TEXT),
    PRECISION("precision"),
    QUALIFIER("qualifier", Qualifier.values()),
    RESTRICTED_PART("r", Type.TEXT),
    RADIUS("radius"),
    REPORTED("reported"),
    ROW("row"),
    SIDE("side", Type.TEXT),
    TO("to"),
    WEAPON("weapon", Weapon.values());

    /// How a column is written: integers, words of a closed vocabulary, or free text.
    public enum Type {
        NUMBER,
        WORD,
        TEXT
    }

    private final String column;
    private final Type type;
    // Never written to after construction; an enum has no other way to hold a vocabulary without a copy per call.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Word @Nullable [] words;

    Field(String column) {
        this(column, Type.NUMBER);
    }

    Field(String column, Type type) {
        this.column = column;
        this.type = type;
        this.words = null;
    }

    Field(String column, Word[] words) {
        this.column = column;
        this.type = Type.WORD;
        this.words = words;
    }

    /// Name of the column in an entry.
    public String column() {
        return column;
    }

    public Type type() {
        return type;
    }

    /// The word with this number in the column's vocabulary.
    String word(long number) {
        Word[] vocabulary = vocabulary();
        return vocabulary[(int) number].word();
    }

    /// The number of a word, or -1.
    int number(String word) {
        Word[] vocabulary = vocabulary();
        for (int i = 0; i < vocabulary.length; i++) {
            if (vocabulary[i].word().equals(word)) {
                return i;
            }
        }
        return -1;
    }

    private Word[] vocabulary() {
        if (words == null) {
            throw new IllegalStateException(column + " holds no words");
        }
        return words;
    }
}
