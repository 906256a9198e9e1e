package truceline.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// The files of cameras and acoustic arrays, one for every four hours, in our own columns. Not thread-safe.
final class SensorFiles {
    /// The columns of a file in our own columns that the demonstration uses.
    static final List<String> HEADING = List.of(
            "id",
            "time",
            "time_to",
            "longitude",
            "latitude",
            "radius_m",
            "kind",
            "means",
            "number",
            "description",
            "weapon",
            "calibre_mm",
            "credibility",
            "lineage",
            "place",
            "observer",
            "observer_lon",
            "observer_lat",
            "remark");

    static final long WINDOW = 4 * Moments.HOUR;

    private final SplittableRandom random;
    private final Sensor sensor;
    private final List<Happening> happenings;
    private CsvLines lines = new CsvLines(HEADING);
    private int id;

    private SensorFiles(SplittableRandom random, Sensor sensor, List<Happening> happenings) {
        this.random = random;
        this.sensor = sensor;
        this.happenings = happenings;
    }

    /// All files of the day.
    static List<Parcel> write(SplittableRandom random, List<Happening> happenings) {
        List<Parcel> parcels = new ArrayList<>();
        for (Sensor sensor : Sensor.ALL) {
            SensorFiles files = new SensorFiles(random.split(), sensor, happenings);
            for (long from = Moments.utc(2, 0); from < Moments.utc(26, 0); from += WINDOW) {
                if (sensor.isHeard(from)) {
                    files.window(from, parcels);
                }
            }
        }
        return List.copyOf(parcels);
    }

    private void window(long from, List<Parcel> parcels) {
        lines = new CsvLines(HEADING);
        if (id == 0) {
            calm(from);
        }
        for (Happening happening : happenings) {
            for (Happening.Volley volley : happening.volleys()) {
                boolean within = volley.fromMs() >= from && volley.fromMs() < from + WINDOW;
                if (within && sensor.isHeard(volley.toMs()) && notices(happening)) {
                    volley(happening, volley);
                }
            }
        }
        if (!sensor.isCamera() && GraveCase.FROM >= from && GraveCase.FROM < from + WINDOW) {
            impulses();
        }
        if (lines.rows() > 0) {
            long sent = Math.min(from + WINDOW, sensor.silentFromMs()) + 3 * Moments.MINUTE;
            String name = sensor.source() + "-" + Moments.utcClock(from).replace(":", "") + "z.csv";
            parcels.add(Parcel.of(sent, sensor.source(), "observations-csv", name, lines.toString()));
        }
    }

    /// The first row of the day says that the sensor was watching and nothing was there.
    private void calm(long from) {
        row(from, from + 20 * Moments.MINUTE).set("kind", "none-seen").end();
    }

    private boolean notices(Happening happening) {
        double metres = sensor.at().metresTo(happening.at());
        boolean can = sensor.isCamera()
                ? metres <= Math.min(sensor.reachMetres(), happening.sort().seenMetres())
                : metres <= sensor.reachMetres() && happening.sort().isLoud();
        return can && random.nextInt(10) < (sensor.isCamera() ? 8 : 7);
    }

    private void volley(Happening happening, Happening.Volley volley) {
        Sort sort = happening.sort();
        boolean flies = sort == Sort.DRONE || sort == Sort.FLARE;
        Point seen = happening.at().moved(random.nextInt(-120, 121), random.nextInt(-120, 121));
        row(volley.fromMs(), volley.toMs())
                .set("longitude", seen.lonText())
                .set("latitude", seen.latText())
                .set("radius_m", Integer.toString((sensor.isCamera() ? 150 : 250) + random.nextInt(150)))
                .set("kind", sort.kind())
                .set("number", Numbers.seen(random, volley.count()))
                .set("description", flies ? "in-flight" : sensor.isCamera() ? "incoming" : "undetermined")
                .set("weapon", sensor.isCamera() ? sort.weapon() : "")
                .set("calibre_mm", sensor.isCamera() ? sort.calibreMm() : "")
                .set("lineage", lineage(volley.fromMs()))
                .set("place", Land.near(seen))
                .end();
    }

    /// What the arrays heard of the grave incident.
    private void impulses() {
        row(GraveCase.FROM, GraveCase.TO)
                .set("longitude", GraveCase.IMPACT.lonText())
                .set("latitude", GraveCase.IMPACT.latText())
                .set("radius_m", "400")
                .set("kind", "explosion")
                .set("number", "6")
                .set("description", "incoming")
                .set("weapon", "artillery")
                .set("lineage", lineage(GraveCase.FROM))
                .set("place", GraveCase.PLACE)
                .set("remark", "6 impulses in 41 s")
                .end();
    }

    private CsvLines row(long fromMs, long toMs) {
        id++;
        return lines.set("id", String.format(Locale.ROOT, "%s-%03d", sensor.source(), id))
                .set("time", Moments.iso(fromMs))
                .set("time_to", Moments.iso(toMs))
                .set("means", sensor.isCamera() ? "recorded" : "acoustic")
                .set("credibility", "2")
                .set("observer", sensor.position())
                .set("observer_lon", sensor.at().lonText())
                .set("observer_lat", sensor.at().latText());
    }

    /// Two arrays of one maker with one firmware are one account.
    private String lineage(long ms) {
        return sensor.isCamera() ? "" : "acoustic net " + Moments.iso(ms);
    }
}
