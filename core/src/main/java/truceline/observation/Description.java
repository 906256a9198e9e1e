package truceline.observation;

/// What is known of direction and cause (the field's column "description"); {@code not-stated} where the row says
/// nothing.
public enum Description implements Word {
    NOT_STATED("not-stated"),
    OUTGOING("outgoing"),
    INCOMING("incoming"),
    UNDETERMINED("undetermined"),
    IN_FLIGHT("in-flight"),
    AIRBURST("airburst"),
    LIVE_FIRE_EXERCISE("live-fire-exercise"),
    CONTROLLED_DETONATION("controlled-detonation");

    private final String word;

    Description(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
