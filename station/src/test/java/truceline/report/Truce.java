package truceline.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.NodeText;
import truceline.finding.Act;
import truceline.finding.Person;
import truceline.finding.Statement;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.GeometryText;
import truceline.geo.Shape;
import truceline.incident.GroupingRule;
import truceline.incident.TrackRule;
import truceline.intake.AgreementReader;
import truceline.json.JsonValue;
import truceline.mission.Documents;
import truceline.mission.Entry;
import truceline.mission.Lookup;
import truceline.mission.Mission;
import truceline.mission.Picture;
import truceline.mission.RuleText;
import truceline.observation.Columns;
import truceline.observation.Count;
import truceline.observation.Description;
import truceline.observation.Draft;
import truceline.observation.Field;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.PlaceBasis;
import truceline.observation.Weapon;

/// A day of floor work in Ondral: one grave event that is verified, voted on with a dissent and published, a refused
/// patrol, watched stretches, claims of both parties, a ship in a closed zone. Either party may stand first.
final class Truce {
    static final String CANARY = "class M words";
    static final String NOTE = "Q2FuYXJ5Q2FuYXJ5Q2FuYXJ5Q2FuYXJ5Q2FuYXJ5Q2E=";
    private static final long HOUR = 3_600_000;
    private static final long DAY = Ondral.at(2031, 5, 14, 0, 0);

    private final String first;
    private final String second;
    private final Mission mission = new Mission();
    private long index;
    private long row = 1;
    private long nowMs = DAY - 13 * 24 * HOUR;
    private String grave = "";

    private Truce(String first, String second) {
        this.first = first;
        this.second = second;
    }

    /// The whole day; the incident that was decided is {@link #grave}.
    static Truce day() {
        return day("VA", "IL");
    }

    /// The same with the parties in that order, and everything that each did done by the other where they are swapped.
    static Truce day(String first, String second) {
        Truce truce = new Truce(first, second);
        truce.found("2031-05-01 00:00");
        truce.enrol();
        truce.observe();
        truce.decide();
        truce.floor();
        return truce;
    }

    /// An agreement whose first day nobody has set, and one report.
    static Truce withoutDay() {
        Truce truce = new Truce("VA", "IL");
        truce.found("open");
        truce.submit("patrol-1", truce.shell("patrol-1", Means.HEARD, null));
        return truce;
    }

    /// An agreement in force, and nothing reported.
    static Truce silent() {
        Truce truce = new Truce("VA", "IL");
        truce.found("2031-05-01 00:00");
        return truce;
    }

    Picture picture() {
        return mission.picture();
    }

    String grave() {
        return grave;
    }

    static String name(String code) {
        return code.equals("VA") ? "Vathe" : "Ilmoss";
    }

    private void found(String day) {
        enter(RuleText.write(GroupingRule.FIRST));
        enter(RuleText.write(TrackRule.FIRST));
        String yaml = """
                agreement: 1
                id: ondral-truce
                title: {en: "Ondral Monitoring Mission (invented)"}
                status: agreed
                version: 1.0.0
                languages: {authentic: [en]}
                time-zone: Etc/GMT+2
                runs: {from: D}
                basis: assumed
                source: invented
                sources:
                  invented: {date: 2031-05-01, at: "made up for this test"}
                parties: {FIRST: FNAME, SECOND: SNAME}
                others: {CC: Cenland, DD: Denland}
                bodies:
                  monitor: {may: [observe, inspect, verify, attest, task]}
                  commission: {seats: [FIRST, SECOND, CC, DD], decides: 3 of 4, within: 72 h,
                               else: publish without attribution, may: [attribute, settle-reading, set-day]}
                days:
                  D: {is: start of the truce, date: START, set-by: commission}
                lines:
                  contact: {map: line.geojson, accuracy: 200 m, left: SECOND, right: FIRST}
                zones:
                  buffer: {within: 7.5 km, of: contact}
                classes:
                  ships: {kinds: [vessels]}
                provisions:
                  1: {text: {en: "All fire stops within 7.5 km of the line."}, who: each party, must-not: fire, where: buffer}
                  2: {text: {en: "No ship enters the closed water."}, who: anyone, must-not: enter, what: ships, where: buffer}
                """.replace("FIRST", first)
                .replace("SECOND", second)
                .replace("FNAME", name(first))
                .replace("SNAME", name(second))
                .replace("START", day);
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        AgreementReader.Reading reading = AgreementReader.read(bytes);
        if (reading.compilation().agreement() == null) {
            throw new IllegalStateException(
                    reading.compilation().faults().getFirst().message());
        }
        byte[] text = NodeText.toJson(Objects.requireNonNull(reading.root())).toBytes();
        Documents.parts("agreement", text).forEach(this::enter);
        SortedMap<String, Entry.MapUse> maps = new TreeMap<>();
        maps.put(
                "contact",
                use(new Geometry(List.of(new Feature(java.util.Map.of(), new Shape.Lines(List.of(Ondral.line())))))));
        Entry.MapUse units = use(Ondral.units());
        enter(new Entry.AgreementEntered(Documents.sha256(text), Documents.sha256(bytes), maps, units, nowMs));
        for (String source :
                List.of("patrol-1 B", "camera-7 B", "post-of-first D", "list-first F", "list-second F", "ais F")) {
            int last = source.length() - 1;
            enter(new Entry.SourceEntered(source.substring(0, last - 1), source.charAt(last), nowMs));
        }
    }

