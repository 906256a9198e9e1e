package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import truceline.ledger.LedgerException;

class SpaceTest {
    private static final Path ROOT = Path.of("/station");
    private static final LedgerStore.Settings SETTINGS =
            new LedgerStore.Settings(5 << 12, 40, 1 << 13, 40_000, 10_000, 5_000, 100);

    private final SimDisk disk = new SimDisk(ROOT);

    private LedgerStore store() {
        return LedgerStore.create(disk, ROOT, LedgerStoreTest.KEY.name(), LedgerStoreTest.KEY, SETTINGS);
    }

    @Test
    void nothing_is_accepted_on_a_disk_that_is_nearly_full_and_what_was_accepted_is_sealed() {
        try (LedgerStore store = store()) {
            store.append(LedgerStoreTest.entries(0, 5)).await();
            disk.freeBytes(9_999);
            store.append(LedgerStoreTest.entries(5, 6)).await(); // the look at the disk follows each frame
            assertThatThrownBy(() -> store.append(LedgerStoreTest.entries(6, 7)))
                    .isInstanceOfSatisfying(
                            LedgerException.class, e -> assertThat(e.code()).isEqualTo("full"));
            assertThat(store.seal().size()).isEqualTo(6);
            assertThat(store.isStopped()).isFalse();
            disk.freeBytes(10_000);
            store.append(LedgerStoreTest.entries(6, 7)).await();
            assertThat(store.size()).isEqualTo(7);
        }
    }

    @Test
    void the_reserve_is_made_under_load_and_given_back_when_a_write_fails() throws Exception {
        Path reserve = new StationFolder(ROOT).reserve();
        try (LedgerStore store = store()) {
            store.append(LedgerStoreTest.entries(0, 2)).await();
            assertThat(disk.exists(reserve)).isFalse();
            store.append(LedgerStoreTest.entries(2, 40)).await();
            store.append(LedgerStoreTest.entries(40, 41)).await();
            assertThat(disk.length(reserve)).isEqualTo(5_000);
            disk.failAt(disk.steps() + 1, false);
            assertThatThrownBy(store.append(LedgerStoreTest.entries(41, 42))::await)
                    .hasMessageContaining("stopped");
            assertThat(disk.exists(reserve)).isFalse();
        }
        assertThat(disk.exists(new StationFolder(ROOT).stoppedMarker())).isTrue();
    }
}
