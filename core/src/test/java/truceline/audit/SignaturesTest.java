package truceline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import truceline.finding.Person;
import truceline.ledger.Batch;
import truceline.ledger.Hash;
import truceline.ledger.Proofs;
import truceline.ledger.SignedText;
import truceline.ledger.Signer;
import truceline.ledger.Verifier;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.KeysText;
import truceline.mission.SubmissionText;

/// What an audit says of signed submissions: by whom, with which key, and when.
class SignaturesTest {
    private static final Signer LOG = signer("ledger.example", 1);
    private static final Signer CAMERA = signer("camera-1", 2);
    private static final Signer OFFICER = signer("camera-2", 3);
    private static final String ID = "0123456789abcdef0123456789abcdef";

    private final List<Entry> entries = new ArrayList<>(List.of(
            new Entry.KeyEntered("log", LOG.verifier().text()),
            new Entry.SourceEntered("cameras", 'F', 1),
            new Entry.SourceEntered("masts", 'F', 1)));

    @Test
    void a_submission_signed_by_an_enrolled_device_holds() {
        enrol(CAMERA, "cameras", null);
        submit(ID, "cameras", 'P', "root", CAMERA, 2);
        assertThat(faults()).isEmpty();
    }

    @Test
    void a_changed_part_of_a_signed_submission_is_a_difference() {
        enrol(CAMERA, "cameras", null);
        String signature = SignedText.sign(text("ledger.example", ID, "cameras", "csv", 'P', "root"), CAMERA);
        Entry.Signed signed = new Entry.Signed("camera-1", "root", signature);
        add(ID, "cameras", "csv", 'P', signed, 2);
        add(ID.replace('0', '1'), "cameras", "csv", 'P', signed, 2);
        add(ID, "cameras", "json", 'P', signed, 2);
        add(ID, "cameras", "csv", 'M', signed, 2);
        add(ID, "cameras", "csv", 'P', new Entry.Signed("camera-1", "toor", signature), 2);
        add("0\n1", "cameras", "csv", 'P', signed, 2);
        assertThat(faults())
                .containsExactly(
                        "5 submission-signature",
                        "6 submission-signature",
                        "6 submission-replayed",
                        "7 submission-signature",
                        "7 submission-replayed",
                        "8 submission-signature",
                        "8 submission-replayed",
                        "9 submission-signature");
    }

    @Test
    void a_signature_of_another_station_does_not_hold() {
        enrol(CAMERA, "cameras", null);
        String signature = SignedText.sign(text("other.example", ID, "cameras", "csv", 'P', "root"), CAMERA);
        add(ID, "cameras", "csv", 'P', new Entry.Signed("camera-1", "root", signature), 2);
        assertThat(faults()).containsExactly("4 submission-signature");
    }

    @Test
    void a_device_signs_for_its_own_sources_and_only_once_it_is_enrolled() {
        submit(ID, "cameras", 'P', "root", CAMERA, 1);
        enrol(CAMERA, "cameras", null);
        submit(ID.replace('0', '1'), "masts", 'P', "root", CAMERA, 2);
        assertThat(faults())
                .containsExactly("3 submission-not-enrolled", "3 submission-signature", "5 submission-other-source");
    }

    @Test
    void a_key_counts_until_the_moment_from_which_it_is_revoked() {
        enrol(CAMERA, "cameras", null);
        submit(ID, "cameras", 'P', "root", CAMERA, 3);
        revoke(CAMERA, 5, 3);
        submit(ID.replace('0', '1'), "cameras", 'P', "root", CAMERA, 4);
        submit(ID.replace('0', '2'), "cameras", 'P', "root", CAMERA, 5);
        assertThat(faults()).containsExactly("7 submission-revoked");
    }

