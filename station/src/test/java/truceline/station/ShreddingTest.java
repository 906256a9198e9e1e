package truceline.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static truceline.station.ProtectedStation.row;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.intake.Refusal;
import truceline.ledger.Commitment;
import truceline.ledger.Hash;
import truceline.mission.PictureDigest;
import truceline.store.AudienceSecret;
import truceline.store.FolderCheck;
import truceline.store.LedgerStore;
import truceline.store.StationKeys;

/// What two persons decide to shred is gone from every byte of the folder, and every proof and replay holds.
class ShreddingTest {
    private final Canaries canaries = new Canaries(20_261_123);
    private final List<String> remarks = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    private Station station;
    private long rows;
    private long claims;
    private long note;

    @BeforeEach
    void found() throws IOException {
        station = ProtectedStation.found(folder);
        for (int i = 0; i < 4; i++) {
            remarks.add(canaries.next());
        }
        rows = observations(ProtectedStation.patrols(
                station, line(1, canaries.next()) + line(2, canaries.next()) + line(3, canaries.next())));
        claims = observations(ProtectedStation.claims(station, canaries.next()));
        note = ProtectedStation.call(station, canaries.next(), null);
    }

    private String line(int id, String person) {
        return row(id, canaries.next(), remarks.get(id - 1), person);
    }

    /// Index of the entry of rows, the last of a submission.
    private static long observations(Receipt receipt) {
        return receipt.firstEntry() + receipt.entries() - 1;
    }

    private @Nullable String reveal(String item, String letter) throws IOException {
        return reveal(item, letter, null);
    }

