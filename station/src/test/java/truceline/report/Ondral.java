package truceline.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.compliance.Case;
import truceline.compliance.CaseFinder;
import truceline.compliance.Norm;
import truceline.compliance.Norms;
import truceline.compliance.WeaponClass;
import truceline.compliance.Zone;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.GeometryText;
import truceline.geo.LineIndex;
import truceline.geo.Path;
import truceline.geo.Polygon;
import truceline.geo.Shape;
import truceline.geo.Side;
import truceline.incident.GroupingRule;
import truceline.incident.Incidents;
import truceline.mission.Documents;
import truceline.mission.Entry;
import truceline.mission.Mission;
import truceline.mission.Picture;
import truceline.mission.RuleText;
import truceline.observation.Columns;
import truceline.observation.Count;
import truceline.observation.Description;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.PlaceBasis;
import truceline.observation.Weapon;

/// A mission in Ondral, an invented country in the open ocean: five days of seeded events around 14 May 2031, seven
/// sources, late rows, a place nobody knows, a place far away, and rows that could not be used.
final class Ondral {
    static final LocalDate DATE = LocalDate.of(2031, 5, 14);
    static final ZoneId ZONE = ZoneId.of("Etc/GMT+2");
    static final Footer FOOTER =
            new Footer("ondral.example/ledger", 18_204, "n1Wd2JvQ0bT8mS4kR6yX3hF5gC7aE9uL1oZ2pN4iK8M=");
    private static final String[] PLACES = {
        "Pellow Ford", "Leth Mill", "Quillby", "Nurrow", "Brisk Lock", "Emberhythe", "Harrowick", "Tavsel", "Saddery"
    };
    private static final double[][] AT = {
        {-27.41, -26.30},
        {-27.47, -26.42},
        {-27.62, -26.12},
        {-27.28, -26.24},
        {-27.44, -26.55},
        {-27.20, -26.30},
        {-27.66, -26.29},
        {-27.16, -26.52},
        {-27.13, -26.16}
    };

    private final Mission mission = new Mission();
    private final Map<String, Columns> waiting = new LinkedHashMap<>();
    private long index;
    private long row = 1;

    private Ondral() {}

    /// The whole sample.
    static Picture picture() {
        return new Ondral().build();
    }

    static DailyReport report(Picture picture, LocalDate date) {
        Incidents incidents = picture.incidents();
        return DailyReport.of(picture, frame(), incidents, cases(picture, incidents), date, FOOTER);
    }

    static List<Case> cases(Picture picture, Incidents incidents) {
        return CaseFinder.find(frame().norms(), picture.observations().columns(), incidents);
    }

    static Register register(Picture picture) {
        Incidents incidents = picture.incidents();
        return new Register(picture, incidents, cases(picture, incidents));
    }

    static Frame frame() {
        TreeMap<String, Shape.Areas> zones = new TreeMap<>();
        zones.put("Z3", area(-27.25, -26.36, -27.13, -26.36, -27.11, -26.46, -27.18, -26.49, -27.25, -26.45));
        return new Frame(
                "Ondral Ceasefire Agreement",
                "1.2.0",
                ZONE,
                List.of(new Frame.Party("VA", "Vathe"), new Frame.Party("IL", "Ilmoss")),
                List.of(new Frame.Line("contact", List.of(line()), 1, 0)),
                Regions.ofUnits(units(), "name"),
                zones,
                norms());
    }

    private static Norms norms() {
        long from = at(2031, 1, 1, 0, 0);
        WeaponClass mortars = new WeaponClass(List.of("mortars", "guns", "howitzers"), 1000, Integer.MAX_VALUE);
        Zone near = new Zone.Depth("buffer", LineIndex.of(List.of(line())), 4_000_000, Side.ON, 200_000);
        return new Norms(
                List.of(
                        new Norm("2.1", "fire", List.of(WeaponClass.ANY), new Zone.Everywhere(), from, Long.MAX_VALUE),
                        new Norm("4.2", "fire", List.of(mortars), near, from, Long.MAX_VALUE)),
                List.of(
                        new Norms.Silent("5.1", "its verb, withdraw, needs inventories"),
                        new Norms.Silent("7.3", "its zone has no map yet")));
    }

    static Path line() {
        return path(
                -27.58, -25.95, -27.55, -26.02, -27.57, -26.09, -27.54, -26.16, -27.47, -26.20, -27.44, -26.27, -27.43,
                -26.35, -27.40, -26.41, -27.35, -26.46, -27.33, -26.53, -27.30, -26.60);
    }

    static Geometry units() {
        return new Geometry(List.of(
                unit(
                        "Wester Hold",
                        area(-27.80, -26.00, -27.56, -26.00, -27.55, -26.25, -27.52, -26.40, -27.80, -26.42)),
                unit(
                        "Ombrel Centre",
                        area(-27.56, -26.00, -27.30, -26.00, -27.28, -26.45, -27.52, -26.40, -27.55, -26.25)),
                unit("Low Saddern", area(-27.30, -26.00, -27.02, -26.02, -27.04, -26.50, -27.28, -26.45)),
                unit(
                        "Gulf of Tane",
                        area(
                                -27.80, -26.42, -27.52, -26.40, -27.28, -26.45, -27.04, -26.50, -27.06, -26.70, -27.80,
                                -26.68))));
    }

