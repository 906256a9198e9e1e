package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.ledger.Checkpoint;
import truceline.ledger.CompactRange;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.WitnessRequest;
import truceline.ledger.Witnessing;

/// Every state that a station's folder was ever in, restored: it comes back as exactly what it was, or not at all; and
/// where the lock, which is to be kept apart, knows of more, it does not come back.
///
/// `-Dtruceline.snapshots.every=1` restores all of them (`scripts/snapshots.sh`); the default is a sample.
class RestoreTest {
    private static final int COMMITS = 200;
    private static final int EVERY = Integer.getInteger("truceline.snapshots.every", 10);
    private static final long SEED = Long.getLong("truceline.snapshots.seed", 200);
    private static final LedgerStore.Settings SMALL = LedgerStore.Settings.of(1 << 16, 40, 8 << 10, 1 << 30);
    private static final List<String> PARTS = List.of("ledger", "history", "wal", "lock");

    @TempDir
    private static Path folder = Path.of("");

    private static final List<Snapshot> SNAPSHOTS = new ArrayList<>();
    private static final Map<String, Map<String, Integer>> COUNTED = new TreeMap<>();

    /// The folder after a commit.
    ///
    /// @param size durable entries then
    /// @param locked size of the checkpoint in its lock
    private record Snapshot(int number, Path home, int size, long locked) {}

