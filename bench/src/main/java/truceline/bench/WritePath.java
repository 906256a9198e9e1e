package truceline.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;
import truceline.ledger.Signer;
import truceline.store.LedgerStore;

/// Durable entries a second, by how many wait at once: this ledger, hashed and chained; RocksDB with synchronous puts
/// of the same size; and how often this disk forces one page of a file written before. Taken in turns, so that the
/// ratios stand in one run.
final class WritePath {
    private static final int ENTRY_BYTES = 160;
    private static final int ROUNDS = 5;
    private static final long ROUND_MS = 2_000;
    private static final int PAGE = 4096;
    private static final int PAGES = 16_384;

    private final Path folder;
    private final byte[] entry = new byte[ENTRY_BYTES];

    WritePath(Path folder, long seed) {
        this.folder = folder;
        new Random(seed).nextBytes(entry);
    }

    /// One durable write by one thread.
    @FunctionalInterface
    private interface Write {
        void one(long number) throws IOException, RocksDBException;
    }

    void run() throws IOException, RocksDBException {
        RocksDB.loadLibrary();
        double[] page = new double[ROUNDS];
        int[] waiters = {1, 64, 1024};
        double[][] ours = new double[waiters.length][ROUNDS];
        double[][] rocks = new double[waiters.length][ROUNDS];
        Signer key = Signer.of("bench.example/write", new byte[32]);
        try (LedgerStore ledger = LedgerStore.create(folder.resolve("ledger"), key.name(), key);
                Options options = new Options().setCreateIfMissing(true);
                RocksDB database = RocksDB.open(options, folder.resolve("rocks").toString());
                WriteOptions sync = new WriteOptions().setSync(true);
                FileChannel file = preallocated()) {
            for (int round = -1; round < ROUNDS; round++) {
                double forced = rate(Thread.ofPlatform(), 1, number -> force(file, number));
                if (round >= 0) {
                    page[round] = forced;
                }
                for (int i = 0; i < waiters.length; i++) {
                    double mine = rate(
                            Thread.ofVirtual(),
                            waiters[i],
                            number -> ledger.append(List.of(entry)).await());
                    ledger.seal();
                    double theirs =
                            rate(Thread.ofPlatform(), waiters[i], number -> database.put(sync, key(number), entry));
                    if (round >= 0) {
                        ours[i][round] = mine;
                        rocks[i][round] = theirs;
                    }
                }
            }
        }
        print(waiters, page, ours, rocks);
    }

    private static void print(int[] waiters, double[] page, double[][] ours, double[][] rocks) {
        Bench.OUT.printf(Locale.ROOT, "forces of one preallocated page: %,.0f/s%n", median(page));
        for (int i = 0; i < waiters.length; i++) {
            double[] ratios = new double[ROUNDS];
            double[] ofDisk = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                ratios[round] = ours[i][round] / rocks[i][round];
                ofDisk[round] = ours[i][round] / page[round];
            }
            Bench.OUT.printf(
                    Locale.ROOT,
                    "%5d waiting: %,9.0f entries/s; RocksDB %,9.0f puts/s; ratio %.2f (%.2f to %.2f)%s%n",
                    waiters[i],
                    median(ours[i]),
                    median(rocks[i]),
                    median(ratios),
                    Arrays.stream(ratios).min().orElseThrow(),
                    Arrays.stream(ratios).max().orElseThrow(),
                    waiters[i] == 1 ? String.format(Locale.ROOT, "; of the disk's forces %.2f", median(ofDisk)) : "");
        }
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private FileChannel preallocated() throws IOException {
        Path path = folder.resolve("pages");
        Files.write(path, new byte[PAGE * PAGES]);
        FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
        file.force(true);
        return file;
    }

    private static void force(FileChannel file, long number) throws IOException {
        ByteBuffer page = ByteBuffer.allocateDirect(PAGE).putLong(0, number);
        file.write(page, number % PAGES * PAGE);
        file.force(false);
    }

    private static byte[] key(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    /// Writes a second by as many threads, each of which waits for its write before the next.
    private static double rate(Thread.Builder kind, int threads, Write write) {
        AtomicLong numbers = new AtomicLong();
        AtomicLong done = new AtomicLong();
        long start = System.nanoTime();
        long end = start + ROUND_MS * 1_000_000;
        CountDownLatch ended = new CountDownLatch(threads);
        List<Throwable> failures = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            kind.start(() -> {
                try {
                    while (System.nanoTime() < end) {
                        write.one(numbers.getAndIncrement());
                        done.incrementAndGet();
                    }
                } catch (IOException | RocksDBException | RuntimeException e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                } finally {
                    ended.countDown();
                }
            });
        }
        try {
            ended.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.getFirst());
        }
        return done.get() * 1e9 / (System.nanoTime() - start);
    }
}
