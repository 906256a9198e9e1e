package truceline.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.ledger.Hash;
import truceline.mission.Mission;
import truceline.mission.Snapshot;
import truceline.store.LedgerStore;
import truceline.store.ReadOnlyLedger;
import truceline.store.SnapshotFile;
import truceline.store.StationKeys;

/// A snapshot changes how soon a station answers, and never what.
class SnapshotTest {
    private static final Path ONDRAL = Path.of(System.getProperty("truceline.root"), "examples", "ondral");
    private static final long NOW_MS = 1_950_000_000_000L;
    private static final int ENTRIES = 1_400;

    @TempDir
    static Path temporary;

    private static Path home = Path.of("");
    private static List<byte[]> entries = List.of();
    private static int foundingSize;

    /// A station with so many entries that closing it leaves a snapshot, and a few behind it.
    @BeforeAll
    static void found() throws IOException {
        home = temporary.resolve("home");
        List<byte[]> founding = founded(home);
        foundingSize = founding.size();
        entries = SeededEntries.after(founding, ENTRIES, 5);
        append(home, entries.subList(founding.size(), entries.size() - 100));
        Station.open(home, () -> NOW_MS).close();
        append(home, entries.subList(entries.size() - 100, entries.size()));
    }

    @Test
    void a_snapshot_and_the_rest_are_the_whole_for_any_entries_cut_anywhere() {
        for (long seed = 1; seed <= 6; seed++) {
            List<byte[]> stream = SeededEntries.after(entries.subList(0, foundingSize), 420, seed);
            Mission whole = fold(new Mission(), stream, stream.size());
            String told = Told.of(whole.picture());
            byte[] last = bytes(whole);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 5; i++) {
                int cut = random.nextInt(stream.size() + 1);
                byte[] snapshot = bytes(fold(new Mission(), stream, cut));
                Mission resumed = Snapshot.read(MemorySegment.ofArray(snapshot));
                assertThat(bytes(resumed)).as("seed %d, cut at %d", seed, cut).isEqualTo(snapshot);
                fold(resumed, stream, stream.size());
                assertThat(Told.of(resumed.picture()))
                        .as("seed %d, cut at %d", seed, cut)
                        .isEqualTo(told);
                assertThat(bytes(resumed)).as("seed %d, cut at %d", seed, cut).isEqualTo(last);
            }
        }
    }

    @Test
    void the_seeded_entries_hold_what_the_fold_can_hold() {
        Mission whole = fold(new Mission(), entries, entries.size());
        assertThat(whole.picture().edits().edits()).hasSizeGreaterThan(4);
        assertThat(whole.picture().controls()).isNotEmpty();
        assertThat(whole.picture().docket().daysSet()).isNotEmpty();
        assertThat(whole.picture().docket().files().values()).anyMatch(file -> file.published() != null);
        assertThat(Told.of(whole.picture())).contains("interference").contains("indeterminate");
    }

    @Test
    void a_station_starts_from_its_snapshot_and_tells_what_a_replay_tells() throws IOException {
        assertThat(believed(home)).isEqualTo(entries.size() - 100);
        String told = told(home);
        assertThat(told)
                .isEqualTo(Told.of(fold(new Mission(), entries, entries.size()).picture()));
        Path without = copy("without");
        Files.delete(SnapshotFile.in(without));
        assertThat(believed(without)).isZero();
        assertThat(told(without)).isEqualTo(told);
        assertThat(ReadOnlyStation.open(without, new At.Now()).root())
                .isEqualTo(ReadOnlyStation.open(home, new At.Now()).root());
    }

    @Test
    void two_stations_of_the_same_entries_keep_the_same_bytes() throws IOException {
        Path again = copy("again");
        byte[] kept = Files.readAllBytes(SnapshotFile.in(again));
        Files.delete(SnapshotFile.in(again));
        Station.open(again, () -> NOW_MS).close();
        byte[] whole = Files.readAllBytes(SnapshotFile.in(again));
        assertThat(SnapshotCheck.of(again).outcome()).isEqualTo(SnapshotCheck.Outcome.EQUAL);
        Files.delete(SnapshotFile.in(again));
        Station.open(again, () -> NOW_MS).close();
        assertThat(Files.readAllBytes(SnapshotFile.in(again))).isEqualTo(whole).isNotEqualTo(kept);
    }

    @Test
    void a_snapshot_with_any_byte_changed_is_left_aside() throws IOException {
        Path changed = copy("changed");
        Path file = SnapshotFile.in(changed);
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 220; i++) {
            int at = i < 128 ? i : random.nextInt(whole.length);
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            assertThat(believed(changed)).as("byte %d", at).isZero();
        }
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertThat(believed(changed)).as("shortened").isZero();
        Files.write(file, new byte[0]);
        assertThat(believed(changed)).as("empty").isZero();
        Files.write(file, whole);
        assertThat(believed(changed)).isEqualTo(entries.size() - 100);
    }

    @Test
    void a_snapshot_of_another_ledger_or_a_longer_one_is_left_aside_though_the_key_is_right() throws IOException {
        Path other = copy("other");
        byte[] key = StationKeys.read(other).identity();
        Mission mission = fold(new Mission(), entries, entries.size());
        ReadOnlyLedger ledger = LedgerStore.openReadOnly(other);
        Hash root = ledger.checkpoint().root();
        write(other, key, Snapshot.VERSION, ledger.size(), root, mission);
        assertThat(believed(other)).isEqualTo(entries.size());
        write(other, key, Snapshot.VERSION, ledger.size(), Hash.leaf(new byte[1]), mission);
        assertThat(believed(other)).as("another root").isZero();
        write(other, key, Snapshot.VERSION, ledger.size() - 1, root, mission);
        assertThat(believed(other)).as("another size").isZero();
        write(other, key, Snapshot.VERSION, ledger.size() + 1, root, mission);
        assertThat(believed(other)).as("longer").isZero();
        write(other, key, Snapshot.VERSION - 1, ledger.size(), root, mission);
        assertThat(believed(other)).as("older version").isZero();
        write(other, new byte[32], Snapshot.VERSION, ledger.size(), root, mission);
        assertThat(believed(other)).as("another station's key").isZero();
    }

    @Test
    void a_sealed_snapshot_that_says_something_else_is_found_by_the_check() throws IOException {
        Path wrong = copy("wrong");
        assertThat(SnapshotCheck.of(wrong)).isEqualTo(new SnapshotCheck(SnapshotCheck.Outcome.EQUAL, ENTRIES - 100));
        Mission mission = fold(new Mission(), entries, entries.size());
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        Snapshot.write(mission, changed);
        byte[] bytes = changed.toByteArray();
        bytes[bytes.length - 8]++;
        ReadOnlyLedger ledger = LedgerStore.openReadOnly(wrong);
        byte[] key = StationKeys.read(wrong).identity();
        Hash root = ledger.checkpoint().root();
        SnapshotFile.write(
                SnapshotFile.in(wrong), key, Snapshot.VERSION, ledger.size(), root, out -> write(out, bytes));
        assertThat(SnapshotCheck.of(wrong).outcome()).isEqualTo(SnapshotCheck.Outcome.DIFFERS);
        Files.delete(SnapshotFile.in(wrong));
        assertThat(SnapshotCheck.of(wrong)).isEqualTo(new SnapshotCheck(SnapshotCheck.Outcome.NONE, -1));
    }

    @Test
    void what_was_known_before_the_snapshot_is_replayed() throws IOException {
        for (long size : List.of(40L, 700L, (long) ENTRIES - 101)) {
            String told = Told.of(fold(new Mission(), entries, (int) size).picture());
            assertThat(Told.of(ReadOnlyStation.open(home, new At.Size(size)).picture()))
                    .isEqualTo(told);
        }
    }

    @Test
    void a_reader_who_may_not_read_the_keys_replays() throws IOException {
        Path keyless = copy("keyless");
        Files.delete(keyless.resolve("keys").resolve("identity.key"));
        assertThat(believed(keyless)).isZero();
        assertThat(told(keyless)).isEqualTo(told(home));
    }

    private static List<byte[]> founded(Path folder) throws IOException {
        Path input = Files.createDirectories(temporary.resolve("input"));
        Files.copy(ONDRAL.resolve("line.geojson"), input.resolve("line.geojson"));
        String text = Files.readString(ONDRAL.resolve("ondral.agreement.yaml"));
        Path file = input.resolve("ondral.agreement.yaml");
        Files.writeString(file, text.replace("date: 2031-05-01 00:00", "date: open"));
        AgreementFile agreement = AgreementFile.read(file, null);
        Founding.found(folder, "snapshot.example/test", agreement, () -> 1_936_600_000_000L);
        List<byte[]> founding = new ArrayList<>();
        ReadOnlyLedger ledger = LedgerStore.openReadOnly(folder);
        ledger.forEach(0, ledger.size(), (index, entry) -> founding.add(entry));
        return founding;
    }

    private static void append(Path folder, List<byte[]> more) {
        try (LedgerStore ledger =
                LedgerStore.open(folder, StationKeys.read(folder).log())) {
            ledger.append(more).await();
        }
    }

    /// Entries that the snapshot of a station spares its reader.
    private static long believed(Path folder) {
        ReadOnlyLedger ledger = LedgerStore.openReadOnly(folder);
        return new Snapshots(folder, ledger).mission(ledger.size()).size();
    }

    private static String told(Path folder) throws IOException {
        return Told.of(ReadOnlyStation.open(folder, new At.Now()).picture());
    }

    private static void write(Path folder, byte[] key, int version, long size, Hash root, Mission mission)
            throws IOException {
        SnapshotFile.write(SnapshotFile.in(folder), key, version, size, root, out -> Snapshot.write(mission, out));
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copy(String name) throws IOException {
        Path copy = temporary.resolve(name);
        try (var files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(home.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    private static Mission fold(Mission mission, List<byte[]> stream, int to) {
        while (mission.size() < to) {
            mission.apply(mission.size(), stream.get((int) mission.size()));
        }
        return mission;
    }

    private static byte[] bytes(Mission mission) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Snapshot.write(mission, out);
        return out.toByteArray();
    }
}
