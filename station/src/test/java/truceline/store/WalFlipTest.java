package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.ledger.LedgerException;

/// One bit of what an ended writer left besides the tiles, changed: every entry is there, or the start is refused.
class WalFlipTest {
    private static final int FLIPS = Integer.getInteger("truceline.flips.wal", 150);
    private static final long SEED = Long.getLong("truceline.flips.seed", 2048);
    private static final int SEALED = 300;
    private static final int ENTRIES = 700;
    private static final LedgerStore.Settings SMALL = LedgerStore.Settings.of(1 << 16, 40, 8 << 10, 1 << 30);

    @TempDir
    private Path folder = Path.of("");

    /// A bit in a file of the folder.
    private record Flip(String file, int at, int bit) {}

    @Test
    void a_bit_changed_in_the_log_ahead_of_writing_or_the_lock_loses_nothing_in_silence() throws IOException {
        Path left = unsealed();
        List<Flip> flips = flips(left);
        int refused = 0;
        int whole = 0;
        List<String> wrong = new ArrayList<>();
        for (Flip flip : flips) {
            Path copy = folder.resolve("copy");
            copy(left, copy);
            Path file = copy.resolve(flip.file);
            byte[] bytes = Files.readAllBytes(file);
            bytes[flip.at] ^= (byte) (1 << flip.bit);
            Files.write(file, bytes);
            try (LedgerStore store = LedgerStore.open(new PosixDisk(), copy, LedgerStoreTest.KEY, SMALL)) {
                LedgerStoreTest.assertHolds(store, ENTRIES);
                whole++;
            } catch (LedgerException e) {
                refused++;
            } catch (AssertionError e) {
                wrong.add(flip + ": "
                        + String.valueOf(e.getMessage()).lines().limit(3).toList());
            }
            delete(copy);
        }
        new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                .println(String.format(
                        Locale.ROOT,
                        "flips beside the tiles: %d, of which %d refused, %d harmless",
                        flips.size(),
                        refused,
                        whole));
        assertThat(wrong).isEmpty();
        assertThat(refused).isPositive();
        assertThat(whole).isPositive();
    }

    /// What a writer leaves that ends without sealing: the folder as it is while it still runs.
    private Path unsealed() throws IOException {
        Path home = folder.resolve("station");
        Path left = folder.resolve("left");
        try (LedgerStore store =
                LedgerStore.create(new PosixDisk(), home, LedgerStoreTest.KEY.name(), LedgerStoreTest.KEY, SMALL)) {
            store.append(LedgerStoreTest.entries(0, SEALED)).await();
            store.seal();
            for (int from = SEALED; from < ENTRIES; from += 25) {
                store.append(LedgerStoreTest.entries(from, from + 25)).await();
            }
            copy(home, left);
        }
        return left;
    }

    /// Every bit of the lock, and positions of the log: first those of the structure of every page, then by chance.
    private static List<Flip> flips(Path left) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Flip> out = new ArrayList<>();
        for (String name : List.of("lock/checkpoint", "ledger/checkpoint")) {
            int length = (int) Files.size(left.resolve(name));
            for (int at = 0; at < length; at++) {
                out.add(new Flip(name, at, at % 8));
            }
        }
        List<Path> logs;
        try (Stream<Path> all = Files.list(left.resolve("wal"))) {
            logs = all.filter(file -> file.toString().endsWith(".wal")).sorted().toList();
        }
        for (Path log : logs) {
            byte[] bytes = Files.readAllBytes(log);
            String name = left.relativize(log).toString();
            for (int page = 0; page < bytes.length; page += WalFormat.PAGE) {
                for (int at : new int[] {0, 5, 12, 19, 40, 60, 100}) {
                    out.add(new Flip(name, page + at, random.nextInt(8)));
                }
            }
            for (int i = 0; i < FLIPS / logs.size(); i++) {
                out.add(new Flip(name, random.nextInt(bytes.length), random.nextInt(8)));
            }
        }
        return out;
    }

    /// All but the file that is locked: reading it here would give up this process's lock.
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path each : walk.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock/writer"))
                    .toList()) {
                Path copy = to.resolve(from.relativize(each).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(each, copy);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
