package truceline.observation;

/// How an observation was made (the field's column "means").
public enum Means implements Word {
    HEARD("heard"),
    SAW("saw"),
    RECORDED("recorded"),
    UAV("uav"),
    RADAR("radar"),
    ACOUSTIC("acoustic"),
    SATELLITE("satellite"),
    INSPECTION("inspection"),
    DOCUMENT("document"),
    AIS("ais"),
    ADS_B("ads-b"),
    /// A party says so: a row of its list. It is held beside what was observed and is never an observation.
    CLAIM("claim"),
    NOT_KNOWN("not-known");

    private final String word;

    Means(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
