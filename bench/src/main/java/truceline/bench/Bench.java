package truceline.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.rocksdb.RocksDBException;

/// `bench [ROWS] [SEED]`: both workloads end to end; `bench write`: the write path beside RocksDB; `bench signed`:
/// signed submissions from many devices. In a temporary folder that is removed.
///
/// `bench lives [AGREEMENT] [ENTRIES]`: entries evaluated against an agreement.
///
/// `bench years DIR AGREEMENT ENTRIES SEED`: a station of so many entries, kept, to measure how soon it answers.
public final class Bench {
    static final PrintWriter OUT = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    private static final long SEED = 42;

    private Bench() {}

    public static void main(String[] args) throws IOException, InterruptedException, RocksDBException {
        if (args.length == 5 && args[0].equals("years")) {
            Years.write(Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]), Long.parseLong(args[4]));
            return;
        }
        if (args.length > 0 && args[0].equals("lives")) {
            Path file = Path.of(args.length > 1 ? args[1] : "agreements/paris-framework-20.agreement.yaml");
            Lives.run(file, args.length > 2 ? Integer.parseInt(args[2]) : 1_000_000, SEED);
            return;
        }
        Path folder = Files.createTempDirectory("truceline-bench");
        try {
            if (args.length > 0 && args[0].equals("write")) {
                new WritePath(folder, SEED).run();
            } else if (args.length > 0 && args[0].equals("signed")) {
                Signed.run(folder, SEED);
            } else {
                endToEnd(folder, args);
            }
        } finally {
            remove(folder);
        }
    }

    private static void endToEnd(Path folder, String[] args) throws IOException {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : SEED;
        EndToEnd bench = new EndToEnd(folder, seed);
        bench.run(false, rows);
        bench.run(true, rows);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
