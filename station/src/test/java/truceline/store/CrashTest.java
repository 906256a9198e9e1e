package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import truceline.ledger.Checkpoint;
import truceline.ledger.CompactRange;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.Signer;

/// Random histories of one station on a simulated disk that fails and loses power at random steps: what was
/// acknowledged
/// is there afterwards, byte for byte, and every checkpoint that was ever published is the beginning of the next.
///
/// `-Dtruceline.seeds=N` runs more histories.
class CrashTest {
    private static final Signer KEY = Signer.of("ledger.example/crash", new byte[32]);
    private static final LedgerStore.Settings SMALL = new LedgerStore.Settings(5 << 12, 40, 1 << 13, 40_000);
    private static final int SEEDS = Integer.getInteger("truceline.seeds", 120);

    @TempDir
    Path dir;

    /// One history: what was given to the station, what it acknowledged and published.
    private static final class History {
        final Random random;
        final SimDisk disk;
        final Path root;
        final List<byte[]> given = new ArrayList<>();
        final List<Checkpoint> published = new ArrayList<>();
        private long acknowledged;
        private boolean created;
        int crashes;

        History(Path root, long seed, SimDisk.@Nullable Bug bug) {
            this.root = root;
            random = new Random(seed);
            disk = new SimDisk(root);
            if (bug != null) {
                disk.plant(bug);
            }
        }

        synchronized void acknowledge(long index) {
            assertThat(index).isEqualTo(acknowledged);
            acknowledged++;
        }

        void run() {
            for (int round = 0; round < 4; round++) {
                boolean power = random.nextBoolean();
                disk.failAt(disk.steps() + 1 + random.nextInt(round == 0 ? 40 : 120), power);
                live();
                if (power || random.nextBoolean()) {
                    disk.losePower(random);
                    crashes++;
                } else {
                    disk.restart();
                }
                check();
            }
        }

        /// Uses the station until it ends well or breaks.
        void live() {
            try (LedgerStore store = enter()) {
                created = true;
                int actions = 1 + random.nextInt(12);
                for (int i = 0; i < actions; i++) {
                    act(store);
                }
            } catch (LedgerException | UncheckedIOException _) {
                // the disk failed: what follows is the check
            }
        }

        LedgerStore enter() {
            return created
                    ? LedgerStore.open(disk, root, KEY, SMALL)
                    : LedgerStore.create(disk, root, KEY.name(), KEY, SMALL);
        }

        void act(LedgerStore store) {
            if (random.nextInt(4) == 0) {
                published.add(store.seal());
                return;
            }
            List<byte[]> entries = new ArrayList<>();
            int count = random.nextInt(5) == 0 ? 100 : 1 + random.nextInt(5);
            for (int i = 0; i < count; i++) {
                byte[] entry = new byte[random.nextInt(random.nextInt(10) == 0 ? 3000 : 100)];
                random.nextBytes(entry);
                entries.add(entry);
            }
            given.addAll(entries);
            Pending pending = store.append(entries, (index, leaf) -> acknowledge(index));
            if (random.nextInt(3) > 0) {
                pending.await();
            }
        }

        /// The machine is back: opens without further failures and compares.
        void check() {
            StationFolder folder = new StationFolder(root);
            created = disk.exists(folder.lockedCheckpoint());
            if (!created) {
                assertThat(acknowledged).isZero();
                given.clear();
                return;
            }
            if (disk.exists(folder.publishedCheckpoint())) {
                published.add(ReadOnlyLedger.open(disk, folder).checkpoint());
            }
            try (LedgerStore store = LedgerStore.open(disk, root, KEY, SMALL)) {
                compare(store);
            }
        }

        private void compare(LedgerStore store) {
            assertThat(store.size()).as("entries").isBetween(acknowledged, (long) given.size());
            published.add(store.checkpoint());
            List<Hash> roots = new ArrayList<>();
            CompactRange range = new CompactRange();
            roots.add(range.root());
            store.forEach(0, store.size(), (index, entry) -> {
                assertThat(entry).as("entry %d", index).isEqualTo(given.get((int) index));
                range.append(Hash.leaf(entry).bytes(), 0);
                roots.add(range.root());
            });
            for (Checkpoint checkpoint : published) {
                assertThat(checkpoint.size()).as("published size").isLessThanOrEqualTo(store.size());
                assertThat(checkpoint.root())
                        .as("root of %d", checkpoint.size())
                        .isEqualTo(roots.get((int) checkpoint.size()));
            }
            assertThat(published.getLast().size()).isEqualTo(store.size());
            given.subList((int) store.size(), given.size()).clear();
            acknowledged = store.size();
        }
    }

    @Test
    void no_acknowledged_entry_is_lost_or_changed_and_no_checkpoint_contradicts_another() {
        int crashes = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            History history = new History(dir, seed, null);
            try {
                history.run();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
            crashes += history.crashes;
        }
        assertThat(crashes).isGreaterThan(SEEDS);
    }

    @ParameterizedTest
    @EnumSource
    void a_writer_with_a_fault_is_found_out(SimDisk.Bug bug) {
        for (long seed = 0; seed < 500; seed++) {
            try {
                new History(dir, seed, bug).run();
            } catch (AssertionError | RuntimeException _) {
                return;
            }
        }
        Assertions.fail("500 histories did not show the fault " + bug);
    }
}
