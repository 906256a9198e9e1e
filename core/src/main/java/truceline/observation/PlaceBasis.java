package truceline.observation;

/// Where a place came from; {@code none} where the row has no place that can be drawn.
public enum PlaceBasis implements Word {
    NONE("none"),
    POINT("point"),
    SECTORS("sectors"),
    AREA("area"),
    NAME("name");

    private final String word;

    PlaceBasis(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