    private Entry.MapUse use(Geometry geometry) {
        byte[] text = GeometryText.write(geometry);
        Documents.parts("geometry", text).forEach(this::enter);
        return new Entry.MapUse(Documents.sha256(text), "00");
    }

    private void enrol() {
        person("analyst-1", "monitor", "", "analysis");
        person("patrols-2", "monitor", "", "patrols");
        for (String seat : List.of(first, second, "CC", "DD")) {
            person(post("seat-", seat), "commission", seat, post("delegation-", seat));
        }
        person(post("liaison-", second), "", second, post("liaison-", second));
        state("analyst-1", Act.GRADE, "source", "patrol-1", "grade", "B", "owner", "monitor", "reason", "our own");
        state(
                "analyst-1",
                Act.GRADE,
                "source",
                "post-of-first",
                "grade",
                "D",
                "owner",
                "party",
                "party",
                first,
                "reason",
                "its own post");
    }

    private static String post(String what, String code) {
        return what + code.toLowerCase(Locale.ROOT);
    }

    private void person(String id, String body, String seat, String section) {
        enter(new Entry.Enrolled(new Person(id, body, seat, section, id + "+00000000+AAAA" + id), nowMs));
    }

    private Draft shell(String source, Means means, @Nullable String lineage) {
        Draft draft = draft(Kind.EXPLOSION, means, DAY + 12 * HOUR + 58 * 60_000 + 12_000, 2000);
        place(draft, -27.41, -26.30, source.startsWith("patrol") ? 350 : 900);
        draft.place = "Pellow Ford";
        draft.count = Count.parse("6").orElseThrow();
        draft.description = Description.values()[1];
        draft.weapon = Weapon.MORTAR;
        draft.lineage = lineage;
        draft.latE7 += source.startsWith("patrol") ? 0 : 21_000;
        draft.fromMs += means == Means.DOCUMENT ? 240_000 : 0;
        draft.toMs = draft.fromMs;
        draft.remark = CANARY;
        draft.observer = "post W2";
        draft.observerLonE7 = Ondral.e7(-27.6512345);
        draft.observerLatE7 = Ondral.e7(-26.3112345);
        return draft;
    }

    private void observe() {
        nowMs = DAY + 14 * HOUR;
        grave = submit("patrol-1", shell("patrol-1", Means.HEARD, null)) + "/0";
        submit("camera-7", shell("camera-7", Means.RECORDED, "clip-1"));
        submit("camera-7", shell("camera-7", Means.DOCUMENT, "clip-1"));
        submit("post-of-first", shell("post-of-first", Means.SAW, null));
        Draft burst = draft(Kind.BURST, Means.HEARD, DAY + 3 * HOUR, 60_000);
        place(burst, -27.45, -26.22, 600);
        burst.count = Count.parse("at least 3").orElseThrow();
        submit("patrol-1", burst);
        Draft ship = draft(Kind.VESSEL, Means.AIS, DAY + 9 * HOUR, 1000);
        place(ship, -27.34, -26.50, 10);
        ship.craft = "mmsi:111111111";
        submit("ais", ship);
        claim("list-first", second, DAY + 13 * HOUR, -27.41, -26.30);
        claim("list-first", second, DAY + 2 * HOUR, -27.57, -26.02);
        claim("list-second", first, DAY + 5 * HOUR, -27.33, -26.50);
    }

