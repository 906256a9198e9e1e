package truceline.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static truceline.station.ProtectedStation.row;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.audit.Difference;
import truceline.intake.Refusal;
import truceline.store.AudienceSecret;

/// What a bundle of a class holds, and that anybody checks it without a key.
class ReleaseTest {
    private final Canaries canaries = new Canaries(4);

    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");
    private String remark = "";
    private String person = "";
    private String shared = "";
    private String inside = "";
    private Station station;
    private long rows;

    @BeforeEach
    void found() throws IOException {
        home = folder.resolve("station");
        station = ProtectedStation.found(home);
        remark = canaries.next();
        person = canaries.next();
        Receipt receipt = ProtectedStation.patrols(
                station, row(1, canaries.next(), remark, person) + row(2, canaries.next(), canaries.next(), ""));
        rows = receipt.firstEntry() + receipt.entries() - 1;
        shared = canaries.next();
        ProtectedStation.call(station, shared, "S");
        inside = canaries.next();
        ProtectedStation.call(station, inside, null);
    }

    private void release(String letter) throws IOException {
        ProtectedStation.decide(station, "act", "release", "class", letter, "to", "the court", "reason", "order 4");
    }

    private Path export(String letter, String name) throws IOException {
        Path bundle = folder.resolve(name);
        BundleExport.write(home, bundle, letter);
        return bundle;
    }

    private static String content(Path bundle) throws IOException {
        return new String(Files.readAllBytes(bundle), StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_class_is_handed_out_by_two_persons_and_holds_nothing_above_it() throws IOException {
        assertThatThrownBy(() -> export("M", "early.zip"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("two persons");
        assertThatThrownBy(() -> export("R", "r.zip"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("never leaves");
        release("S");
        release("M");
        station.close();
        Path open = export("P", "p.zip");
        Path forBoth = export("S", "s.zip");
        Path monitor = export("M", "m.zip");
        for (String word : canaries.words()) {
            assertThat(Canaries.forms(word)).noneMatch(content(open)::contains);
            assertThat(Canaries.forms(word).stream().anyMatch(content(forBoth)::contains))
                    .isEqualTo(word.equals(shared));
            assertThat(Canaries.forms(word).stream().anyMatch(content(monitor)::contains))
                    .isEqualTo(!word.equals(person));
        }
        assertThat(audit(open).opened()).isZero();
        assertThat(audit(forBoth).opened()).isEqualTo(1);
        assertThat(audit(monitor).opened()).isEqualTo(4);
        assertThat(audit(monitor).ledger().tree()).isEmpty();
        assertThat(Files.readAllBytes(export("M", "again.zip"))).isEqualTo(Files.readAllBytes(monitor));
    }

    private static BundleAudit.Result audit(Path bundle) throws IOException {
        return BundleAudit.of(bundle, null);
    }

    @Test
    void what_comes_after_the_decision_or_was_redacted_or_is_for_another_key_stays_inside() throws IOException {
        AudienceSecret monitor = AudienceSecret.create("monitor");
        ProtectedStation.decide(
                station,
                "act",
                "audience",
                "audience",
                "monitor",
                "key",
                monitor.key().text(),
                "reason",
                "theirs");
        String sealed = canaries.next();
        ProtectedStation.call(station, sealed, null);
        release("M");
        String late = canaries.next();
        ProtectedStation.call(station, late, null);
        ProtectedStation.redact(station, rows + "/0", "M");
        station.close();
        Path without = folder.resolve("without.zip");
        BundleExport.Result few = BundleExport.write(home, without, "M");
        Path with = folder.resolve("with.zip");
        BundleExport.Result more = BundleExport.write(home, with, "M", monitor);
        assertThat(few.opened()).isEqualTo(3);
        assertThat(few.withheld()).isEqualTo(2);
        assertThat(more.opened()).isEqualTo(4);
        assertThat(more.withheld()).isEqualTo(1);
        assertThat(content(without)).contains(inside).doesNotContain(sealed, late, remark);
        assertThat(content(with)).contains(inside, sealed).doesNotContain(late, remark);
        BundleAudit.Result audited = audit(with);
        assertThat(audited.ledger().tree()).isEmpty();
        assertThat(audited.opened()).isEqualTo(4);
        assertThat(ProtectedCount.of(audited.ledger().picture()).redacted()).isEqualTo(1);
    }

    @Test
    void a_text_that_the_record_does_not_commit_to_is_found() throws IOException {
        release("S");
        station.close();
        Path bundle = export("S", "s.zip");
        String line = new String(read(bundle, "opened/000000.jsonl"), StandardCharsets.UTF_8);
        assertThat(line).contains(shared);
        assertThat(changed(bundle, line.replace(shared, "another text"))).contains("opened-item");
        assertThat(changed(bundle, line.replace("\"class\":\"S\"", "\"class\":\"M\"")))
                .contains("opened-item");
        assertThat(changed(bundle, line + line)).contains("opened-form");
        assertThat(changed(bundle, line.replace("{", "{ "))).contains("opened-form");
        assertThat(changed(bundle, line.strip())).contains("opened-form");
        assertThat(changed(bundle, line)).isEmpty();
    }

    @Test
    void what_nobody_decided_to_hand_out_is_found_also_where_it_is_true() throws IOException {
        release("M");
        station.close();
        String opened = new String(read(export("M", "m.zip"), "opened/000000.jsonl"), StandardCharsets.UTF_8);
        station = ProtectedStation.open(home);
        ProtectedStation.redact(station, rows + "/0", "M");
        station.close();
        Path later = export("M", "later.zip");
        assertThat(changed(later, opened)).containsExactly("redacted");
    }

    private List<String> changed(Path bundle, String opened) throws IOException {
        Path other = Files.createTempFile(folder, "changed", ".zip");
        try (ZipFile from = new ZipFile(bundle.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(other))) {
            for (ZipEntry entry : from.stream().toList()) {
                byte[] bytes = entry.getName().startsWith("opened/")
                        ? opened.getBytes(StandardCharsets.UTF_8)
                        : read(bundle, entry.getName());
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
                out.closeEntry();
            }
        }
        return audit(other).ledger().tree().stream().map(Difference::what).toList();
    }

    private static byte[] read(Path bundle, String name) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            return zip.getInputStream(zip.getEntry(name)).readAllBytes();
        }
    }
}