    private @Nullable String reveal(String item, String letter, @Nullable AudienceSecret key) throws IOException {
        SignedStatement access = ProtectedStation.signed(
                station, "analyst-1", "act", "access", "item", item, "class", letter, "reason", "a test");
        try (InputStream content = station.reveal(access, key, (index, leaf) -> {})) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private void reopen() throws IOException {
        station.close();
        station = ProtectedStation.open(folder);
    }

    private List<?> pending() throws IOException {
        return Shredder.pending(folder, LedgerStore.openReadOnly(folder), station.picture());
    }

    @Test
    void before_a_redaction_no_plaintext_is_in_any_file_and_everything_opens() throws IOException {
        assertThat(reveal(rows + "/0", "M")).contains(remarks.get(0));
        assertThat(reveal(rows + "/1", "R")).contains("person");
        assertThat(reveal(claims + "/0", "M")).contains(canaries.words().get(10));
        assertThat(reveal(note + "", "M")).isEqualTo(canaries.words().getLast());
        assertThat(reveal(rows - 1 + "", "M")).contains(remarks.get(2)).startsWith("Id,Position");
        station.close();
        assertThat(Canaries.found(folder, canaries.words())).isEmpty();
    }

    @Test
    void what_is_shredded_opens_nowhere_and_the_rest_of_the_rows_stays() throws IOException {
        Receipt repeated = ProtectedStation.patrols(station, line(2, "x") + line(4, canaries.next()));
        ProtectedStation.redact(station, rows + "/1", "M");
        ProtectedStation.redact(station, rows + "/1", "R");
        ProtectedStation.redact(station, note + "", "M");
        assertThat(pending()).isEmpty();
        for (String[] gone : new String[][] {{rows + "/1", "M"}, {rows + "/1", "R"}, {note + "", "M"}}) {
            assertThat(reveal(gone[0], gone[1])).isEqualTo("redacted");
        }
        assertThat(reveal(rows - 1 + "", "M")).as("its file, whole").isEqualTo("not-opened");
        assertThat(reveal(repeated.firstEntry() + "", "M"))
                .as("a file that repeats it")
                .isEqualTo("not-opened");
        assertThat(reveal(rows + "/0", "M")).contains(remarks.get(0));
        assertThat(reveal(rows + "/2", "R")).contains("person");
        assertThat(reveal((repeated.firstEntry() + 1) + "/0", "M")).contains(remarks.get(3));
        assertThat(reveal(claims + "/0", "M")).contains("remark");
        assertThat(reveal(claims - 1 + "", "M")).as("another source's file").startsWith("id,time");
        station.close();
        assertThat(Canaries.found(folder, canaries.words())).isEmpty();
    }

    @Test
    void audit_folder_check_and_picture_are_what_they_were() throws Exception {
        String picture = PictureDigest.of(station.picture());
        ProtectedStation.redact(station, rows + "/1", "M");
        ProtectedStation.redact(station, rows - 1 + "", "M");
        assertThat(station.picture().docket().redactions()).hasSize(2);
        station.close();
        FolderAudit.Result audit = FolderAudit.of(folder, null);
        assertThat(audit.tree()).isEmpty();
        assertThat(audit.recomputed().differences()).isEmpty();
        assertThat(PictureDigest.of(audit.picture())).isNotEqualTo("");
        assertThat(FolderCheck.run(folder, FolderAudit.keys(folder, null), true).differences())
                .isEmpty();
        ReadOnlyStation then = ReadOnlyStation.open(folder, At.parse(String.valueOf(note + 1)));
        assertThat(PictureDigest.of(then.picture())).isEqualTo(picture);
        station = ProtectedStation.open(folder);
    }

    @Test
    void nothing_small_can_be_guessed_from_what_is_left() throws IOException {
        Receipt receipt = ProtectedStation.patrols(station, row(5, "P-1", "yes", ""));
        String item = observations(receipt) + "/0";
        String text = reveal(item, "M");
        Hash commitment = Hash.fromBase64(String.valueOf(station.picture().commitment(item, 'M')));
        assertThat(text).contains("\"remark\":\"yes\"");
        byte[] yes = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
        ProtectedStation.redact(station, item, "M");
        station.close();
        long windows = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Canaries.written(file);
                for (int at = 0; at + 32 <= bytes.length; at++) {
                    byte[] salt = java.util.Arrays.copyOfRange(bytes, at, at + 32);
                    if (Commitment.of(salt, yes).equals(commitment)) {
                        throw new AssertionError("the salt is in " + file + " at " + at);
                    }
                    windows++;
                }
            }
        }
        assertThat(windows).isGreaterThan(10_000);
        station = ProtectedStation.open(folder);
    }

    @Test
    void a_redaction_that_a_crash_or_a_backup_undid_is_pending_and_done_at_the_next_start() throws IOException {
        Path keys = keyFile("M");
        byte[] before = Files.readAllBytes(keys);
        ProtectedStation.redact(station, rows + "/1", "M");
        assertThat(Files.readAllBytes(keys)).isNotEqualTo(before);
        station.close();
        Files.write(keys, before);
        station = ProtectedStation.open(folder);
        assertThat(pending()).isEmpty();
        assertThat(Files.readAllBytes(keys)).isNotEqualTo(before);
        Files.write(keys, before);
        assertThat(pending()).hasSize(1);
        reopen();
        assertThat(pending()).isEmpty();
        assertThat(reveal(rows + "/0", "M")).contains(remarks.get(0));
    }

    @Test
    void copies_of_keys_that_lie_elsewhere_in_the_folder_go_too() throws IOException {
        Path aside = Files.createDirectories(folder.resolve("vault-saved/deep"));
        Files.copy(keyFile("M"), aside.resolve("rows.bin"));
        byte[] all = Files.readAllBytes(keyFile("M"));
        Files.write(folder.resolve("state/dump"), all);
        Files.write(keyFile("M").resolveSibling("copy.M.keys.old"), all);
        Path spooled = Files.createDirectories(folder.resolve("blobs/spool")).resolve("1-1");
        Files.write(spooled, all);
        ProtectedStation.redact(station, rows + "/1", "M");
        assertThat(spooled).doesNotExist();
        byte[] erased = java.util.Arrays.copyOfRange(all, 112 + 104 + 24, 112 + 104 + 104);
        String wanted = new String(erased, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Canaries.written(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(wanted);
            }
        }
        assertThat(station.shred()).hasSize(1);
    }

    private Path keyFile(String letter) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("vault/rows"))) {
            return files.filter(file -> file.toString().endsWith("." + letter + ".keys"))
                    .max(java.util.Comparator.comparingLong(
                            file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    @Test
    void each_audience_opens_what_is_for_it_and_the_machine_nothing() throws IOException {
        AudienceSecret monitor = enter("monitor");
        AudienceSecret sources = enter("sources");
        AudienceSecret vathe = enter("party:VA");
        long early = ProtectedStation.call(station, canaries.next(), "S");
        assertThat(reveal(early + "", "S", vathe))
                .as("the other party has no key yet")
                .isEqualTo("not-opened");
        AudienceSecret ilmoss = enter("party:IL");
        long shared = ProtectedStation.call(station, canaries.next(), "S");
        String said = canaries.words().getLast();
        Receipt receipt = ProtectedStation.patrols(station, line(4, canaries.next()));
        String row = observations(receipt) + "/0";
        for (AudienceSecret each : List.of(monitor, vathe, ilmoss)) {
            assertThat(reveal(shared + "", "S", each)).isEqualTo(said);
        }
        assertThat(reveal(shared + "", "S", AudienceSecret.create("party:VA"))).isEqualTo("not-opened");
        assertThat(reveal(row, "M", monitor)).contains(remarks.get(3));
        assertThat(reveal(row, "R", sources)).contains("person");
        for (String letter : List.of("M", "R")) {
            for (AudienceSecret each : List.of(vathe, ilmoss, letter.equals("M") ? sources : monitor)) {
                assertThat(reveal(row, letter, each)).isEqualTo("not-opened");
            }
            assertThat(reveal(row, letter)).as("the machine").isEqualTo("not-opened");
        }
        assertThat(reveal(observations(receipt) - 1 + "", "M", monitor))
                .as("the file")
                .isEqualTo("not-opened");
        assertThat(reveal(observations(receipt) - 1 + "", "M", sources)).contains(remarks.get(3));
        ProtectedStation.redact(station, shared + "", "S");
        for (AudienceSecret each : List.of(monitor, vathe, ilmoss)) {
            assertThat(reveal(shared + "", "S", each)).isEqualTo("redacted");
        }
        assertThat(reveal(rows + "/0", "M")).as("what was kept before").contains(remarks.get(0));
        station.close();
        assertThat(Canaries.found(folder, canaries.words())).isEmpty();
    }

    private AudienceSecret enter(String name) throws IOException {
        AudienceSecret secret = AudienceSecret.create(name);
        ProtectedStation.decide(
                station,
                "act",
                "audience",
                "audience",
                name,
                "key",
                secret.key().text(),
                "reason",
                "their key");
        return secret;
    }

    @Test
    void reading_is_in_the_record_and_who_may_not_reads_nothing() throws IOException {
        long size = station.picture().size();
        reveal(rows + "/0", "M");
        assertThat(station.picture().size()).isEqualTo(size + 1);
        var read = station.picture().docket().stated().getLast();
        assertThat(read.by().id()).isEqualTo("analyst-1");
        assertThat(read.statement().text("item")).isEqualTo(rows + "/0");
        assertThat(reveal(rows + "/9", "M")).isEqualTo("unknown-item");
        assertThat(reveal(rows + "/0", "M", AudienceSecret.create("monitor"))).isEqualTo("not-opened");
        assertThat(station.picture().size()).isEqualTo(size + 1);
        SignedStatement forged = ProtectedStation.signed(
                station, "analyst-1", "act", "access", "item", rows + "/0", "class", "M", "reason", "x");
        SignedStatement other =
                new SignedStatement(forged.id(), "patrol-1", forged.statement(), forged.signature(), null, null);
        assertThatThrownBy(() -> station.reveal(other, null, (index, leaf) -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("signature");
        assertThatThrownBy(() -> ProtectedStation.state(
                        station,
                        "analyst-1",
                        "act",
                        "audience",
                        "audience",
                        "monitor",
                        "key",
                        "monitor+x+y",
                        "reason",
                        "x"))
                .isInstanceOf(Refusal.class);
        assertThat(StationKeys.read(folder).toString()).doesNotContain("PRIVATE");
    }
}
