package truceline.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.compliance.Case;
import truceline.duty.life.Evaluation;
import truceline.duty.life.Phase;
import truceline.duty.life.ProvisionState;
import truceline.duty.life.Reason;
import truceline.finding.Person;
import truceline.intake.PatrolCsvReader;
import truceline.intake.Refusal;
import truceline.ledger.Hash;
import truceline.ledger.SignedText;
import truceline.ledger.Signer;
import truceline.mission.AmendmentText;
import truceline.mission.Entry;
import truceline.mission.KeysText;
import truceline.mission.Lookup;
import truceline.mission.Occurrences;

/// A new version of an agreement counts from its moment on, and only if those who may change it signed.
class AmendmentTest {
    private static final Path ONDRAL = Path.of(System.getProperty("truceline.root"), "examples", "ondral");
    private static final long FROM = ms("2031-05-15T00:00:00-02:00");
    private static final String FIRST_PROVISION = "  1: {text: {en: \"All fire stops within 7.5 km of the line.\"}, "
            + "who: each party, must-not: fire, where: buffer}\n";

    @TempDir
    private Path dir = Path.of("");

    private Path folder = Path.of("");
    private long nowMs = ms("2031-05-14T20:00:00Z");
    private final Signer vathe = signer("liaison-va", 1);
    private final Signer ilmoss = signer("liaison-il", 2);

    @BeforeEach
    void found() throws IOException {
        folder = dir.resolve("station");
        Founding.found(folder, "amend.example/test", AgreementFile.read(ondral(), null), () -> nowMs);
    }

    @Test
    void what_happened_before_is_judged_by_the_version_then_in_force() throws IOException {
        try (Station station = open()) {
            patrols(station, "14 May 2031");
            SortedMap<String, Integer> before = cases(station, "1");
            amend(station, next("1.0.0"), FROM, vathe, ilmoss);
            assertThat(station.picture().agreement())
                    .satisfies(now -> assertThat(now.version()).isEqualTo("1.0.0"));
            nowMs = ms("2031-05-16T20:00:00Z");
            patrols(station, "16 May 2031");
            assertThat(station.picture().agreement())
                    .satisfies(now -> assertThat(now.version()).isEqualTo("1.1.0"));
            assertThat(before).containsOnlyKeys("2031-05-13", "2031-05-14");
            assertThat(cases(station, "1")).isEqualTo(before);
            assertThat(cases(station, "2")).containsKeys("2031-05-14", "2031-05-16");
            Lookup lookup = Lookup.of(station.picture());
            for (Case found : lookup.cases()) {
                assertThat(lookup.finding(found.incident()).cases()).contains(found);
            }
        }
        FolderAudit.Result audit = FolderAudit.of(folder, null);
        assertThat(audit.tree()).isEmpty();
        assertThat(audit.recomputed().differences()).isEmpty();
    }

    @Test
    void a_deadline_that_is_brought_forward_is_not_missed_before_its_version_counts() throws IOException {
        try (Station station = open()) {
            amend(station, withDeadline("D+3"), FROM, vathe, ilmoss);
            nowMs = FROM + 3_600_000;
            patrols(station, "14 May 2031");
            assertThat(state(Occurrences.evaluate(Lookup.of(station.picture())), "3"))
                    .allSatisfy(state -> {
                        assertThat(state.phase()).isEqualTo(Phase.BREACHED);
                        assertThat(state.sinceMs()).isEqualTo(FROM);
                    });
            assertThat(earlier(station, "3"))
                    .allSatisfy(state -> assertThat(told(state)).endsWith("it last was running"));
        }
    }

    @Test
    void what_was_missed_under_the_version_before_stays_told() throws IOException {
        try (Station station = open()) {
            nowMs = ms("2031-05-17T12:00:00Z");
            amend(station, withDeadline("D+40"), nowMs, vathe, ilmoss);
            nowMs += 3_600_000;
            patrols(station, "14 May 2031");
            assertThat(state(Occurrences.evaluate(Lookup.of(station.picture())), "3"))
                    .allSatisfy(state -> assertThat(state.phase()).isEqualTo(Phase.RUNNING));
            assertThat(earlier(station, "3"))
                    .allSatisfy(state -> assertThat(told(state)).endsWith("it last was breached"));
            assertThat(Occurrences.earlier(Lookup.of(station.picture())))
                    .singleElement()
                    .satisfies(each -> assertThat(each.changed()).containsExactly("3"));
        }
    }

    private static List<ProvisionState> earlier(Station station, String provision) {
        return state(
                Occurrences.earlier(Lookup.of(station.picture())).getFirst().evaluation(), provision);
    }

    private static List<ProvisionState> state(@Nullable Evaluation evaluation, String provision) {
        List<ProvisionState> states = Objects.requireNonNull(evaluation).states().stream()
                .filter(state -> state.provision().equals(provision))
                .toList();
        assertThat(states).isNotEmpty();
        return states;
    }

    private static String told(ProvisionState state) {
        return String.join("; ", state.reasons().stream().map(Reason::english).toList());
    }

