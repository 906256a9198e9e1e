package truceline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;
import truceline.finding.Act;
import truceline.finding.Person;
import truceline.finding.Statement;
import truceline.json.JsonValue;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.observation.Columns;
import truceline.observation.Count;
import truceline.observation.Draft;
import truceline.observation.Field;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.PlaceBasis;
import truceline.observation.Qualifier;
import truceline.station.AgreementFile;
import truceline.station.Founding;
import truceline.store.LedgerStore;
import truceline.store.StationKeys;

/// Two years of an invented mission, written straight into a ledger: half of the entries are submissions, half their
/// rows, three on average; every tenth row is a ship's own position; a shift end brings verifications now and then.
/// Everything follows from the seed.
final class Years {
    private static final long START_MS = 1_936_600_000_000L;
    private static final long SPAN_MS = 2L * 365 * 86_400_000;
    private static final int SOURCES = 12;
    private static final int SHIFTS = 20;
    private static final int OF_A_SHIFT = 100;
    private static final Kind[] KINDS = {Kind.EXPLOSION, Kind.BURST, Kind.SHOT, Kind.UAV_FLIGHT, Kind.ARMED_PRESENCE};

    private final SplittableRandom random;
    private final LedgerStore ledger;
    private final List<byte[]> waiting = new ArrayList<>();
    private final List<String> single = new ArrayList<>();
    private long next;
    private int mines;

    private Years(long seed, LedgerStore ledger) {
        this.random = new SplittableRandom(seed);
        this.ledger = ledger;
        this.next = ledger.size();
    }

    /// Founds a station with the agreement in a file and fills its ledger up to a number of entries.
    static void write(Path station, Path agreement, int entries, long seed) throws IOException {
        Founding.found(station, "bench.example/years", AgreementFile.read(agreement, null), () -> START_MS);
        StationKeys keys = StationKeys.read(station);
        try (LedgerStore ledger = LedgerStore.open(station, keys.log())) {
            new Years(seed, ledger).write(entries);
        }
    }

    private void write(int entries) {
        for (int source = 0; source < SOURCES; source++) {
            put(new Entry.SourceEntered("source-" + source, 'B', START_MS));
        }
        for (int person = 0; person < 2; person++) {
            put(new Entry.Enrolled(
                    new Person("analyst-" + person, "monitor", "", "section-" + person, "a+0+" + base64(33)),
                    START_MS));
        }
        int shift = entries / SHIFTS;
        while (next < entries) {
            long nowMs = START_MS + SPAN_MS * next / entries;
            deliver(nowMs);
            if (next % shift < 2 && next > shift) {
                verify(nowMs);
            }
        }
        send();
    }

    private void deliver(long nowMs) {
        long submission = next;
        put(new Entry.Submitted(
                hex(16),
                "source-" + random.nextInt(SOURCES),
                "observations-csv",
                1,
                'M',
                hex(32),
                random.nextInt(100, 5000),
                base64(32),
                null,
                nowMs));
        if (random.nextInt(20) == 0) {
            put(new Entry.Rejected(
                    submission, List.of(new Entry.RejectedRow(2, "longitude", "longitude-out-of-range", identity()))));
            return;
        }
        Columns rows = new Columns(6);
        int count = 1 + random.nextInt(5);
        double lon = -27.9 + random.nextDouble() * 1.4;
        double lat = -27 + random.nextDouble() * 1.5;
        for (int row = 0; row < count; row++) {
            int added = rows.add(random.nextInt(10) == 0 ? ship(nowMs, row) : seen(nowMs, row, lon, lat));
            rows.set(Field.IDENTITY, added, identity());
        }
        if (single.size() < OF_A_SHIFT) {
            single.add(next + "/" + rows.size());
            rows.set(Field.IDENTITY, rows.add(mine(nowMs)), identity());
        }
        put(new Entry.Observed(submission, rows));
    }

    /// Each alone, two kilometres from the one before.
    private Draft mine(long nowMs) {
        Draft draft = draft(nowMs, 9);
        draft.kind = Kind.MINE;
        draft.means = Means.SAW;
        draft.lonE7 = -200_000_000 + 200_000 * mines;
        draft.latE7 = 0;
        mines++;
        return draft;
    }

    private Draft seen(long nowMs, int row, double lon, double lat) {
        Draft draft = draft(nowMs, row);
        draft.kind = KINDS[random.nextInt(KINDS.length)];
        draft.means = random.nextBoolean() ? Means.SAW : Means.HEARD;
        draft.count = new Count(Qualifier.EXACT, 1 + random.nextInt(6));
        draft.lonE7 = (int) ((lon + random.nextDouble() * 0.01) * 1e7);
        draft.latE7 = (int) ((lat + random.nextDouble() * 0.01) * 1e7);
        draft.radiusMetres = random.nextInt(50, 2000);
        return draft;
    }

    /// Ships sail east at about ten knots, each from a moment and at a latitude of its own.
    private Draft ship(long nowMs, int row) {
        Draft draft = draft(nowMs, row);
        int number = random.nextInt(400);
        draft.kind = Kind.VESSEL;
        draft.means = Means.AIS;
        draft.craft = "mmsi:" + (244_660_000 + number);
        draft.precisionMs = 1000;
        long hours = nowMs / 3_600_000 % 24;
        draft.lonE7 = (int) ((-28.5 + hours * 0.09) * 1e7);
        draft.latE7 = (int) ((-26.9 + number * 0.002) * 1e7);
        draft.radiusMetres = 10;
        return draft;
    }

    private Draft draft(long nowMs, int row) {
        Draft draft = new Draft();
        draft.row = row + 2L;
        draft.fromMs = nowMs - random.nextInt(86_400_000);
        draft.toMs = draft.fromMs;
        draft.precisionMs = 60_000;
        draft.reportedMs = nowMs;
        draft.basis = PlaceBasis.POINT;
        return draft;
    }

    /// At the end of a shift two people look at incidents of one observation.
    private void verify(long nowMs) {
        for (String incident : single) {
            for (int person = 0; person < 2; person++) {
                TreeMap<String, JsonValue> parts = new TreeMap<>();
                parts.put("incident", new JsonValue.Str(incident));
                parts.put("outcome", new JsonValue.Str("not-verifiable"));
                parts.put("alternatives", new JsonValue.Arr(List.of(new JsonValue.Str("thunder"))));
                parts.put("reason", new JsonValue.Str("no access"));
                parts.put("cause", new JsonValue.Str("access"));
                put(new Entry.Stated(
                        hex(16), "analyst-" + person, new Statement(Act.VERIFY, parts), base64(64), nowMs));
            }
        }
        single.clear();
    }

    private void put(Entry entry) {
        waiting.add(EntryText.write(entry));
        next++;
        if (waiting.size() == 4096) {
            send();
        }
    }

    private void send() {
        ledger.append(List.copyOf(waiting)).await();
        waiting.clear();
    }

    private String identity() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(16));
    }

    private String base64(int length) {
        return Base64.getEncoder().encodeToString(bytes(length));
    }

    private String hex(int length) {
        StringBuilder text = new StringBuilder();
        for (byte each : bytes(length)) {
            text.append(String.format(Locale.ROOT, "%02x", each));
        }
        return text.toString();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
