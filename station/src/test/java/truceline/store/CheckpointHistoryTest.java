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
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.ledger.Checkpoint;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;

class CheckpointHistoryTest {
    @TempDir
    Path dir;

    private final PosixDisk disk = new PosixDisk();

    private static byte[] note(long size) {
        Hash root = size == 0 ? Hash.EMPTY_TREE : Hash.leaf(Long.toString(size).getBytes(StandardCharsets.UTF_8));
        return new Checkpoint(LedgerStoreTest.KEY.name(), size, root)
                .sign(LedgerStoreTest.KEY)
                .encode();
    }

    private StationFolder station() throws IOException {
        StationFolder station = new StationFolder(dir);
        Recovery.createFolders(disk, station);
        return station;
    }

    private CheckpointHistory.Found read() throws IOException {
        return CheckpointHistory.read(disk, new StationFolder(dir));
    }

    private List<Long> sizes() throws IOException {
        return read().checkpoints().stream().map(Checkpoint::size).toList();
    }

    private void write(int mostBytes, long... sizes) throws IOException {
        CheckpointHistory history = CheckpointHistory.open(disk, station(), note(sizes[0]), mostBytes);
        for (long size : sizes) {
            history.append(note(size));
        }
    }

    @Test
    void what_was_written_is_read_again_over_several_files_and_openings() throws IOException {
        write(500, 0, 1, 2, 3);
        write(500, 3, 4, 9);
        assertThat(sizes()).containsExactly(0L, 1L, 2L, 3L, 4L, 9L);
        assertThat(disk.list(dir.resolve("history"))).hasSize(3).contains("000000001", "000000003");
        assertThat(read().damaged()).isEmpty();
        assertThat(read().notes().getFirst().encode()).isEqualTo(note(0));
    }

    @Test
    void a_station_without_a_history_has_none_and_begins_it_with_the_locked_checkpoint() throws IOException {
        assertThat(sizes()).isEmpty();
        write(1 << 20, 7);
        assertThat(sizes()).containsExactly(7L);
    }

    @Test
    void a_torn_end_is_passed_over_and_cut_off_at_every_length() throws IOException {
        write(1 << 20, 1, 2, 3);
        Path file = dir.resolve("history/000000001");
        byte[] whole = Files.readAllBytes(file);
        int two = note(1).length + note(2).length + 2;
        for (int cut = two; cut < whole.length; cut++) {
            Files.write(file, Arrays.copyOf(whole, cut));
            assertThat(sizes()).as("cut at %d", cut).containsExactly(1L, 2L);
            assertThat(read().damaged()).isEmpty();
        }
        byte[] hole = whole.clone();
        Arrays.fill(hole, two, two + 40, (byte) 0);
        Files.write(file, hole);
        assertThat(sizes()).containsExactly(1L, 2L);
        write(1 << 20, 2, 3);
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    @Test
    void a_damaged_middle_is_named_and_never_written_over() throws IOException {
        write(1 << 20, 1, 2, 3);
        Path file = dir.resolve("history/000000001");
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < note(1).length + note(2).length; at += 3) {
            byte[] damaged = bytes.clone();
            damaged[at] = 0;
            Files.write(file, damaged);
            assertThat(read().damaged()).as("byte %d", at).containsExactly("000000001");
            assertThatThrownBy(() -> write(1 << 20, 3)).isInstanceOf(LedgerException.class);
            assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
        }
    }

    @Test
    void a_lock_older_than_the_history_or_other_than_it_is_refused() throws IOException {
        write(1 << 20, 1, 2, 3);
        assertThatThrownBy(() -> write(1 << 20, 2))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("rolled back");
        byte[] other = new Checkpoint(LedgerStoreTest.KEY.name(), 3, Hash.leaf(new byte[9]))
                .sign(LedgerStoreTest.KEY)
                .encode();
        assertThatThrownBy(() -> CheckpointHistory.open(disk, station(), other))
                .isInstanceOf(LedgerException.class)
                .extracting(e -> ((LedgerException) e).code())
                .isEqualTo("damaged");
    }

    /// Power is lost at every step of writing; whatever append returned for must be there afterwards.
    @Test
    void a_loss_of_power_loses_nothing_that_was_written_down() throws IOException {
        Path root = Path.of("/station");
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            SimDisk sim = new SimDisk(root);
            StationFolder station = new StationFolder(root);
            Recovery.createFolders(sim, station);
            List<Long> acknowledged = new ArrayList<>();
            long locked = 1; // the lock is written before the history
            sim.failAt(sim.steps() + 1 + random.nextInt(40), true);
            try {
                CheckpointHistory history = CheckpointHistory.open(sim, station, note(1), 700);
                for (long size = 1; size < 30; size++) {
                    locked = size;
                    history.append(note(size));
                    acknowledged.add(size);
                }
            } catch (IOException _) {
                // power is gone
            }
            sim.losePower(random);
            Recovery.createFolders(sim, station);
            CheckpointHistory again = CheckpointHistory.open(sim, station, note(locked), 700);
            again.append(note(100));
            List<Long> found = CheckpointHistory.read(sim, station).checkpoints().stream()
                    .map(Checkpoint::size)
                    .toList();
            assertThat(found)
                    .as("seed %d", seed)
                    .containsAll(acknowledged)
                    .contains(locked, 100L)
                    .isSorted();
        }
    }
}
