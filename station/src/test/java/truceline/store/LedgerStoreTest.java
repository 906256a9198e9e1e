package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.ledger.Checkpoint;
import truceline.ledger.CompactRange;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.Proofs;
import truceline.ledger.Signer;

class LedgerStoreTest {
    static final Signer KEY = Signer.of("ledger.example/test", new byte[32]);

    @TempDir
    Path dir;

    static List<byte[]> entries(int from, int to) {
        List<byte[]> out = new ArrayList<>();
        for (int i = from; i < to; i++) {
            out.add(("{\"n\":" + i + "}").getBytes(StandardCharsets.UTF_8));
        }
        return out;
    }

    static Hash root(List<byte[]> entries) {
        CompactRange range = new CompactRange();
        entries.forEach(entry -> range.append(Hash.leaf(entry).bytes(), 0));
        return range.root();
    }

    static void assertHolds(LedgerStore store, int size) {
        List<byte[]> expected = entries(0, size);
        assertThat(store.size()).isEqualTo(size);
        List<byte[]> all = new ArrayList<>();
        store.forEach(0, size, (index, entry) -> {
            assertThat(index).isEqualTo(all.size());
            all.add(entry);
        });
        assertThat(all).usingElementComparator(Arrays::compare).isEqualTo(expected);
        for (int i = 0; i < size; i += 97) {
            assertThat(store.entry(i)).isEqualTo(expected.get(i));
        }
    }

    @Test
    void what_is_appended_is_read_back_before_and_after_it_is_sealed() {
        try (LedgerStore store = LedgerStore.create(dir, KEY.name(), KEY)) {
            store.append(entries(0, 300)).await();
            assertHolds(store, 300);
            Checkpoint first = store.seal();
            assertThat(first).isEqualTo(new Checkpoint(KEY.name(), 300, root(entries(0, 300))));
            assertHolds(store, 300);
            store.append(entries(300, 900)).await();
            assertHolds(store, 900);
            Checkpoint second = store.seal();
            assertThat(second.root()).isEqualTo(root(entries(0, 900)));
            assertThat(Proofs.verifyConsistency(
                            300,
                            first.root(),
                            900,
                            second.root(),
                            store.published().consistency(300)))
                    .isTrue();
            assertHolds(store, 900);
        }
        assertThat(LedgerStore.openReadOnly(dir).size()).isEqualTo(900);
    }

    @Test
    void receipts_come_in_the_order_of_the_indexes_and_only_for_durable_entries() {
        List<Long> told = new ArrayList<>();
        try (LedgerStore store = LedgerStore.create(dir, KEY.name(), KEY)) {
            List<Pending> pending = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                pending.add(store.append(entries(i * 20, i * 20 + 20), (index, leaf) -> {
                    assertThat(leaf)
                            .isEqualTo(Hash.leaf(
                                    entries((int) index, (int) index + 1).getFirst()));
                    told.add(index);
                }));
                assertThat(pending.getLast().first()).isEqualTo(i * 20L);
            }
            pending.forEach(Pending::await);
            assertThat(pending).allMatch(Pending::isDurable);
            assertThat(store.size()).isEqualTo(1000);
        }
        assertThat(told).hasSize(1000).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void closing_seals_and_opening_goes_on() {
        LedgerStore.create(dir, KEY.name(), KEY).close();
        int size = 0;
        for (int more : List.of(1, 254, 1, 1, 300, 0, 512)) {
            try (LedgerStore store = LedgerStore.open(dir, KEY)) {
                assertHolds(store, size);
                store.append(entries(size, size + more)).await();
            }
            size += more;
            assertThat(LedgerStore.openReadOnly(dir).checkpoint().root()).isEqualTo(root(entries(0, size)));
        }
    }

    @Test
    void a_second_writer_is_refused_until_the_first_has_closed() {
        try (LedgerStore _ = LedgerStore.create(dir, KEY.name(), KEY)) {
            for (int i = 0; i < 100; i++) {
                assertThatThrownBy(() -> LedgerStore.open(dir, KEY))
                        .isInstanceOfSatisfying(
                                LedgerException.class, e -> assertThat(e.code()).isEqualTo("locked"));
            }
        }
        LedgerStore.open(dir, KEY).close();
    }

    @Test
    void a_ledger_is_made_once_and_never_by_opening() {
        assertThatThrownBy(() -> LedgerStore.open(dir, KEY)).hasMessageContaining("has no ledger");
        LedgerStore.create(dir, KEY.name(), KEY).close();
        assertThatThrownBy(() -> LedgerStore.create(dir, KEY.name(), KEY)).hasMessageContaining("already has a ledger");
    }

    @Test
    void another_key_is_refused() {
        LedgerStore.create(dir, KEY.name(), KEY).close();
        byte[] seed = new byte[32];
        seed[0] = 1;
        assertThatThrownBy(() -> LedgerStore.open(dir, Signer.of(KEY.name(), seed)))
                .isInstanceOfSatisfying(
                        LedgerException.class, e -> assertThat(e.code()).isEqualTo("bad-signature"));
    }

    @Test
    void an_entry_longer_than_its_length_prefix_can_say_is_refused_and_the_longest_is_kept() {
        try (LedgerStore store = LedgerStore.create(dir, KEY.name(), KEY)) {
            assertThatThrownBy(() -> store.append(List.of(new byte[65_536]))).hasMessageContaining("65535");
            byte[] longest = new byte[65_535];
            Arrays.fill(longest, (byte) 7);
            store.append(List.of(longest, new byte[0])).await();
            assertThat(store.entry(0)).isEqualTo(longest);
            store.seal();
            assertThat(store.entry(0)).isEqualTo(longest);
            assertThat(store.entry(1)).isEmpty();
        }
    }

    @Test
    void partial_tiles_go_once_the_full_tile_is_published() throws IOException {
        try (LedgerStore store = LedgerStore.create(dir, KEY.name(), KEY)) {
            store.append(entries(0, 100)).await();
            store.seal();
            ReadOnlyLedger early = LedgerStore.openReadOnly(dir);
            assertThat(Files.exists(dir.resolve("ledger/tile/entries/000.p/100")))
                    .isTrue();
            store.append(entries(100, 300)).await();
            store.seal();
            assertThat(Files.exists(dir.resolve("ledger/tile/entries/000.p"))).isFalse();
            assertThat(Files.exists(dir.resolve("ledger/tile/0/000.p"))).isFalse();
            assertThat(Files.exists(dir.resolve("ledger/tile/0/001.p/44"))).isTrue();
            assertThat(early.entry(99)).isEqualTo(entries(99, 100).getFirst());
            assertThat(early.inclusion(99)).hasSize(4);
        }
    }

    @Test
    void a_writer_whose_lock_was_taken_away_promises_nothing_more_and_the_next_holds_what_it_promised()
            throws IOException {
        try (LedgerStore first = LedgerStore.create(dir, KEY.name(), KEY)) {
            first.append(entries(0, 10)).await();
            Files.delete(dir.resolve("lock").resolve("writer"));
            try (LedgerStore second = LedgerStore.open(dir, KEY)) {
                assertThatThrownBy(() -> first.append(entries(10, 20)).await()).isInstanceOf(LedgerException.class);
                assertThatThrownBy(first::seal).isInstanceOf(LedgerException.class);
                second.append(entries(10, 30)).await();
                second.seal();
                assertHolds(second, 30);
            }
        }
    }
}
