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
