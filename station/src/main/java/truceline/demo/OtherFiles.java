package truceline.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// What drones, a satellite and a reader of public channels hand in. Not thread-safe.
final class OtherFiles {
    private static final List<String> FIRMS = List.of(
            "latitude",
            "longitude",
            "bright_ti4",
            "scan",
            "track",
            "acq_date",
            "acq_time",
            "satellite",
            "instrument",
            "confidence",
            "version",
            "bright_ti5",
            "frp",
            "daynight");
    private static final long PASS = Moments.utc(14, 6);

    private final SplittableRandom random;
    private CsvLines lines = new CsvLines(SensorFiles.HEADING);
    private int id;

    private OtherFiles(SplittableRandom random) {
        this.random = random;
    }

    /// All of them.
    static List<Parcel> write(SplittableRandom random, Land land, List<Happening> happenings) {
        OtherFiles files = new OtherFiles(random);
        List<Parcel> parcels = new ArrayList<>();
        parcels.add(files.drone(land));
        parcels.add(files.satellite(happenings));
        parcels.add(files.channels());
        return List.copyOf(parcels);
    }

    /// One flight of the monitor's drone: weapons, trenches and a mine, and the jamming that ended it.
    private Parcel drone(Land land) {
        lines = new CsvLines(SensorFiles.HEADING);
        Point rest = Land.place("Tavsel").moved(-3_400, 5_200);
        uav(Moments.utc(9, 41), rest, "weapon", "2")
                .set("weapon", "artillery")
                .set("calibre_mm", "152")
                .end();
        uav(Moments.utc(9, 52), rest.moved(2_600, -1_900), "weapon", "1")
                .set("weapon", "tank")
                .end();
        uav(Moments.utc(10, 3), land.beside(24_000, 900), "trench", "1")
                .set("remark", "fresh earth, 60 m")
                .end();
        uav(Moments.utc(10, 9), land.beside(33_000, -1_100), "trench", "1")
                .set("remark", "widened since April")
                .end();
        uav(Moments.utc(10, 14), land.beside(29_000, 700), "mine", "at least 4").end();
        uav(DailyWork.JAMMED_FROM, Land.place("Nurrow").moved(-3_100, -1_300), "interference", "1")
                .set("time_to", Moments.iso(DailyWork.JAMMED_TO))
                .set("radius_m", "1500")
                .set("remark", "positioning lost for 11 minutes; flown home by hand")
                .end();
        return Parcel.of(Moments.utc(11, 5), "uav-u4", "observations-csv", "uav-u4.csv", lines.toString());
    }

    private CsvLines uav(long ms, Point at, String kind, String number) {
        return row("uav-u4", ms, at, kind, "uav", number)
                .set("credibility", "2")
                .set("radius_m", "80");
    }

    /// Heat points of one pass: some from fire, most from fields that are being burnt off.
    private Parcel satellite(List<Happening> happenings) {
        CsvLines points = new CsvLines(FIRMS);
        heat(points, GraveCase.IMPACT.moved(110, -60), "l");
        for (Happening happening : happenings) {
            boolean burns = happening.sort().isLoud() && happening.fromMs() < PASS && happening.number() % 4 == 0;
            if (burns) {
                heat(points, happening.at().moved(random.nextInt(-150, 151), random.nextInt(-150, 151)), "n");
            }
        }
        for (int i = 0; i < 5; i++) {
            heat(points, new Point(-28.97 + random.nextDouble() * 0.14, -27.33 + random.nextDouble() * 0.1), "n");
        }
        return Parcel.of(Moments.utc(16, 40), "satellite-pass", "firms-csv", "satellite-1406z.csv", points.toString());
    }

    private void heat(CsvLines points, Point at, String confidence) {
        points.set("latitude", at.latText())
                .set("longitude", at.lonText())
                .set("bright_ti4", String.format(Locale.ROOT, "%.2f", 305 + random.nextDouble() * 30))
                .set("scan", "0.39")
                .set("track", "0.36")
                .set("acq_date", Moments.utcDate(PASS))
                .set("acq_time", Moments.utcClock(PASS).replace(":", ""))
                .set("satellite", "N21")
                .set("instrument", "VIIRS")
                .set("confidence", confidence)
                .set("version", "2.0NRT")
                .set("bright_ti5", String.format(Locale.ROOT, "%.2f", 285 + random.nextDouble() * 10))
                .set("frp", String.format(Locale.ROOT, "%.2f", 0.4 + random.nextDouble() * 4))
                .set("daynight", "D")
                .end();
    }

    private Parcel channels() {
        lines = new CsvLines(SensorFiles.HEADING);
        row("open-channels", Moments.utc(13, 59), GraveCase.IMPACT, "shelling", "document", "N/K")
                .set("radius_m", "900")
                .set("credibility", "6")
                .set("lineage", "channel Ombrel Today, 13:59")
                .set("remark", "shelling near Pellow Ford, no picture")
                .end();
        return Parcel.of(Moments.utc(14, 2, 40), "open-channels", "observations-csv", "open-channels.csv", "" + lines);
    }

    private CsvLines row(String source, long ms, Point at, String kind, String means, String number) {
        id++;
        return lines.set("id", source + "-" + id)
                .set("time", Moments.iso(ms))
                .set("longitude", at.lonText())
                .set("latitude", at.latText())
                .set("kind", kind)
                .set("means", means)
                .set("number", number)
                .set("place", Land.near(at));
    }
}
