package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// Seeded histories of the write path on a simulated disk. `-Dtruceline.seeds=N` runs N of them,
/// `-Dtruceline.seed=S` one.
class StorageSimulationTest {
    private static final int SEEDS = Integer.getInteger("truceline.seeds", 20_000);
    private static final int CONTROL_SEEDS = 300;

    @Test
    void no_acknowledged_entry_is_lost_or_changed_and_no_published_checkpoint_is_taken_back() {
        AtomicLong crashes = new AtomicLong();
        Long only = Long.getLong("truceline.seed");
        LongStream seeds = only == null ? LongStream.range(0, SEEDS) : LongStream.of(only);
        seeds.parallel().forEach(seed -> crashes.addAndGet(run(seed)));
        System.out.printf("storage simulation: %,d seeds, %,d crash points%n", only == null ? SEEDS : 1, crashes.get());
        if (only == null) {
            assertThat(crashes.get()).as("crash points").isGreaterThan(SEEDS * 13L / 2);
        }
    }

    private static int run(long seed) {
        try {
            return new StorageHistory(seed, null).run();
        } catch (Exception | AssertionError e) {
            throw new AssertionError("-Dtruceline.seed=" + seed + ": " + e.getMessage(), e);
        }
    }

    @Test
    void a_disk_that_forgets_what_it_was_forced_to_keep_is_found_out() {
        for (long seed = 0; seed < CONTROL_SEEDS; seed++) {
            try {
                new StorageHistory(seed, SimDisk.Fault.LOST_FORCE).run();
            } catch (Exception | AssertionError _) {
                return;
            }
        }
        Assertions.fail(CONTROL_SEEDS + " histories did not show that forces were lost");
    }
}
