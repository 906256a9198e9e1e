package truceline.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.audit.LogKeyChain;
import truceline.finding.Person;
import truceline.intake.Refusal;
import truceline.ledger.EntryProof;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.SignedText;
import truceline.ledger.Signer;
import truceline.ledger.Verifier;
import truceline.mission.Entry;
import truceline.mission.KeysText;
import truceline.store.StationKeys;

/// The log's keys change while it runs, and nothing proved before is lost.
class LogKeyChangeTest {
    private static final Path ONDRAL = Path.of(System.getProperty("truceline.root"), "examples", "ondral");
    private static final long START = 1_936_600_000_000L;

    @TempDir
    private Path home = Path.of("");

    /// A proof as somebody keeps it, with the key that he was told then.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(byte[] entry, byte[] proof, List<Verifier> keys) {}

    @Test
    void ten_rotations_leave_every_old_proof_verifiable_offline() throws IOException {
        Path folder = founded();
        List<Kept> kept = new ArrayList<>();
        keep(folder, kept);
        for (int i = 0; i < 10; i++) {
            String old = LogKeyChange.chain(folder).inForce().getFirst().text();
            LogKeyChange.rotate(folder, () -> START, List.of());
            enrol(folder, i);
            keep(folder, kept);
            assertThat(lines(folder)).isEqualTo(2);
            LogKeyChange.retire(folder, () -> START, old, List.of());
            enrol(folder, 100 + i);
            keep(folder, kept);
            assertThat(lines(folder)).isEqualTo(1);
        }
        assertThat(kept).hasSizeGreaterThan(200);
        for (Kept each : kept) {
            for (Verifier key : each.keys()) {
                EntryProof.parse(each.proof()).verify(each.entry(), key);
            }
        }
        LogKeyChain chain = LogKeyChange.chain(folder);
        assertThat(chain.known()).hasSize(11);
        assertThat(chain.inForce()).hasSize(1);
        assertThat(differences(folder, null)).isEmpty();
        for (Verifier key : chain.known()) {
            assertThat(differences(folder, key.text())).as(key.text()).isEmpty();
        }
        Path bundle = home.resolve("bundle.zip");
        BundleExport.write(folder, bundle, "P");
        BundleAudit.Result audited = BundleAudit.of(bundle, chain.known().get(5).text());
        assertThat(audited.ledger().tree()).isEmpty();
        assertThat(audited.ledger().recomputed().differences()).isEmpty();
    }

    @Test
    void a_stranger_key_is_no_key_of_the_log() throws IOException {
        Path folder = founded();
        LogKeyChange.rotate(folder, () -> START, List.of());
        String stranger = signer("keys.example/test", 9).verifier().text();
        assertThat(differences(folder, stranger)).contains("checkpoint-signature");
    }

