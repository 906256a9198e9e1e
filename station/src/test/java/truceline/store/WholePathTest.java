package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Seeded histories of a ledger with its clients and witnesses. `-Dtruceline.path.seeds=N` runs N of them,
/// `-Dtruceline.path.seed=S` one.
class WholePathTest {
    private static final int SEEDS = Integer.getInteger("truceline.path.seeds", 1_000);

    @Test
    void receipts_stay_true_nothing_sealed_forks_and_all_is_sealed_once_the_trouble_ends() {
        AtomicLong crashes = new AtomicLong();
        Long only = Long.getLong("truceline.path.seed");
        LongStream seeds = only == null ? LongStream.range(0, SEEDS) : LongStream.of(only);
        seeds.parallel().forEach(seed -> crashes.addAndGet(run(seed)));
        System.out.printf("whole path: %,d seeds, %,d machines died%n", only == null ? SEEDS : 1, crashes.get());
        if (only == null) {
            assertThat(crashes.get()).isGreaterThan(SEEDS * 3L);
        }
    }

    private static int run(long seed) {
        try {
            return new WholePath(seed).run();
        } catch (Exception | AssertionError e) {
            throw new AssertionError("-Dtruceline.path.seed=" + seed + ": " + e.getMessage(), e);
        }
    }
}