    private static Feature unit(String name, Shape.Areas areas) {
        return new Feature(Map.of("name", name), areas);
    }

    private static Shape.Areas area(double... lonLat) {
        double[] closed = java.util.Arrays.copyOf(lonLat, lonLat.length + 2);
        closed[lonLat.length] = lonLat[0];
        closed[lonLat.length + 1] = lonLat[1];
        return new Shape.Areas(List.of(new Polygon(path(closed), List.of())));
    }

    static Path path(double... lonLat) {
        int[] lon = new int[lonLat.length / 2];
        int[] lat = new int[lon.length];
        for (int i = 0; i < lon.length; i++) {
            lon[i] = e7(lonLat[2 * i]);
            lat[i] = e7(lonLat[2 * i + 1]);
        }
        return new Path(lon, lat);
    }

    static int e7(double degrees) {
        return (int) Math.rint(degrees * 1e7);
    }

    /// Local time of the agreement.
    static long at(int year, int month, int day, int hour, int minute) {
        return LocalDateTime.of(year, month, day, hour, minute)
                .toInstant(ZoneOffset.ofHours(-2))
                .toEpochMilli();
    }

    private Picture build() {
        enter(RuleText.write(GroupingRule.FIRST));
        long start = at(2031, 5, 1, 9, 0);
        String[] grades = {
            "patrol-01 B", "patrol-02 B", "camera-07 B", "acoustic-3 C", "thermal-1 F", "press-digest F", "uav-west B"
        };
        for (String each : grades) {
            int last = each.length() - 1;
            enter(new Entry.SourceEntered(each.substring(0, last - 1), each.charAt(last), start));
        }
        for (int day = 10; day <= 16; day++) {
            day(day);
            if (day == 13) {
                control(at(2031, 5, 14, 5, 0));
            }
        }
        return mission.picture();
    }

    private void control(long receivedMs) {
        byte[] map = GeometryText.write(new Geometry(List.of(unit(
                "area",
                area(
                        -27.79, -26.01, -27.57, -26.01, -27.56, -26.10, -27.46, -26.21, -27.42, -26.40, -27.34, -26.50,
                        -27.33, -26.66, -27.79, -26.67)))));
        long submission = submit("uav-west", receivedMs);
        Documents.parts("geometry", map).forEach(this::enter);
        enter(new Entry.ControlEntered(submission, Documents.sha256(map), "2031-05-13"));
    }

    /// Events of a day, received the next morning; on the 14th also what only that day has.
    private void day(int day) {
        SplittableRandom random = new SplittableRandom(2031_05_00 + day);
        int events = switch (day) {
            case 14 -> 34;
            case 13 -> 46;
            case 16 -> 12;
            default -> 20 + random.nextInt(18);
        };
        for (int i = 0; i < events; i++) {
            fire(random, day);
        }
        if (day == 14) {
            special();
        }
        for (int i = 0; i < 9; i++) {
            Draft cue =
                    draft(Kind.THERMAL_ANOMALY, Means.SATELLITE, at(2031, 5, day, 1 + i, random.nextInt(60)), 60_000);
            place(cue, -27.7 + 0.6 * random.nextDouble(), -26.1 - 0.5 * random.nextDouble(), 375);
            put("thermal-1", cue);
        }
        long received = at(2031, 5, day + 1, 4, 0);
        flush(received);
        if (day == 14) {
            late(received + 60_000);
        }
    }

    private void fire(SplittableRandom random, int day) {
        int near = random.nextInt(PLACES.length);
        boolean known = random.nextInt(12) > 0;
        Kind kind = random.nextInt(3) == 0 ? Kind.BURST : random.nextInt(4) == 0 ? Kind.SHOT : Kind.EXPLOSION;
        long moment = at(2031, 5, day, random.nextInt(24), random.nextInt(60));
        Draft draft = draft(kind, random.nextBoolean() ? Means.HEARD : Means.SAW, moment, 60_000);
        if (known) {
            place(
                    draft,
                    AT[near][0] + 0.05 * (random.nextDouble() - 0.5),
                    AT[near][1] + 0.05 * (random.nextDouble() - 0.5),
                    new int[] {90, 180, 400, 1200, 2500}[random.nextInt(5)]);
            draft.place = PLACES[near];
        }
        draft.count = count(random);
        draft.description = Description.values()[random.nextInt(5)];
        draft.weapon = kind == Kind.EXPLOSION
                ? new Weapon[] {Weapon.NOT_KNOWN, Weapon.MORTAR, Weapon.ARTILLERY}[random.nextInt(3)]
                : Weapon.SMALL_ARMS;
        draft.calibreTenthMm = draft.weapon == Weapon.MORTAR ? 1200 : -1;
        String source = random.nextInt(3) == 0 ? "camera-07" : near % 2 == 0 ? "patrol-01" : "patrol-02";
        draft.means = source.startsWith("camera") ? Means.RECORDED : draft.means;
        put(source, draft);
        if (known && random.nextInt(4) == 0) {
            draft.means = Means.ACOUSTIC;
            draft.weapon = Weapon.NOT_KNOWN;
            draft.calibreTenthMm = -1;
            draft.fromMs += 120_000;
            draft.toMs = draft.fromMs;
            put("acoustic-3", draft);
        }
    }