    private void claim(String list, String accused, long atMs, double lon, double lat) {
        Draft claim = draft(Kind.EXPLOSION, Means.CLAIM, atMs, 60_000);
        place(claim, lon, lat, 500);
        claim.claimedSide = accused;
        claim.count = Count.parse("2").orElseThrow();
        submit(list, claim);
    }

    private void decide() {
        nowMs = DAY + 16 * HOUR;
        for (String post : List.of("analyst-1", "patrols-2")) {
            state(
                    post,
                    Act.VERIFY,
                    "incident",
                    grave,
                    "outcome",
                    "verified",
                    "alternatives",
                    List.of("A demolition: no notice was filed.", "A gas explosion: six craters were found."),
                    "reason",
                    "Fresh craters; the count matches the recording.");
        }
        vote(first, "attribute", "Two azimuths point to one battery.");
        vote("CC", "attribute", "The recording and the craters agree.");
        vote("DD", "attribute", "The direction is clear enough.");
        vote(second, "do-not-attribute", "No launch point was visited. A direction is not a battery.");
        state(
                post("liaison-", second),
                Act.REPLY,
                "incident",
                grave,
                "acknowledges",
                false,
                "language",
                "en",
                "text",
                "No unit of ours fired on that day. We ask for a visit of the place.");
        nowMs = DAY + 20 * HOUR;
        state(
                "analyst-1",
                Act.HARM,
                "incident",
                grave,
                "dead",
                0L,
                "injured",
                2L,
                "qualifier",
                "at-least",
                "objects",
                "one house",
                "status",
                "corroborated",
                "note",
                NOTE);
        String sha256 = Documents.sha256(Lookup.of(mission.picture()).finding(grave));
        state("analyst-1", Act.PUBLISH, "incident", grave, "sha256", sha256);
        state("patrols-2", Act.PUBLISH, "incident", grave, "sha256", sha256);
    }

    private void vote(String seat, String ballot, String text) {
        if (ballot.equals("attribute")) {
            state(post("seat-", seat), Act.VOTE, "incident", grave, "ballot", ballot, "party", second, "text", text);
        } else {
            state(post("seat-", seat), Act.VOTE, "incident", grave, "ballot", ballot, "text", text);
        }
    }

