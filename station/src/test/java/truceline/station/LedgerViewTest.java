package truceline.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.intake.Refusal;
import truceline.ledger.Checkpoint;
import truceline.ledger.EntryProof;
import truceline.ledger.LedgerException;
import truceline.ledger.Signer;
import truceline.ledger.Verifier;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.store.LedgerStore;
import truceline.store.StationKeys;

class LedgerViewTest {
    @TempDir
    private Path folder;

    /// A ledger of a key entry, `more` source entries and one entry of a type that nobody knows.
    private LedgerView ledger(int more) {
        StationKeys keys = StationKeys.create(folder, "ledger.example");
        List<byte[]> entries = new ArrayList<>();
        entries.add(EntryText.write(
                new Entry.KeyEntered("log", keys.log().verifier().text())));
        for (int i = 0; i < more; i++) {
            entries.add(EntryText.write(new Entry.SourceEntered("s" + i, 'F', 1000L * i)));
        }
        entries.add("{\"strange\":{},\"v\":9}".getBytes(StandardCharsets.UTF_8));
        try (LedgerStore store = LedgerStore.create(folder, "ledger.example", keys.log())) {
            store.append(entries).await();
            store.seal();
        }
        return LedgerView.open(folder);
    }

    @Test
    void an_entry_comes_with_a_proof_that_holds_for_it_and_for_no_other() {
        LedgerView ledger = ledger(700);
        Verifier key = Verifier.parse(ledger.key());
        for (long index : new long[] {0, 255, 256, 511, 512, 700, 701}) {
            EntryView view = ledger.view(index);
            EntryProof proof = EntryProof.parse(view.proof().getBytes(StandardCharsets.UTF_8));
            byte[] entry = view.text().getBytes(StandardCharsets.UTF_8);
            Checkpoint checkpoint = proof.verify(entry, key);
            assertThat(entry).isEqualTo(ledger.entry(index));
            assertThat(checkpoint.size()).isEqualTo(ledger.size()).isEqualTo(view.size());
            assertThat(checkpoint.root().base64()).isEqualTo(ledger.root());
            assertThat(view.proof()).endsWith("\n\n" + ledger.checkpoint());
            assertThat(view.inclusion()).hasSizeGreaterThan(2);
            entry[entry.length / 2] ^= 1;
            assertThatThrownBy(() -> proof.verify(entry, key))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("index " + index);
        }
    }

    @Test
    void pages_lead_from_the_newest_entry_to_the_first_and_leave_none_out() {
        LedgerView ledger = ledger(600);
        List<Long> seen = new ArrayList<>();
        long before = ledger.size();
        while (before > 0) {
            LedgerPage page = ledger.page(before, 100);
            assertThat(page.size()).isEqualTo(602);
            page.entries().forEach(line -> seen.add(line.index()));
            before = page.next();
        }
        assertThat(seen).hasSize(602).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(ledger.page(Long.MAX_VALUE, 5).entries()).hasSize(5);
        assertThat(ledger.page(0, 5).entries()).isEmpty();
        assertThat(ledger.page(-3, 0).entries()).isEmpty();
    }

    @Test
    void a_line_says_the_type_and_what_it_is_about_also_of_an_entry_nobody_knows() {
        LedgerView ledger = ledger(2);
        assertThat(ledger.page(ledger.size(), 3).entries())
                .containsExactly(
                        new EntryLine(3, "strange", "not known to this version"),
                        new EntryLine(2, "source", "source s1, grade F, 1970-01-01T00:00:01Z"),
                        new EntryLine(1, "source", "source s0, grade F, 1970-01-01T00:00:00Z"));
        assertThat(ledger.view(0).line().summary()).startsWith("key of the log: ledger.example+");
    }

    @Test
    void an_entry_that_is_not_there_is_not_found() {
        LedgerView ledger = ledger(1);
        for (long index : new long[] {-1, 3, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> ledger.view(index))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("not-found"));
        }
    }

    @Test
    void one_entry_is_read_from_its_own_bundle_alone() throws Exception {
        LedgerView ledger = ledger(700);
        Files.delete(folder.resolve("ledger/tile/entries/000"));
        assertThat(ledger.view(600).line().type()).isEqualTo("source");
        assertThatThrownBy(() -> ledger.view(5)).hasMessageContaining("tile/entries/000");
    }

    @Test
    void a_proof_that_the_files_do_not_bear_out_is_not_given() throws Exception {
        LedgerView ledger = ledger(10);
        Path tile = folder.resolve("ledger/tile/0/000.p/12");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[40] ^= 1;
        Files.write(tile, bytes);
        assertThatThrownBy(() -> ledger.proof(5)).hasMessageContaining("does not show");
    }

    @Test
    void a_ledger_signed_by_another_key_than_its_first_entry_names_is_not_shown() {
        StationKeys keys = StationKeys.create(folder, "ledger.example");
        String other = Signer.of("ledger.example", new byte[32]).verifier().text();
        try (LedgerStore store = LedgerStore.create(folder, "ledger.example", keys.log())) {
            store.append(List.of(EntryText.write(new Entry.KeyEntered("log", other))))
                    .await();
            store.seal();
        }
        assertThatThrownBy(() -> LedgerView.open(folder))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not signed by the key");
        assertThatThrownBy(() -> BundleExport.write(folder, folder.resolve("b.zip"), "P"))
                .isInstanceOf(Refusal.class);
        assertThat(folder.resolve("b.zip")).doesNotExist();
    }

    @Test
    void only_what_is_sealed_is_exported() throws Exception {
        LedgerView sealed = ledger(10);
        StationKeys keys = StationKeys.read(folder);
        try (LedgerStore store = LedgerStore.open(folder, keys.log())) {
            store.append(List.of("unsealed".getBytes(StandardCharsets.UTF_8))).await();
            Path bundle = folder.resolve("b.zip");
            BundleExport.Result written = BundleExport.write(folder, bundle, "P");
            assertThat(written.entries()).isEqualTo(store.checkpoint().size());
            assertThat(written.entries()).isGreaterThanOrEqualTo(sealed.size());
            assertThat(BundleAudit.of(bundle, null).ledger().tree()).isEmpty();
            boolean holdsIt = new String(Files.readAllBytes(bundle), StandardCharsets.ISO_8859_1).contains("unsealed");
            assertThat(holdsIt).isEqualTo(written.entries() > sealed.size());
        }
    }
}
