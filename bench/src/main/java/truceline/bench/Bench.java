package truceline.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// `bench [ROWS] [SEED]`: both workloads end to end, in a temporary folder that is removed.
public final class Bench {
    static final PrintWriter OUT = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    private Bench() {}

    public static void main(String[] args) throws IOException {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 42;
        Path folder = Files.createTempDirectory("truceline-bench");
        try {
            EndToEnd bench = new EndToEnd(folder, seed);
            bench.run(false, rows);
            bench.run(true, rows);
        } finally {
            remove(folder);
        }
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