    private void floor() {
        state(
                "patrols-2",
                Act.WATCH,
                "source",
                "patrol-1",
                "line",
                "contact",
                "means",
                "patrol",
                "spans",
                new long[][] {
                    {0, 0, DAY, DAY + 8 * HOUR}, {3, -1, DAY, DAY + 24 * HOUR}, {4, 1, DAY + 10 * HOUR, DAY + 20 * HOUR}
                });
        state(
                "patrols-2",
                Act.WATCH,
                "source",
                "camera-7",
                "line",
                "contact",
                "means",
                "camera",
                "spans",
                new long[][] {{4, 0, DAY, DAY + 24 * HOUR}, {1, 1, DAY, DAY + 12 * HOUR}});
        state("patrols-2", Act.HEARTBEAT, "source", "camera-7", "at", DAY + 2 * HOUR, "next", DAY + 3 * HOUR);
        state("patrols-2", Act.HEARTBEAT, "source", "camera-7", "at", DAY + 7 * HOUR, "next", DAY + 48 * HOUR);
        state(
                "patrols-2",
                Act.RESTRICTION,
                "id",
                "R-1",
                "kind",
                "denial",
                "from",
                DAY + 15 * HOUR,
                "until",
                DAY + 21 * HOUR,
                "area",
                "Sector W2",
                "by",
                "two armed men at a checkpoint",
                "reason",
                "orders from superiors",
                "outcome",
                "the patrol went back",
                "announced",
                false,
                "party",
                second,
                "incident",
                grave,
                "line",
                "contact",
                "spans",
                new long[][] {{3, 1, DAY + 15 * HOUR, DAY + 21 * HOUR}},
                "note",
                NOTE);
        state(
                "patrols-2",
                Act.RESTRICTION,
                "id",
                "R-2",
                "kind",
                "jamming",
                "from",
                DAY + 10 * HOUR,
                "until",
                DAY + 10 * HOUR + 11 * 60_000,
                "area",
                "near Nurrow",
                "by",
                "not known",
                "reason",
                "none given",
                "outcome",
                "the drone lost its signal and came back",
                "announced",
                false);
        state(
                "patrols-2",
                Act.REPAIR_WINDOW,
                "id",
                "W-1",
                "what",
                "power line",
                "area",
                "Brisk Lock",
                "from",
                DAY + 8 * HOUR,
                "until",
                DAY + 12 * HOUR,
                "status",
                "kept");
        state(
                "patrols-2",
                Act.CALL,
                "started",
                DAY + 13 * HOUR,
                "from",
                "monitor",
                "to",
                first,
                "outcome",
                "answered",
                "about",
                "the explosions near Pellow Ford",
                "note",
                NOTE);
        state(
                "patrols-2",
                Act.CALL,
                "started",
                DAY + 13 * HOUR + 300_000,
                "from",
                "monitor",
                "to",
                second,
                "outcome",
                "not-answered",
                "about",
                "the explosions near Pellow Ford");
        nowMs = DAY + 30 * HOUR;
        Draft late = draft(Kind.NONE_SEEN, Means.INSPECTION, DAY + 26 * HOUR, 60_000);
        submit("patrol-1", late);
    }

    private static Draft draft(Kind kind, Means means, long fromMs, int precisionMs) {
        Draft draft = new Draft();
        draft.kind = kind;
        draft.means = means;
        draft.at(fromMs, precisionMs);
        draft.reportedMs = fromMs;
        return draft;
    }

    private static void place(Draft draft, double lon, double lat, int radiusMetres) {
        draft.lonE7 = Ondral.e7(lon);
        draft.latE7 = Ondral.e7(lat);
        draft.radiusMetres = radiusMetres;
        draft.basis = PlaceBasis.POINT;
    }

    /// Index of the entry that holds the row.
    private long submit(String source, Draft draft) {
        draft.row = ++row;
        Columns columns = new Columns(1);
        columns.add(draft);
        columns.set(Field.LINEAGE, 0, draft.lineage);
        String blob = Documents.sha256(source.getBytes(StandardCharsets.UTF_8));
        long submission =
                enter(new Entry.Submitted("s" + index, source, "patrol-csv", 1, 'P', blob, 1000, null, null, nowMs));
        return enter(new Entry.Observed(submission, columns));
    }

    private void state(String by, Act act, Object... parts) {
        SortedMap<String, JsonValue> members = new TreeMap<>();
        members.put("act", new JsonValue.Str(act.word()));
        for (int i = 0; i < parts.length; i += 2) {
            members.put((String) parts[i], value(parts[i + 1]));
        }
        nowMs += 60_000;
        Statement statement = Statement.read(new JsonValue.Obj(members));
        enter(new Entry.Stated("i" + index, by, statement, "AAAA", nowMs));
    }

    private static JsonValue value(Object part) {
        return switch (part) {
            case Long number -> new JsonValue.Num(number);
            case Boolean truth -> new JsonValue.Bool(truth);
            case List<?> texts ->
                new JsonValue.Arr(texts.stream()
                        .map(text -> (JsonValue) new JsonValue.Str((String) text))
                        .toList());
            case long[][] spans -> {
                List<JsonValue> all = new ArrayList<>();
                for (long[] span : spans) {
                    List<JsonValue> four = new ArrayList<>();
                    for (long each : span) {
                        four.add(new JsonValue.Num(each));
                    }
                    all.add(new JsonValue.Arr(four));
                }
                yield new JsonValue.Arr(all);
            }
            default -> new JsonValue.Str((String) part);
        };
    }

    private long enter(Entry entry) {
        mission.apply(index, entry);
        return index++;
    }
}