    private static Count count(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> Count.parse("at least " + (2 + random.nextInt(9))).orElseThrow();
            case 1 -> Count.NOT_KNOWN;
            case 2 -> Count.parse("about 15").orElseThrow();
            default -> Count.parse("" + (1 + random.nextInt(8))).orElseThrow();
        };
    }

    /// What stands beside the seeded fire on the 14th.
    private void special() {
        Draft harm = draft(Kind.CASUALTY, Means.DOCUMENT, at(2031, 5, 14, 0, 0), 86_400_000);
        place(harm, -27.40, -26.29, 2000);
        harm.place = "Pellow Ford";
        harm.count = Count.parse("at least 2").orElseThrow();
        put("press-digest", harm);
        Draft denied = draft(Kind.MOVEMENT_RESTRICTED, Means.SAW, at(2031, 5, 14, 6, 10), 60_000);
        denied.toMs = at(2031, 5, 14, 12, 40);
        place(denied, -27.64, -26.30, 100);
        denied.place = "=HYPERLINK(\"x\")<b>Harrowick</b>";
        denied.remark = "class M words";
        denied.observer = "post W2";
        denied.observerLonE7 = e7(-27.6512345);
        denied.observerLatE7 = e7(-26.3112345);
        put("patrol-01", denied);
        Draft search = draft(Kind.NONE_SEEN, Means.INSPECTION, at(2031, 5, 14, 9, 0), 60_000);
        place(search, -27.2, -26.4, 500);
        put("patrol-02", search);
        Draft astray = draft(Kind.EXPLOSION, Means.HEARD, at(2031, 5, 14, 7, 0), 60_000);
        place(astray, 0, 0, 100);
        astray.count = Count.parse("3").orElseThrow();
        put("patrol-02", astray);
    }

    /// Rows that come after the morning's: one more account of an event of the 13th, a row of the future, rejected
    /// rows.
    private void late(long receivedMs) {
        Incidents incidents = mission.picture().incidents();
        Columns columns = mission.picture().observations().columns();
        for (int incident = 0; incident < incidents.size(); incident++) {
            int first = incidents.firstRow(incident);
            boolean onThe13th =
                    columns.fromMs(first) >= at(2031, 5, 13, 0, 0) && columns.fromMs(first) < at(2031, 5, 14, 0, 0);
            if (onThe13th && columns.isPlaced(first) && columns.kind(first) == Kind.EXPLOSION) {
                Draft more = draft(Kind.EXPLOSION, Means.UAV, columns.fromMs(first) + 180_000, 60_000);
                more.lonE7 = columns.lonE7(first) + 3000;
                more.latE7 = columns.latE7(first);
                more.radiusMetres = 50;
                more.basis = PlaceBasis.POINT;
                more.count = Count.parse("24").orElseThrow();
                put("uav-west", more);
                break;
            }
        }
        Draft future = draft(Kind.EXPLOSION, Means.HEARD, at(2031, 5, 16, 23, 0), 60_000);
        place(future, -27.30, -26.33, 400);
        put("uav-west", future);
        flush(receivedMs);
        long submission = submit("press-digest", receivedMs);
        enter(new Entry.Rejected(
                submission,
                List.of(
                        new Entry.RejectedRow(7, "longitude", "longitude-out-of-range", "a"),
                        new Entry.RejectedRow(9, "time", "time-malformed", "b"))));
    }

    private Draft draft(Kind kind, Means means, long fromMs, int precisionMs) {
        Draft draft = new Draft();
        draft.kind = kind;
        draft.means = means;
        draft.at(fromMs, precisionMs);
        draft.reportedMs = fromMs;
        return draft;
    }

    private static void place(Draft draft, double lon, double lat, int radiusMetres) {
        draft.lonE7 = e7(lon);
        draft.latE7 = e7(lat);
        draft.radiusMetres = radiusMetres;
        draft.basis = PlaceBasis.POINT;
    }

    private void put(String source, Draft draft) {
        draft.row = ++row;
        waiting.computeIfAbsent(source, _ -> new Columns(16)).add(draft);
    }

    private void flush(long receivedMs) {
        for (Map.Entry<String, Columns> each : new ArrayList<>(waiting.entrySet())) {
            long submission = submit(each.getKey(), receivedMs);
            enter(new Entry.Observed(submission, each.getValue()));
        }
        waiting.clear();
    }

    private long submit(String source, long receivedMs) {
        @Nullable String none = null;
        String blob = Documents.sha256(source.getBytes(StandardCharsets.UTF_8));
        return enter(
                new Entry.Submitted("s" + index, source, "patrol-csv", 1, 'P', blob, 1000, none, none, receivedMs));
    }

    private long enter(Entry entry) {
        mission.apply(index, entry);
        return index++;
    }
}