    @Test
    void without_everybody_who_may_change_it_nothing_changes() throws IOException {
        try (Station station = open()) {
            long size = station.size();
            refused("not-signed", () -> amend(station, next("1.0.0"), FROM, vathe));
            refused("not-signed", () -> amend(station, next("1.0.0"), FROM, vathe, signer("nobody", 9)));
            refused("too-early", () -> amend(station, next("1.0.0"), nowMs - 1, vathe, ilmoss));
            refused("not-the-next", () -> amend(station, next("0.9.0"), FROM, vathe, ilmoss));
            AgreementFile next = next("1.0.0");
            Entry.Amendment unlike = signed(station, next, FROM, vathe, ilmoss);
            refused(
                    "amendment-signature",
                    () -> station.amend(next, new Entry.Amendment(FROM + 1, unlike.signatures()), AmendmentTest::none));
            assertThat(station.size()).isEqualTo(size);
        }
    }

    @Test
    void a_second_version_must_follow_the_first() throws IOException {
        try (Station station = open()) {
            amend(station, next("1.0.0"), FROM, vathe, ilmoss);
            refused("not-the-next", () -> amend(station, next("1.0.0"), FROM + 1, vathe, ilmoss));
        }
    }

    private Station open() throws IOException {
        Station station = Station.open(folder, () -> nowMs);
        if (station.picture().docket().persons().isEmpty()) {
            enrol(station, vathe, "VA");
            enrol(station, ilmoss, "IL");
        }
        return station;
    }

    private static void enrol(Station station, Signer key, String party) throws IOException {
        Person person =
                new Person(key.name(), "", party, key.name(), key.verifier().text());
        String text = KeysText.enrolment(station.origin(), person);
        station.enrol(person, SignedText.sign(text, key), AmendmentTest::none);
    }

    /// The example without its first provision.
    private AgreementFile next(String superseded) throws IOException {
        return next(superseded, FIRST_PROVISION, "");
    }

    /// The example with another deadline for its third provision.
    private AgreementFile withDeadline(String by) throws IOException {
        return next("1.0.0", "begin-by: D+2, by: D+14", "begin-by: D+2, by: " + by);
    }

    private AgreementFile next(String superseded, String before, String after) throws IOException {
        Path copy = Files.createDirectories(dir.resolve("next"));
        Files.write(copy.resolve("line.geojson"), Files.readAllBytes(ONDRAL.resolve("line.geojson")));
        String text = Files.readString(ondral());
        assertThat(text).contains(before);
        String hash = AgreementFile.read(ondral(), null).sha256();
        String changed = text.replace(
                        "version: 1.0.0",
                        "version: 1.1.0\nsupersedes: {version: " + superseded + ", sha256: " + hash + "}")
                .replace(before, after);
        return AgreementFile.read(Files.writeString(copy.resolve("next.agreement.yaml"), changed), null);
    }

    private static void amend(Station station, AgreementFile next, long fromMs, Signer... signers) throws IOException {
        station.amend(next, signed(station, next, fromMs, signers), AmendmentTest::none);
    }

    private static Entry.Amendment signed(Station station, AgreementFile next, long fromMs, Signer... signers) {
        String text = AmendmentText.of(station.origin(), station.version(next), fromMs);
        List<Entry.Signature> signatures = new ArrayList<>();
        for (Signer signer : signers) {
            signatures.add(new Entry.Signature(signer.name(), SignedText.sign(text, signer)));
        }
        return new Entry.Amendment(fromMs, signatures);
    }

    private static void patrols(Station station, String day) throws IOException {
        String rows = Files.readString(ONDRAL.resolve("patrol-2031-05-14.csv"))
                .replace("14 May 2031", day)
                .replaceAll("(?m)^([0-9]+),", day.substring(0, 2) + "$1,");
        station.admit(
                new Delivery(
                        "patrols",
                        new PatrolCsvReader(ZoneOffset.ofHours(-2)),
                        null,
                        new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8))),
                AmendmentTest::none);
    }

    /// How many cases on a provision there are, by day.
    private static SortedMap<String, Integer> cases(Station station, String provision) {
        Lookup lookup = Lookup.of(station.picture());
        SortedMap<String, Integer> days = new TreeMap<>();
        for (Case found : lookup.cases()) {
            if (found.norm().provision().equals(provision)) {
                long atMs = lookup.facts(found.incident()).fromMs();
                String day = Instant.ofEpochMilli(atMs)
                        .atOffset(ZoneOffset.ofHours(-2))
                        .toLocalDate()
                        .toString();
                days.merge(day, 1, Integer::sum);
            }
        }
        return days;
    }

    private static void refused(String code, Doing doing) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @FunctionalInterface
    private interface Doing {
        void run() throws IOException;
    }

    private static Path ondral() {
        return ONDRAL.resolve("ondral.agreement.yaml");
    }

    private static Signer signer(String name, int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Signer.of(name, bytes);
    }

    private static long ms(String text) {
        return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    }

    private static void none(long index, Hash leaf) {
        // What was made durable is read back by the audit.
    }
}
