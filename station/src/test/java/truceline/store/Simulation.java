package truceline.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/// `Simulation SEEDS [FIRST]`: the storage simulator at full length, as `scripts/simulate.sh` runs it. Says how far it
/// is; ends with 1 and the seed at the first broken promise.
final class Simulation {
    private static final long STEP = 20_000;

    private Simulation() {}

    public static void main(String[] args) {
        long seeds = Long.parseLong(args[0]);
        long first = args.length > 1 ? Long.parseLong(args[1]) : 0;
        AtomicLong crashes = new AtomicLong();
        for (long from = first; from < first + seeds; from += STEP) {
            LongStream.range(from, Math.min(from + STEP, first + seeds))
                    .parallel()
                    .forEach(seed -> crashes.addAndGet(run(seed)));
            System.out.printf(
                    "simulation: %,d seeds, %,d crash points, nothing lost, changed or taken back%n",
                    Math.min(from + STEP, first + seeds) - first, crashes.get());
        }
    }

    private static int run(long seed) {
        try {
            return new StorageHistory(seed, null).run();
        } catch (Exception | AssertionError e) {
            System.out.println("seed " + seed + ": " + e.getMessage());
            System.exit(1);
            throw new IllegalStateException(e);
        }
    }
}
