package truceline.demo;

import java.util.List;

/// An incident four days earlier: verified, voted on without a quorum for any answer, lapsed after 72 hours, and
/// published on the morning of the day without attribution.
final class EarlierCase {
    /// When the station was founded and this case began, 10 May 2031.
    static final long FOUNDED = Moments.utc(-96 + 5, 0);

    private static final Point AT = Land.PELLOW_FORD.moved(2_900, 3_100);
    private static final long FROM = Moments.utc(-96 + 11, 20);

    private EarlierCase() {}

    static List<Parcel> parcels() {
        return List.of(
                parcel("camera-c1", "recorded", "Camera C-1 at Pellow Ford", 40),
                parcel("acoustic-s17", "acoustic", "Array S-17 north of Pellow Ford", 55));
    }

    static List<Turn> turns() {
        return List.of(
                Turn.of(at(13, 0), "analyst-1", grade("camera-c1")),
                Turn.of(at(13, 1), "analyst-1", grade("acoustic-s17")),
                new Turn(at(16, 0), desk -> desk.say("analyst-1", verify(desk))),
                new Turn(at(16, 30), desk -> desk.say("patrol-lead-7", verify(desk))),
                new Turn(
                        at(34, 0),
                        desk -> desk.say(
                                "seat-va",
                                blame(desk, "IL", "The rounds came over the line from the side that Ilmoss holds."))),
                new Turn(
                        at(34, 40),
                        desk -> desk.say(
                                "seat-il",
                                blame(desk, "VA", "The rounds came over the line from the side that Vathe holds."))),
                new Turn(at(36, 0), desk -> desk.say("seat-co", abstain(desk))),
                new Turn(Moments.utc(7, 0), desk -> desk.say("analyst-1", publish(desk))),
                new Turn(Moments.utc(7, 20), desk -> desk.say("patrol-lead-7", publish(desk))));
    }

    private static long at(int hour, int minute) {
        return Moments.utc(-96 + hour, minute);
    }

    private static Parcel parcel(String source, String means, String position, int seconds) {
        CsvLines lines = new CsvLines(SensorFiles.HEADING);
        lines.set("id", source + "-0510-1")
                .set("time", Moments.iso(FROM))
                .set("time_to", Moments.iso(FROM + seconds * 1000L))
                .set("longitude", AT.lonText())
                .set("latitude", AT.latText())
                .set("radius_m", "250")
                .set("kind", "explosion")
                .set("means", means)
                .set("number", "3")
                .set("description", "undetermined")
                .set("weapon", "mortar")
                .set("calibre_mm", "120")
                .set("credibility", "2")
                .set("place", Land.near(AT))
                .set("observer", position)
                .end();
        return Parcel.of(at(12, seconds), source, "observations-csv", source + "-10-may.csv", lines.toString());
    }

    private static Said grade(String source) {
        return Said.of("grade")
                .with("source", source)
                .with("grade", "A")
                .with("owner", "monitor")
                .with("reason", "a sensor of the Mission, tested in April");
    }

    private static Said about(Desk desk, String act) {
        return Said.of(act).with("incident", desk.incident(AT, FROM));
    }

    private static Said verify(Desk desk) {
        return about(desk, "verify")
                .with("outcome", "verified")
                .with("alternatives", List.of("A mine that went off: three explosions in a row speak against it."))
                .with("reason", "Recorded by the camera and heard by the array in the same second.");
    }

    private static Said blame(Desk desk, String party, String why) {
        return about(desk, "vote")
                .with("ballot", "attribute")
                .with("party", party)
                .with("text", why);
    }

    private static Said abstain(Desk desk) {
        return about(desk, "vote")
                .with("ballot", "abstain")
                .with("text", "Nothing in the file tells from where it came.");
    }

    private static Said publish(Desk desk) {
        return about(desk, "publish").with("sha256", desk.digest(desk.incident(AT, FROM)));
    }
}