    @Test
    void a_checkpoint_without_the_line_of_a_key_in_force_is_a_difference() throws IOException {
        Path folder = founded();
        LogKeyChange.rotate(folder, () -> START, List.of());
        Path checkpoint = folder.resolve("ledger").resolve("checkpoint");
        Note note = Note.parse(Files.readAllBytes(checkpoint));
        Files.write(checkpoint, new Note(note.text(), note.lines().subList(0, 1)).encode());
        assertThat(differences(folder, null)).contains("checkpoint-signature");
        assertThatThrownBy(() -> LedgerView.open(folder)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_key_that_the_old_one_did_not_sign_is_refused_and_a_difference_where_it_stands() throws IOException {
        Path folder = founded();
        Signer thief = signer("keys.example/test", 9);
        try (Station station = Station.open(folder, () -> START)) {
            String text = KeysText.log(station.origin(), "log", thief.verifier().text());
            Entry.Signature own = new Entry.Signature(thief.verifier().text(), SignedText.sign(text, thief));
            assertThatThrownBy(
                            () -> station.changeLogKey("log", thief.verifier().text(), List.of(own), (i, leaf) -> {}))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("log-key"));
        }
        LogKeyChain chain = LogKeyChange.chain(folder);
        assertThat(chain.add(new Entry.KeyEntered("log", thief.verifier().text())))
                .isFalse();
        assertThat(chain.inForce()).hasSize(1);
    }

    @Test
    void a_rotation_that_broke_off_goes_on_with_the_same_key() throws IOException {
        Path folder = founded();
        Verifier pending = StationKeys.addLogKey(folder).verifier();
        enrol(folder, 1);
        assertThat(differences(folder, null)).isEmpty();
        LogKeyChange.Result result = LogKeyChange.rotate(folder, () -> START, List.of());
        assertThat(result.key().text()).isEqualTo(pending.text());
        assertThat(LogKeyChange.chain(folder).inForce()).hasSize(2);
        assertThat(differences(folder, null)).isEmpty();
    }

    @Test
    void the_last_key_stays() throws IOException {
        Path folder = founded();
        String only = LogKeyChange.chain(folder).inForce().getFirst().text();
        assertThatThrownBy(() -> LogKeyChange.retire(folder, () -> START, only, List.of()))
                .isInstanceOf(Refusal.class);
        enrol(folder, 1);
        assertThat(differences(folder, null)).isEmpty();
    }

    @Test
    void officers_may_vouch_for_a_change_and_their_signatures_must_hold() throws IOException {
        Path folder = founded();
        Signer analyst = signer("analyst-1", 1);
        Signer officer = signer("watch-officer-1", 2);
        enrol(folder, analyst, "analysis");
        enrol(folder, officer, "operations");
        assertThatThrownBy(() -> LogKeyChange.rotate(folder, () -> START, List.of(analyst)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("log-key-signature"));
        LogKeyChange.rotate(folder, () -> START, List.of(analyst, officer));
        assertThat(LogKeyChange.chain(folder).inForce()).hasSize(2);
        assertThat(differences(folder, null)).isEmpty();
    }

    private Path founded() throws IOException {
        Path folder = home.resolve("station");
        AgreementFile agreement = AgreementFile.read(ONDRAL.resolve("ondral.agreement.yaml"), null);
        Founding.found(folder, "keys.example/test", agreement, () -> START);
        return folder;
    }

    private static void keep(Path folder, List<Kept> kept) {
        LedgerView view = LedgerView.open(folder);
        List<Verifier> keys = LogKeyChange.chain(folder).inForce();
        for (long index = 0; index < view.size(); index++) {
            kept.add(new Kept(view.entry(index), view.proof(index).encode(), keys));
        }
    }

    private static int lines(Path folder) throws IOException {
        return Note.parse(Files.readAllBytes(folder.resolve("ledger").resolve("checkpoint")))
                .lines()
                .size();
    }

    private static List<String> differences(Path folder, @Nullable String key) {
        FolderAudit.Result result = FolderAudit.of(folder, key);
        return Stream.concat(result.tree().stream(), result.recomputed().differences().stream())
                .map(each -> each.what())
                .toList();
    }

    private static Signer signer(String name, int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Signer.of(name, bytes);
    }

    private static void enrol(Path folder, int number) throws IOException {
        enrol(folder, signer("post-" + number, number), "section");
    }

    private static void enrol(Path folder, Signer key, String section) throws IOException {
        try (Station station = Station.open(folder, () -> START)) {
            Person person = new Person(
                    key.name(), "monitor", "", section, key.verifier().text());
            String proof = SignedText.sign(KeysText.enrolment(station.origin(), person), key);
            station.enrol(person, proof, (index, leaf) -> {});
        }
    }

    @Test
    void a_rotation_that_is_refused_leaves_no_key_behind() throws IOException {
        Path folder = founded();
        try (Station _ = Station.open(folder, () -> START)) {
            assertThatThrownBy(() -> LogKeyChange.rotate(folder, () -> START, List.of()))
                    .isInstanceOfSatisfying(
                            LedgerException.class, e -> assertThat(e.code()).isEqualTo("locked"));
        }
        assertThat(StationKeys.read(folder).logKeys().signers()).hasSize(1);
    }
}