    @Test
    void an_enrolment_that_proves_another_key_or_post_is_a_difference() {
        Person person = device(CAMERA, "cameras");
        enrol(CAMERA, "cameras", SignedText.sign(KeysText.enrolment("ledger.example", person), CAMERA));
        Person other = device(OFFICER, "cameras");
        enrol(OFFICER, "cameras", SignedText.sign(KeysText.enrolment("ledger.example", other), CAMERA));
        assertThat(faults()).containsExactly("4 enrolment-signature");
    }

    @Test
    void a_device_is_no_officer() {
        enrol(CAMERA, "cameras", null);
        enrol(OFFICER, "cameras", null);
        String key = CAMERA.verifier().text();
        String text = KeysText.revocation("ledger.example", "camera-1", key, 9, "lost");
        Entry.Signature good = new Entry.Signature("camera-2", SignedText.sign(text, OFFICER));
        entries.add(new Entry.Revoked("camera-1", key, 9, "lost", 2, List.of(good)));
        assertThat(faults()).containsExactly("5 revocation-signature");
    }

    @Test
    void the_example_of_the_specification_holds_and_one_reading_can_be_shown_alone() throws IOException {
        Path file = Path.of(System.getProperty("truceline.root"), "vectors", "ledger", "submission.txt");
        String[] parts = Files.readString(file).split("# [a-z0-9 ]+\n", -1);
        Verifier key = Verifier.parse(parts[1].strip());
        byte[] bytes = parts[4].getBytes(StandardCharsets.UTF_8);
        Hash root = Batch.root(bytes);
        String id = "0123456789abcdef0123456789abcdef";
        assertThat(parts[2])
                .isEqualTo(text("ledger.example/ondral", id, "cameras", "observations-csv", 'P', root.base64()));
        assertThat(SignedText.verify(parts[2], key, parts[3].strip())).isTrue();
        assertThat(SignedText.verify(parts[2].replace("cameras", "camera"), key, parts[3].strip()))
                .isFalse();
        List<Hash> path = parts[5].lines().map(Hash::fromBase64).toList();
        byte[] reading = Batch.readings(bytes).get(1);
        assertThat(Proofs.verifyInclusion(Hash.leaf(reading), 1, 3, path, root)).isTrue();
        assertThat(path).isEqualTo(Batch.proof(bytes, 1));
    }

    private List<String> faults() {
        Recomputation recomputation = new Recomputation();
        for (int i = 0; i < entries.size(); i++) {
            recomputation.entry(i, EntryText.write(entries.get(i)));
        }
        Recomputation.Outcome outcome = recomputation.outcome();
        assertThat(outcome.differ()).isEqualTo(outcome.differences().size());
        return outcome.differences().stream()
                .map(each -> each.index() + " " + each.what())
                .toList();
    }

    private static Signer signer(String name, int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Signer.of(name, bytes);
    }

    private static Person device(Signer key, String source) {
        return new Person(key.name(), "", "", "", key.verifier().text(), List.of(source));
    }

    private void enrol(Signer key, String source, @Nullable String proof) {
        entries.add(new Entry.Enrolled(device(key, source), 1, proof));
    }

    private void revoke(Signer key, long fromMs, long receivedMs) {
        String text = key.verifier().text();
        entries.add(new Entry.Revoked(key.name(), text, fromMs, "stolen", receivedMs, List.of()));
    }

    private static String text(String origin, String id, String source, String format, char fileClass, String batch) {
        return SubmissionText.of(origin, id, source, format, fileClass, batch);
    }

    private void submit(String id, String source, char fileClass, String batch, Signer key, long receivedMs) {
        String signature = SignedText.sign(text("ledger.example", id, source, "csv", fileClass, batch), key);
        add(id, source, "csv", fileClass, new Entry.Signed(key.name(), batch, signature), receivedMs);
    }

    private void add(String id, String source, String format, char fileClass, Entry.Signed signed, long receivedMs) {
        entries.add(new Entry.Submitted(id, source, format, 1, fileClass, "ee", 10, null, null, receivedMs, signed));
    }
}