    @BeforeAll
    static void run() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        Path home = folder.resolve("station");
        LedgerStore store =
                LedgerStore.create(new PosixDisk(), home, LedgerStoreTest.KEY.name(), LedgerStoreTest.KEY, SMALL);
        int size = 0;
        for (int commit = 0; commit < COMMITS; commit++) {
            int to = size + 1 + random.nextInt(12);
            store.append(LedgerStoreTest.entries(size, to)).await();
            size = to;
            int then = random.nextInt(12);
            if (then < 7) {
                store.seal();
            }
            if (then == 0) {
                store.close();
                store = LedgerStore.open(new PosixDisk(), home, LedgerStoreTest.KEY, SMALL);
            }
            Path copy = folder.resolve("snapshot-" + commit);
            PARTS.forEach(part -> copy(home.resolve(part), copy.resolve(part)));
            SNAPSHOTS.add(new Snapshot(
                    commit,
                    copy,
                    size,
                    Checkpoint.open(Files.readAllBytes(copy.resolve("lock/checkpoint")), LedgerStoreTest.KEY.verifier())
                            .size()));
        }
        store.close();
        copy(home, folder.resolve("newest"));
    }

    @AfterAll
    static void say() {
        new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                .println("snapshots of " + COMMITS + " commits: " + COUNTED);
    }

    private static List<Snapshot> chosen() {
        return SNAPSHOTS.stream().filter(each -> each.number % EVERY == 0).toList();
    }

    @Test
    void each_comes_back_as_exactly_what_it_was() {
        for (Snapshot each : chosen()) {
            Path home = mixed(each.home, each.home, each.home);
            assertThat(restore("alone", home, each.locked))
                    .as("snapshot %d", each.number)
                    .isEqualTo(each.size);
        }
    }

    @Test
    void none_comes_back_under_a_lock_that_knows_of_more() {
        Path newest = folder.resolve("newest");
        for (Snapshot each : chosen()) {
            if (each.size < SNAPSHOTS.getLast().size) {
                Path home = mixed(each.home, each.home, newest);
                assertThat(restore("under the newest lock", home, each.locked))
                        .as("snapshot %d", each.number)
                        .isNegative();
            }
        }
    }

    @Test
    void none_comes_back_without_its_lock() throws IOException {
        for (Snapshot each : chosen()) {
            Path home = mixed(each.home, each.home, each.home);
            delete(home.resolve("lock"));
            assertThat(restore("lock lost", home, each.locked))
                    .as("snapshot %d", each.number)
                    .isNegative();
            assertThat(home.resolve("lock/checkpoint")).doesNotExist();
        }
    }

    @Test
    void none_comes_back_where_more_was_published_than_its_lock_knows() throws IOException {
        for (Snapshot each : chosen()) {
            if (each.locked < SNAPSHOTS.getLast().size) {
                Path home = mixed(each.home, each.home, each.home);
                Files.copy(
                        folder.resolve("newest/ledger/checkpoint"),
                        home.resolve("ledger/checkpoint"),
                        StandardCopyOption.REPLACE_EXISTING);
                assertThat(restore("published ahead", home, each.locked))
                        .as("snapshot %d", each.number)
                        .isNegative();
            }
        }
    }

    @Test
    void parts_of_different_times_give_a_beginning_of_the_record_that_the_lock_allows_or_nothing() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        Path newest = folder.resolve("newest");
        for (Snapshot each : chosen()) {
            Snapshot other = SNAPSHOTS.get(random.nextInt(COMMITS));
            Snapshot near = SNAPSHOTS.get(Math.min(COMMITS - 1, each.number + 1));
            Snapshot third = SNAPSHOTS.get(random.nextInt(COMMITS));
            restore("old ledger", mixed(each.home, newest, newest), SNAPSHOTS.getLast().size);
            restore("old log", mixed(newest, each.home, newest), SNAPSHOTS.getLast().size);
            restore("old lock", mixed(newest, newest, each.home), each.locked);
            restore("next log", mixed(each.home, near.home, each.home), each.locked);
            restore("next ledger", mixed(near.home, each.home, each.home), each.locked);
            restore("next lock", mixed(each.home, each.home, near.home), near.locked);
            restore("mixed", mixed(each.home, other.home, third.home), third.locked);
        }
    }

    @Test
    void a_witness_that_saw_more_cosigns_nothing_that_a_restored_folder_signs_beside_it() throws IOException {
        Path home = folder.resolve("witness");
        WitnessStore.create(home, "witness.example/a");
        Path newest = folder.resolve("newest");
        try (WitnessStore witness = WitnessStore.open(home)) {
            witness.serve(LedgerStoreTest.KEY.verifier());
            assertThat(offer(witness, newest, 0)).isEqualTo(Witnessing.COSIGNED);
            int seen = SNAPSHOTS.getLast().size;
            for (Snapshot each : chosen()) {
                if (each.size == seen) {
                    continue;
                }
                Path restored = mixed(each.home, each.home, each.home);
                try (LedgerStore store = LedgerStore.open(new PosixDisk(), restored, LedgerStoreTest.KEY, SMALL)) {
                    assertThat(offer(witness, restored, 0)).isEqualTo(Witnessing.CONFLICT);
                    store.append(LedgerStoreTest.entries(100_000, 100_001 + seen - each.size))
                            .await();
                    store.seal();
                    assertThat(offer(witness, restored, seen)).isEqualTo(Witnessing.INCONSISTENT);
                }
                delete(restored);
                COUNTED.computeIfAbsent("beside a witness", _ -> new TreeMap<>())
                        .merge("not cosigned", 1, Integer::sum);
            }
            Path continued = mixed(newest, newest, newest);
            try (LedgerStore store = LedgerStore.open(new PosixDisk(), continued, LedgerStoreTest.KEY, SMALL)) {
                store.append(LedgerStoreTest.entries(seen, seen + 9)).await();
                store.seal();
                assertThat(offer(witness, continued, seen)).isEqualTo(Witnessing.COSIGNED);
            }
            delete(continued);
        }
    }

    /// The status with which a witness answers the published checkpoint of a folder, offered as the continuation of
    /// `older` by whatever proof that folder's own tree gives.
    private static int offer(WitnessStore witness, Path home, long older) {
        ReadOnlyLedger ledger = LedgerStore.openReadOnly(home);
        List<Hash> proof = older == 0 ? List.of() : ledger.consistency(older);
        return witness.addCheckpoint(new WitnessRequest(older, proof, ledger.note()), 1_936_000_000L)
                .answer()
                .status();
    }

    /// A folder of parts of several.
    private static Path mixed(Path ledger, Path wal, Path lock) {
        Path home = folder.resolve("restored");
        copy(ledger.resolve("ledger"), home.resolve("ledger"));
        copy(ledger.resolve("history"), home.resolve("history"));
        copy(wal.resolve("wal"), home.resolve("wal"));
        copy(lock.resolve("lock"), home.resolve("lock"));
        return home;
    }

    /// Opens a folder: -1 where that is refused, else how many entries it has, which are the first of the record,
    /// signed
    /// as such, and no fewer than its lock knew.
    private static int restore(String kind, Path home, long locked) {
        int size = -1;
        try (LedgerStore store = LedgerStore.open(new PosixDisk(), home, LedgerStoreTest.KEY, SMALL)) {
            size = (int) store.size();
            LedgerStoreTest.assertHolds(store, size);
            Checkpoint signed = store.checkpoint();
            assertThat(signed.size()).isEqualTo(size).isGreaterThanOrEqualTo(locked);
            assertThat(signed.root()).isEqualTo(root(size));
        } catch (LedgerException refused) {
            assertThat(refused.code()).isIn("damaged", "absent");
        } finally {
            delete(home);
        }
        COUNTED.computeIfAbsent(kind, _ -> new TreeMap<>()).merge(size < 0 ? "refused" : "recovered", 1, Integer::sum);
        return size;
    }

    private static Hash root(int size) {
        CompactRange range = new CompactRange();
        LedgerStoreTest.entries(0, size)
                .forEach(entry -> range.append(Hash.leaf(entry).bytes(), 0));
        return range.root();
    }

    /// All but the file that is locked: reading it here would give up this process's lock.
    private static void copy(Path from, Path to) {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path each : walk.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock/writer"))
                    .toList()) {
                Path copy = to.resolve(from.relativize(each).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(each, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
