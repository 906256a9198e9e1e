package truceline.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.finding.Docket;
import truceline.finding.Person;
import truceline.intake.Refusal;
import truceline.json.JsonReader;
import truceline.json.JsonValue;
import truceline.ledger.Hash;
import truceline.ledger.SignedText;
import truceline.ledger.Signer;
import truceline.mission.Entry;
import truceline.mission.KeysText;

/// People and devices enter the rolls with a proof, and leave them from a moment on.
class RollsTest {
    private static final Path ONDRAL = Path.of(System.getProperty("truceline.root"), "examples", "ondral");
    private static final long START = 1_936_600_000_000L;
    private static final Signer ANALYST = signer("analyst-1", 1);
    private static final Signer OFFICER = signer("watch-officer-1", 2);
    private static final Signer SENSORS = signer("sensor-officer-1", 3);
    private static final Signer CAMERA = signer("camera-1", 4);

    @TempDir
    private Path folder = Path.of("");

    private long nowMs = START;

    @Test
    void a_key_enters_only_with_its_own_signature_over_its_post() throws IOException {
        try (Station station = founded()) {
            Person person = person(ANALYST, "analysis");
            String text = KeysText.enrolment(station.origin(), person);
            refused(
                    "enrolment-signature",
                    () -> station.enrol(person, SignedText.sign(text, OFFICER), RollsTest::none));
            Person higher = person(ANALYST, "operations");
            refused(
                    "enrolment-signature",
                    () -> station.enrol(higher, SignedText.sign(text, ANALYST), RollsTest::none));
            String elsewhere = KeysText.enrolment("other.example", person);
            refused(
                    "enrolment-signature",
                    () -> station.enrol(person, SignedText.sign(elsewhere, ANALYST), RollsTest::none));
            station.enrol(person, SignedText.sign(text, ANALYST), RollsTest::none);
            Person twin = new Person(
                    "twin", "monitor", "", "analysis", ANALYST.verifier().text());
            refused("already-enrolled", () -> enrol(station, twin, ANALYST));
        }
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_device_has_sources_and_no_voice() throws IOException {
        try (Station station = founded()) {
            enrol(station, device(), CAMERA);
            refused("no-power", () -> heartbeat(station, CAMERA));
            Person nothing = new Person(
                    "mast-1", "", "", "", signer("mast-1", 9).verifier().text());
            refused("unknown-body", () -> enrol(station, nothing, signer("mast-1", 9)));
        }
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_key_counts_until_the_moment_from_which_it_is_revoked() throws IOException {
        try (Station station = founded()) {
            enrolOfficers(station);
            call(station, OFFICER);
            nowMs = START + 1000;
            station.revoke(revoking(station, "watch-officer-1", START + 2000L, List.of()), RollsTest::none);
            nowMs = START + 1999;
            call(station, OFFICER);
            nowMs = START + 2000;
            refused("revoked", () -> call(station, OFFICER));
            Signer fresh = signer("watch-officer-1", 7);
            enrol(station, person(fresh, "operations"), fresh);
            call(station, fresh);
            refused("bad-signature", () -> call(station, OFFICER));
        }
        assertThat(differences()).isEmpty();
    }

    @Test
    void what_a_key_signed_after_it_was_stolen_is_marked_once_that_is_known() throws IOException {
        try (Station station = founded()) {
            enrolOfficers(station);
            call(station, OFFICER);
            nowMs = START + 2000;
            call(station, OFFICER);
            nowMs = START + 3000;
            station.revoke(revoking(station, "watch-officer-1", START + 1000L, List.of()), RollsTest::none);
            Docket docket = station.picture().docket();
            assertThat(docket.stated().stream().map(docket::isDoubted)).containsExactly(false, true);
            refused(
                    "already-revoked",
                    () -> station.revoke(
                            revoking(station, "watch-officer-1", START + 1500L, List.of()), RollsTest::none));
            station.revoke(revoking(station, "watch-officer-1", START, List.of()), RollsTest::none);
            Docket later = station.picture().docket();
            assertThat(later.stated().stream().map(later::isDoubted)).containsExactly(true, true);
        }
        assertThat(differences()).isEmpty();
    }

    @Test
    void officers_who_vouch_are_two_of_different_sections_and_none_of_a_party() throws IOException {
        try (Station station = founded()) {
            enrolOfficers(station);
            Signer party = signer("liaison-il", 8);
            enrol(
                    station,
                    new Person(
                            "liaison-il",
                            "",
                            "IL",
                            "liaison-il",
                            party.verifier().text()),
                    party);
            Signer colleague = signer("watch-officer-2", 6);
            enrol(station, person(colleague, "operations"), colleague);
            enrol(station, device(), CAMERA);
            for (List<Signer> bad : List.of(
                    List.of(OFFICER),
                    List.of(OFFICER, OFFICER),
                    List.of(OFFICER, colleague),
                    List.of(OFFICER, party),
                    List.of(OFFICER, CAMERA))) {
                refused(
                        "revocation-signature",
                        () -> station.revoke(revoking(station, "camera-1", START, bad), RollsTest::none));
            }
            station.revoke(revoking(station, "camera-1", START, List.of(OFFICER, SENSORS)), RollsTest::none);
        }
        assertThat(differences()).isEmpty();
    }

    private List<String> differences() {
        FolderAudit.Result result = FolderAudit.of(folder, null);
        List<String> all = new ArrayList<>();
        result.tree().forEach(each -> all.add(each.toString()));
        result.recomputed().differences().forEach(each -> all.add(each.toString()));
        return all;
    }

    private Station founded() throws IOException {
        AgreementFile agreement = AgreementFile.read(ONDRAL.resolve("ondral.agreement.yaml"), null);
        Founding.found(folder, "rolls.example/test", agreement, () -> START);
        return Station.open(folder, () -> nowMs);
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

    private static void none(long index, Hash leaf) {
        // What was made durable is read back by the audit.
    }

    private static Signer signer(String name, int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Signer.of(name, bytes);
    }

    private static Person person(Signer key, String section) {
        return new Person(key.name(), "monitor", "", section, key.verifier().text());
    }

    private static Person device() {
        return new Person("camera-1", "", "", "", CAMERA.verifier().text(), List.of("cameras"));
    }

    private static void enrol(Station station, Person person, Signer key) throws IOException {
        String text = KeysText.enrolment(station.origin(), person);
        station.enrol(person, SignedText.sign(text, key), RollsTest::none);
    }

    private static void enrolOfficers(Station station) throws IOException {
        enrol(station, person(ANALYST, "analysis"), ANALYST);
        enrol(station, person(OFFICER, "operations"), OFFICER);
        enrol(station, person(SENSORS, "sensors"), SENSORS);
    }

    private static Revoking revoking(Station station, String id, @Nullable Long fromMs, List<Signer> officers) {
        Person person = station.picture().docket().persons().get(id);
        String key = person == null ? "" : person.key();
        List<Entry.Signature> signatures = new ArrayList<>();
        for (Signer officer : officers) {
            String text = KeysText.revocation(station.origin(), id, key, fromMs == null ? 0 : fromMs, "stolen");
            signatures.add(new Entry.Signature(officer.name(), SignedText.sign(text, officer)));
        }
        return new Revoking(id, fromMs, "stolen", signatures);
    }

    private static void call(Station station, Signer key) throws IOException {
        state(
                station,
                key,
                "{\"about\":\"exercise\",\"act\":\"call\",\"from\":\"post-1\",\"outcome\":\"answered\",\"started\":1936540000000,\"to\":\"post-2\"}");
    }

    private static void heartbeat(Station station, Signer key) throws IOException {
        state(station, key, "{\"act\":\"heartbeat\",\"at\":1,\"next\":2,\"source\":\"cameras\"}");
    }

    private static void state(Station station, Signer key, String json) throws IOException {
        JsonValue written = JsonValue.read(new JsonReader(json.getBytes(StandardCharsets.UTF_8)));
        if (written instanceof JsonValue.Obj said) {
            station.state(SignedStatement.sign(station.origin(), key, said), RollsTest::none);
        }
    }
}
