package truceline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import truceline.audit.Difference;
import truceline.intake.Refusal;
import truceline.station.BundleAudit;

/// A stranger gets one zip file, and it is enough.
class BundleTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FIRMS = """
            latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,satellite,instrument,confidence,version,\
            bright_ti5,frp,daynight
            -27.50000,-28.40000,330.10,0.40,0.40,2031-05-14,0612,N,VIIRS,n,2.0NRT,290.00,4.10,D
            """;

    @TempDir
    private static Path folder;

    private static Path home = Path.of("");
    private static Path bundle = Path.of("");

    @BeforeAll
    static void a_station_with_one_public_and_one_protected_file_is_exported() throws Exception {
        home = Program.ondral(folder);
        Path firms = Files.writeString(folder.resolve("firms.csv"), FIRMS);
        Program.expectDone(Program.run("submit", home, "--source", "firms", "--format", "firms-csv", firms));
        bundle = folder.resolve("a.zip");
        Program.expectDone(Program.run("export", home, "--bundle", bundle));
    }

    private static SortedMap<String, byte[]> unpacked(Path zip) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipFile in = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : in.stream().map(ZipEntry.class::cast).toList()) {
                files.put(entry.getName(), in.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    /// Packs as anybody would, compressed and at today's time.
    private static Path packed(Path zip, Map<String, byte[]> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packing = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                packing.putNextEntry(new ZipEntry(file.getKey()));
                packing.write(file.getValue());
                packing.closeEntry();
            }
        }
        return zip;
    }

    private static List<Difference> differences(Path zip) throws IOException {
        return BundleAudit.of(zip, null).ledger().tree();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void the_audit_of_a_bundle_passes_says_whose_key_it_used_and_counts_what_is_withheld() throws Exception {
        Program.Outcome outcome = Program.run("audit", bundle, "--json");
        assertThat(outcome.code()).as(outcome.words()).isZero();
        JsonNode answer = JSON.readTree(outcome.out());
        assertThat(answer.get("ok").asBoolean()).isTrue();
        assertThat(answer.get("findings").get("withheld").asInt()).isEqualTo(1);
        assertThat(answer.get("findings").get("differ").asInt()).isZero();
        assertThat(answer.get("differences").size()).isZero();
        JsonNode ofFolder = JSON.readTree(Program.run("audit", home, "--json").out());
        assertThat(answer.get("size")).isEqualTo(ofFolder.get("size"));
        assertThat(answer.get("root")).isEqualTo(ofFolder.get("root"));
        String key = new String(unpacked(bundle).get("keys/log.vkey"), StandardCharsets.UTF_8).strip();
        assertThat(outcome.words()).contains(key).contains("--key");
    }

    @Test
    void a_key_that_is_given_is_the_one_that_must_have_signed() throws Exception {
        String key = new String(unpacked(bundle).get("keys/log.vkey"), StandardCharsets.UTF_8).strip();
        assertThat(BundleAudit.of(bundle, key).ledger().tree()).isEmpty();
        String other = Files.readAllLines(Program.ROOT.resolve("vectors/ledger/key.txt"))
                .get(1);
        Program.Outcome wrong = Program.run("audit", bundle, "--key", other, "--json");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.out()).contains("checkpoint-signature");
    }

    @Test
    void a_bundle_holds_what_is_named_and_nothing_else() throws Exception {
        SortedMap<String, byte[]> files = unpacked(bundle);
        assertThat(files.keySet())
                .allMatch(
                        name -> name.matches(
                                "README\\.txt|truceline\\.yaml|keys/log\\.vkey|ledger/checkpoint|ledger/tile/.+|blobs/../[0-9a-f]{64}"));
        assertThat(files.keySet().stream().filter(name -> name.startsWith("blobs/")))
                .hasSize(1)
                .allSatisfy(name -> assertThat(files.get(name)).isEqualTo(bytes(FIRMS)));
        assertThat(files.get("ledger/checkpoint")).isEqualTo(Files.readAllBytes(home.resolve("ledger/checkpoint")));
        assertThat(new String(files.get("README.txt"), StandardCharsets.UTF_8)).contains("truceline audit");
    }

    @Test
    void the_same_record_makes_the_same_bytes_and_no_file_is_overwritten(@TempDir Path elsewhere) throws Exception {
        Path again = elsewhere.resolve("b.zip");
        Program.expectDone(Program.run(
                elsewhere, List.of("-Duser.timezone=Asia/Tokyo"), "export", home.toAbsolutePath(), "--bundle", again));
        assertThat(again).hasSameBinaryContentAs(bundle);
        Program.Outcome refused = Program.run("export", home, "--bundle", again);
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.words()).contains("exists already");
        Program.Outcome other = Program.run("export", home, "--bundle", elsewhere.resolve("c.zip"), "--release", "M");
        assertThat(other.code()).isEqualTo(4);
        assertThat(other.words()).contains("two persons");
        assertThat(Folders.files(elsewhere)).containsExactly(again);
    }

    @Test
    void a_flipped_bit_in_any_file_of_a_bundle_is_found(@TempDir Path elsewhere) throws IOException {
        SortedMap<String, byte[]> files = unpacked(bundle);
        byte[] good = Files.readAllBytes(bundle);
        Path bad = elsewhere.resolve("bad.zip");
        int tried = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            int start = indexOf(good, file.getValue(), indexOf(good, bytes(file.getKey()), 0));
            int step = Math.max(1, file.getValue().length / 12);
            for (int at = 0; at < file.getValue().length; at += step) {
                byte[] changed = good.clone();
                changed[start + at] ^= (byte) (1 << at % 8);
                Files.write(bad, changed);
                assertThat(differences(bad)).as("%s byte %d", file.getKey(), at).isNotEmpty();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(70);
    }

    @Test
    void a_changed_file_is_found_also_where_the_zip_file_was_made_anew(@TempDir Path elsewhere) throws IOException {
        SortedMap<String, byte[]> files = unpacked(bundle);
        Path zip = elsewhere.resolve("new.zip");
        assertThat(differences(packed(zip, files))).isEmpty();
        for (String name : files.keySet()) {
            if (name.equals("README.txt")) {
                continue;
            }
            SortedMap<String, byte[]> changed = new TreeMap<>(files);
            byte[] content = files.get(name).clone();
            content[content.length - 2] ^= 1;
            changed.put(name, content);
            assertThat(differences(packed(zip, changed))).as(name).isNotEmpty();
            changed.remove(name);
            List<Difference> found = differences(packed(zip, changed));
            assertThat(found.isEmpty()).as("without " + name).isEqualTo(name.startsWith("blobs/"));
        }
        files.put("notes.txt", bytes("x"));
        assertThat(differences(packed(zip, files))).contains(new Difference(-1, "notes.txt", "unexpected-file"));
    }

    @Test
    void a_file_that_no_public_submission_names_does_not_belong(@TempDir Path elsewhere) throws IOException {
        SortedMap<String, byte[]> files = unpacked(bundle);
        Path secret = Folders.files(home.resolve("blobs")).stream()
                .filter(file -> !files.containsKey(blobName(file)))
                .findFirst()
                .orElseThrow();
        files.put(blobName(secret), Files.readAllBytes(secret));
        assertThat(differences(packed(elsewhere.resolve("more.zip"), files)))
                .containsExactly(new Difference(-1, blobName(secret), "unexpected-file"));
    }

    private static String blobName(Path file) {
        String sha256 = String.valueOf(file.getFileName());
        return "blobs/" + sha256.substring(0, 2) + "/" + sha256;
    }

    private static int indexOf(byte[] all, byte[] part, int from) {
        for (int at = from; at + part.length <= all.length; at++) {
            int i = 0;
            while (i < part.length && all[at + i] == part[i]) {
                i++;
            }
            if (i == part.length) {
                return at;
            }
        }
        throw new IllegalArgumentException("not found");
    }

    @Test
    void names_that_lead_elsewhere_are_refused(@TempDir Path elsewhere) throws Exception {
        for (String name :
                List.of("../evil", "ledger/../../evil", "/etc/evil", "a\\..\\evil", "C:/evil", "a//b", "./a")) {
            SortedMap<String, byte[]> files = unpacked(bundle);
            files.put(name, bytes("x"));
            Path zip = packed(elsewhere.resolve("slip.zip"), files);
            assertThatThrownBy(() -> BundleAudit.of(zip, null))
                    .as(name)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("leads elsewhere");
        }
        Program.Outcome outcome = Program.run("audit", elsewhere.resolve("slip.zip"));
        assertThat(outcome.code()).isEqualTo(4);
        assertThat(Folders.files(elsewhere)).hasSize(1);
    }

    @Test
    void what_grows_beyond_measure_is_refused_before_it_is_unpacked(@TempDir Path elsewhere) throws Exception {
        SortedMap<String, byte[]> files = unpacked(bundle);
        files.put("blobs/00/" + "0".repeat(64), new byte[40_000_000]);
        Path zip = packed(elsewhere.resolve("bomb.zip"), files);
        assertThatThrownBy(() -> BundleAudit.of(zip, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("would unpack to more");
    }

    @Test
    void what_is_no_zip_file_or_holds_no_ledger_is_refused(@TempDir Path elsewhere) throws Exception {
        Path text = Files.writeString(elsewhere.resolve("text.zip"), "no zip file");
        Path empty = packed(elsewhere.resolve("empty.zip"), Map.of("README.txt", bytes("x")));
        byte[] half = Files.readAllBytes(bundle);
        Path cut = Files.write(elsewhere.resolve("cut.zip"), Arrays.copyOf(half, half.length / 2));
        for (Path zip : List.of(text, empty, cut)) {
            assertThatThrownBy(() -> BundleAudit.of(zip, null))
                    .as("%s", zip)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("is no bundle");
        }
    }

    @Test
    void a_zip_file_damaged_anywhere_is_refused_or_differs_and_never_breaks_the_audit(@TempDir Path elsewhere)
            throws IOException {
        Path bad = elsewhere.resolve("bad.zip");
        List<Path> wholes = List.of(bundle, packed(elsewhere.resolve("new.zip"), unpacked(bundle)));
        Random random = new Random(20310514);
        int found = 0;
        for (int i = 0; i < 200; i++) {
            byte[] bytes = Files.readAllBytes(wholes.get(i % 2));
            int tail = Math.min(bytes.length, 700);
            int at = i % 4 < 2 ? random.nextInt(bytes.length) : bytes.length - 1 - random.nextInt(tail);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(bad, bytes);
            try {
                found += differences(bad).isEmpty() ? 0 : 1;
            } catch (Refusal refusal) {
                assertThat(refusal.code()).isEqualTo("no-bundle");
                found++;
            }
        }
        // The rest are bits that no reader heeds: times, attributes, the second copy of a name.
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void no_word_of_a_protected_field_is_in_a_bundle(@TempDir Path elsewhere) throws Exception {
        String canary = "Quillfeather";
        List<String> rows = new ArrayList<>();
        rows.add("Id,Position,Observer latitude,Observer longitude,Event location,Means,No.,Observation,Description,"
                + "Weapon,\"Date, time\",Remark,Person");
        rows.add("1," + canary + " post,-27.2017345,-28.6213678,2-3km E,Heard,2,Explosion,Undetermined,N/K,"
                + "\"14 May 2031, 06:12\"," + canary + " remark," + canary + " person");
        rows.add("2," + canary + " post,-27.2017345,-28.6213678,2-3km E,Heard,2,Explosion,Undetermined,N/K,"
                + "\"31 February 2031, 06:12\"," + canary + "," + canary);
        Path csv = Files.write(elsewhere.resolve("patrol.csv"), rows);
        Path station = elsewhere.resolve("station");
        Program.expectDone(
                Program.run("init", station, "--agreement", Program.ONDRAL.resolve("ondral.agreement.yaml")));
        JsonNode receipt =
                JSON.readTree(Program.expectDone(Program.run("submit", station, "--source", "patrols", "--json", csv))
                        .out());
        assertThat(receipt.get("accepted").asInt()).isEqualTo(1);
        assertThat(receipt.get("rejected").asInt()).isEqualTo(1);
        Path zip = elsewhere.resolve("out.zip");
        Program.expectDone(Program.run("export", station, "--bundle", zip));
        StringBuilder all = new StringBuilder(new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1));
        unpacked(zip).forEach((name, content) -> all.append(name).append(new String(content, StandardCharsets.UTF_8)));
        assertThat(all.toString())
                .contains("\"observations\"")
                .doesNotContain(canary)
                .doesNotContain(canary.toLowerCase(Locale.ROOT))
                .doesNotContain("2017345")
                .doesNotContain("6213678")
                .doesNotContain("PRIVATE+KEY");
        for (Path secret : Folders.files(station.resolve("keys"))) {
            String text = new String(Files.readAllBytes(secret), StandardCharsets.ISO_8859_1);
            assertThat(all.toString()).doesNotContain(text.strip());
        }
    }
}
