package truceline.demo;

import java.util.List;

/// Two accounts of one exchange of fire that the rule kept apart, and two volleys of one place that it took for one
/// incident: what the camera recorded, and what an analyst made of it.
final class SplitAndMerge {
    static final Point MERGED = Land.place("Leth Mill").moved(9_000, 1_500);
    static final Point SPLIT = Land.place("Leth Mill").moved(9_500, -4_300);

    private static final Point MERGED_TOO = MERGED.moved(1_300, 1_000);
    private static final long EXCHANGE = Moments.utc(8, 41);
    private static final long MORNING = Moments.utc(7, 32);
    private static final long NOON = Moments.utc(12, 17);

    private SplitAndMerge() {}

    /// The file of camera C-2 that tells of both.
    static Parcel parcel() {
        CsvLines lines = new CsvLines(SensorFiles.HEADING);
        row(lines, "1", EXCHANGE, MERGED, "burst", "about 20");
        row(lines, "2", EXCHANGE + 40_000, MERGED_TOO, "burst", "about 30");
        row(lines, "3", MORNING, SPLIT, "explosion", "2");
        row(lines, "4", NOON, SPLIT.moved(180, -90), "explosion", "3");
        return Parcel.of(
                Moments.utc(12, 40), "camera-c2", "observations-csv", "camera-c2-review.csv", lines.toString());
    }

    static List<Turn> turns() {
        return List.of(
                new Turn(Moments.utc(13, 5), SplitAndMerge::merge),
                new Turn(Moments.utc(13, 12), SplitAndMerge::split));
    }

    private static void merge(Desk desk) throws java.io.IOException {
        desk.say(
                "analyst-2",
                Said.of("merge")
                        .with(
                                "incidents",
                                List.of(desk.incident(MERGED, EXCHANGE), desk.incident(MERGED_TOO, EXCHANGE + 40_000)))
                        .with("reason", "One exchange of fire: the camera shows both ends of it, 40 seconds apart."));
    }

    private static void split(Desk desk) throws java.io.IOException {
        String incident = desk.incident(SPLIT, MORNING);
        desk.say(
                "analyst-2",
                Said.of("split")
                        .with("incident", incident)
                        .with("observations", desk.observationsAfter(incident, NOON - Moments.HOUR))
                        .with(
                                "reason",
                                "Four hours and three quarters lie between; the second volley came from the other side."));
    }

    private static void row(CsvLines lines, String id, long ms, Point at, String kind, String number) {
        lines.set("id", "camera-c2-review-" + id)
                .set("time", Moments.iso(ms))
                .set("time_to", Moments.iso(ms + 25_000))
                .set("longitude", at.lonText())
                .set("latitude", at.latText())
                .set("radius_m", "180")
                .set("kind", kind)
                .set("means", "recorded")
                .set("number", number)
                .set("description", "undetermined")
                .set("credibility", "2")
                .set("place", Land.near(at))
                .set("observer", "Camera C-2 east of Leth Mill")
                .end();
    }
}
