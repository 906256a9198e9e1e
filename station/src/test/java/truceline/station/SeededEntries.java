package truceline.station;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.finding.Act;
import truceline.finding.Person;
import truceline.finding.Statement;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.GeometryText;
import truceline.geo.Path;
import truceline.geo.Polygon;
import truceline.geo.Shape;
import truceline.json.JsonValue;
import truceline.mission.Documents;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.Lookup;
import truceline.mission.Mission;
import truceline.mission.PictureDigest;
import truceline.observation.Columns;
import truceline.observation.Count;
import truceline.observation.Draft;
import truceline.observation.Field;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.PlaceBasis;
import truceline.observation.Qualifier;

/// Entries of every sort after those of a founded station in Ondral, drawn from a seed: rows that join and rows that do
/// not, tracks and jumps, rejections, ticks, maps, persons, and whatever statements the fold allows at that moment.
final class SeededEntries {
    private static final Kind[] KINDS = {
        Kind.EXPLOSION, Kind.BURST, Kind.UAV_FLIGHT, Kind.MINE, Kind.THERMAL_ANOMALY, Kind.NONE_SEEN
    };
    private static final long START_MS = 1_936_600_000_000L;

    private final List<byte[]> entries = new ArrayList<>();
    private final Mission mission = new Mission();
    private final SplittableRandom random;
    private final List<String> persons = new ArrayList<>();
    private final Map<String, String> keys = new TreeMap<>();
    private final List<Long> submissions = new ArrayList<>();
    private long nowMs = START_MS;

    private SeededEntries(long seed) {
        random = new SplittableRandom(seed);
    }

    /// The entries, those of the founding included.
    static List<byte[]> after(List<byte[]> founding, int size, long seed) {
        SeededEntries seeded = new SeededEntries(seed);
        for (byte[] entry : founding) {
            seeded.mission.apply(seeded.mission.size(), entry);
            seeded.entries.add(entry);
        }
        seeded.people();
        while (seeded.entries.size() < size) {
            seeded.draw();
        }
        return seeded.entries;
    }

    private void people() {
        for (String[] each : new String[][] {
            {"analyst-a", "monitor", "", "one"},
            {"analyst-b", "monitor", "", "two"},
            {"analyst-c", "monitor", "", "three"},
            {"seat-va", "commission", "VA", "va"},
            {"seat-il", "commission", "IL", "il"},
            {"liaison-va", "", "VA", "liaison"}
        }) {
            persons.add(each[0]);
            keys.put(each[0], each[0] + "+0+" + text(44));
            put(new Entry.Enrolled(new Person(each[0], each[1], each[2], each[3], keys.get(each[0])), nowMs));
        }
    }

    private void draw() {
        nowMs += random.nextInt(1_800_000);
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> submit();
            case 3 ->
                put(new Entry.SourceEntered("source-" + random.nextInt(6), (char) ('A' + random.nextInt(6)), nowMs));
            case 4 -> reject();
            case 5 -> put(new Entry.Ticked(nowMs, nowMs - 1000, PictureDigest.of(mission.picture()), 1));
            case 6 -> control();
            case 11 -> put(new Entry.PolicyEntered("log " + text(9) + "\n", nowMs));
            case 12 -> revoke();
            case 7, 8, 9, 10 -> state(random.nextInt(12));
            default -> observe();
        }
    }

    private void submit() {
        String source = "source-" + random.nextInt(6);
        if (mission.findSource(source) < 0) {
            return;
        }
        submissions.add(mission.size());
        boolean isOpen = random.nextBoolean();
        put(new Entry.Submitted(
                text(32),
                source,
                isOpen ? "observations-csv" : "patrol-csv",
                1 + random.nextInt(2),
                isOpen ? 'P' : 'M',
                text(64),
                random.nextInt(100_000),
                isOpen ? null : text(44),
                random.nextInt(4) == 0 ? text(64) : null,
                nowMs,
                random.nextInt(3) == 0 ? new Entry.Signed("analyst-a", text(44), text(88)) : null));
    }

    /// The third analyst's key is lost now and then, each time with effect from an earlier moment.
    private void revoke() {
        Entry.Revoked revoked = new Entry.Revoked(
                "analyst-c",
                Objects.requireNonNull(keys.get("analyst-c")),
                nowMs - 3_600_000L * entries.size(),
                "lost",
                nowMs,
                List.of());
        if (mission.objection(revoked) == null) {
            put(revoked);
        }
    }

    private void reject() {
        if (!submissions.isEmpty()) {
            String code = random.nextBoolean() ? "longitude-out-of-range" : "time-missing";
            put(new Entry.Rejected(
                    submission(), List.of(new Entry.RejectedRow(random.nextInt(1, 99), "", code, text(22)))));
        }
    }

    private void control() {
        if (submissions.isEmpty()) {
            return;
        }
        int west = -288_000_000 + random.nextInt(10_000_000);
        int[] lon = {west, west + 3_000_000, west + 3_000_000, west};
        int[] lat = {-275_000_000, -275_000_000, -272_000_000, -275_000_000};
        Polygon area = new Polygon(new Path(lon, lat), List.of());
        byte[] bytes =
                GeometryText.write(new Geometry(List.of(new Feature(new TreeMap<>(), new Shape.Areas(List.of(area))))));
        Documents.parts("geometry", bytes).forEach(this::put);
        put(new Entry.ControlEntered(submission(), Documents.sha256(bytes), "2031-05-14"));
    }

    private long submission() {
        return submissions.get(random.nextInt(submissions.size()));
    }

    private void observe() {
        if (submissions.isEmpty()) {
            return;
        }
        Columns rows = new Columns(4);
        int count = 1 + random.nextInt(4);
        for (int row = 0; row < count; row++) {
            Draft draft = random.nextInt(5) == 0 ? ship() : seen();
            draft.row = row + 2L;
            int added = rows.add(draft);
            rows.set(Field.IDENTITY, added, text(22));
            if (random.nextInt(4) == 0) {
                rows.set(Field.LINEAGE, added, "lineage-" + random.nextInt(9));
            }
            if (random.nextInt(3) == 0) {
                rows.set(Field.MONITOR_PART, added, text(44));
            }
        }
        put(new Entry.Observed(submission(), rows));
    }

    private Draft seen() {
        Draft draft = draft();
        draft.kind = KINDS[random.nextInt(KINDS.length)];
        draft.means = random.nextInt(9) == 0 ? Means.CLAIM : random.nextBoolean() ? Means.SAW : Means.HEARD;
        draft.count = random.nextBoolean() ? Count.NOT_KNOWN : new Count(Qualifier.EXACT, random.nextInt(9));
        if (random.nextInt(8) != 0) {
            draft.basis = PlaceBasis.POINT;
            draft.lonE7 = -286_000_000 + random.nextInt(40) * 40_000;
            draft.latE7 = -271_000_000 + random.nextInt(4) * 40_000;
            draft.radiusMetres = random.nextInt(3000);
        }
        draft.place = random.nextInt(3) == 0 ? "Pellow Ford é \uD83D\uDE00" : null;
        return draft;
    }

    /// Now and then one jumps as no ship can.
    private Draft ship() {
        Draft draft = draft();
        draft.kind = Kind.VESSEL;
        draft.means = Means.AIS;
        draft.craft = "mmsi:24466000" + random.nextInt(4);
        draft.basis = PlaceBasis.POINT;
        draft.lonE7 = -286_000_000 + random.nextInt(8) * 1000 + (random.nextInt(9) == 0 ? 90_000_000 : 0);
        draft.latE7 = -271_500_000;
        return draft;
    }

    private Draft draft() {
        Draft draft = new Draft();
        draft.fromMs = nowMs - random.nextInt(36_000_000);
        draft.toMs = draft.fromMs + random.nextInt(2) * 60_000L;
        draft.precisionMs = 60_000;
        draft.reportedMs = nowMs;
        return draft;
    }

    private void state(int act) {
        Lookup lookup = Lookup.of(mission.picture());
        String incident = incident(lookup);
        String other = incident(lookup);
        if (incident == null || other == null) {
            return;
        }
        switch (act) {
            case 0, 1, 2 ->
                all(
                        Act.VERIFY,
                        "incident",
                        incident,
                        "outcome",
                        "verified",
                        "alternatives",
                        List.of("thunder"),
                        "reason",
                        "r");
            case 3 ->
                all(
                        Act.ASSESS,
                        "incident",
                        incident,
                        "party",
                        "VA",
                        "level",
                        "likely",
                        "alternatives",
                        List.of("x"),
                        "reason",
                        "r");
            case 4, 5 ->
                all(
                        Act.VOTE,
                        "incident",
                        incident,
                        "ballot",
                        "attribute",
                        "party",
                        random.nextBoolean() ? "VA" : "IL",
                        "text",
                        "t");
            case 6 -> {
                for (String verified : mission.picture().docket().files().keySet()) {
                    int number = lookup.incident(verified);
                    if (number >= 0) {
                        all(Act.PUBLISH, "incident", verified, "sha256", Documents.sha256(lookup.finding(verified)));
                    }
                }
            }
            case 7 -> one("analyst-a", Act.MERGE, "incidents", List.of(incident, other), "reason", "the same");
            case 8 -> split(lookup, incident);
            case 9 ->
                one(
                        "analyst-b",
                        Act.GRADE,
                        "source",
                        "source-1",
                        "grade",
                        "C",
                        "owner",
                        "party",
                        "party",
                        "IL",
                        "reason",
                        "r");
            case 10 -> all(Act.SET_DAY, "day", "D", "date", START_MS - random.nextInt(3) * 86_400_000L);
            default ->
                one("liaison-va", Act.REPLY, "incident", incident, "acknowledges", true, "language", "en", "text", "t");
        }
    }

    private void split(Lookup lookup, String incident) {
        int[] rows = lookup.incidents().rows(lookup.incident(incident));
        if (rows.length > 1) {
            String last = mission.picture().observations().address(rows[rows.length - 1]);
            one("analyst-a", Act.SPLIT, "incident", incident, "observations", List.of(last), "reason", "another");
        }
    }

    private @Nullable String incident(Lookup lookup) {
        int incidents = lookup.incidents().size();
        return incidents == 0 ? null : lookup.name(random.nextInt(incidents));
    }

    /// Everybody says it who may.
    private void all(Act act, Object... parts) {
        persons.forEach(person -> one(person, act, parts));
    }

    private void one(String by, Act act, Object... named) {
        TreeMap<String, JsonValue> parts = new TreeMap<>();
        for (int i = 0; i < named.length; i += 2) {
            parts.put((String) named[i], json(named[i + 1]));
        }
        Statement statement = new Statement(act, parts);
        String id = text(32);
        if (mission.objection(statement, by, id, nowMs) == null) {
            put(new Entry.Stated(id, by, statement, text(88), nowMs));
        }
    }

    private static JsonValue json(Object value) {
        return switch (value) {
            case String text -> new JsonValue.Str(text);
            case Boolean flag -> new JsonValue.Bool(flag);
            case Long number -> new JsonValue.Num(number);
            case List<?> list ->
                new JsonValue.Arr(list.stream().map(SeededEntries::json).toList());
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    private void put(Entry entry) {
        byte[] bytes = EntryText.write(entry);
        mission.apply(mission.size(), bytes);
        entries.add(bytes);
    }

    private String text(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes).substring(0, length);
    }
}
