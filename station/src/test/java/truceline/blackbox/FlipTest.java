package truceline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.audit.Difference;
import truceline.audit.TreeAudit;
import truceline.audit.TreeFiles;
import truceline.ledger.EntryBundle;
import truceline.ledger.Signer;
import truceline.ledger.Verifier;
import truceline.store.GoVerifier;
import truceline.store.LedgerStore;

/// One bit of any file of a ledger of 2,048 entries, changed by whoever has the disk, is found: by our audit at all
/// positions tried, by a verifier that others wrote at a sample of them.
///
/// `-Dtruceline.flips=25000` says how many positions are drawn besides those of the structure, which are always tried.
class FlipTest {
    private static final int FLIPS = Integer.getInteger("truceline.flips", 20_000);
    private static final int FLIPS_FOR_GO = Integer.getInteger("truceline.flips.go", 500);
    private static final long SEED = Long.getLong("truceline.flips.seed", 2048);
    private static final int ENTRIES = 2_048;
    private static final Signer KEY = Signer.of("ledger.example/flips", new byte[32]);
    private static final Verifier LOG = KEY.verifier();

    @TempDir
    private static Path folder = Path.of("");

    private static final TreeMap<String, byte[]> FILES = new TreeMap<>();

    /// One bit of one file.
    private record Flip(String file, int at, int bit) {
        byte[] of(byte[] bytes) {
            byte[] changed = bytes.clone();
            changed[at] ^= (byte) (1 << bit);
            return changed;
        }
    }

    @BeforeAll
    static void write() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        try (LedgerStore ledger = LedgerStore.create(folder.resolve("station"), KEY.name(), KEY)) {
            // sealed on the way, so that partial tiles come and go as they do in a station's life
            for (int size = 0; size < ENTRIES; ) {
                int more = Math.min(ENTRIES - size, 1 + random.nextInt(300));
                List<byte[]> entries = new ArrayList<>();
                for (int i = 0; i < more; i++) {
                    entries.add(("{\"n\":" + (size + i) + ",\"text\":\"" + "x".repeat(random.nextInt(200)) + "\"}")
                            .getBytes(StandardCharsets.UTF_8));
                }
                ledger.append(entries).await();
                ledger.seal();
                size += more;
            }
        }
        Path root = folder.resolve("station/ledger");
        for (Path file : Folders.files(root)) {
            FILES.put(root.relativize(file).toString(), Files.readAllBytes(file));
        }
    }

    private static List<Difference> audit(String changed, byte[] bytes) {
        TreeFiles files = new TreeFiles(
                List.copyOf(FILES.keySet()),
                path -> path.equals(changed) ? bytes : Objects.requireNonNull(FILES.get(path)));
        return TreeAudit.run(files, LOG, List.of(), List.of(), (index, entry) -> {})
                .differences();
    }

    @Test
    void the_ledger_itself_passes() {
        assertThat(audit("", new byte[0])).isEmpty();
        assertThat(FILES.keySet()).contains("checkpoint", "tile/1/000.p/8", "tile/entries/007", "tile/0/007");
    }

    @Test
    void every_bit_that_was_changed_is_found() {
        List<Flip> flips = new ArrayList<>(structure());
        int ofStructure = flips.size();
        flips.addAll(drawn(FLIPS, SEED));
        AtomicInteger found = new AtomicInteger();
        List<Flip> missed = flips.parallelStream()
                .filter(flip -> {
                    boolean isFound =
                            !audit(flip.file, flip.of(bytesOf(flip.file))).isEmpty();
                    found.addAndGet(isFound ? 1 : 0);
                    return !isFound;
                })
                .toList();
        assertThat(missed).as("seed %d", SEED).isEmpty();
        say(String.format(
                Locale.ROOT,
                "flips: %,d of %,d found by audit, %,d of them in the structure",
                found.get(),
                flips.size(),
                ofStructure));
    }

    @Test
    void files_cut_short_or_lengthened_or_put_in_anothers_place_are_found() {
        List<String> names = List.copyOf(FILES.keySet());
        for (String name : names) {
            byte[] bytes = bytesOf(name);
            assertThat(audit(name, Arrays.copyOf(bytes, bytes.length - 1)))
                    .as("%s cut", name)
                    .isNotEmpty();
            assertThat(audit(name, Arrays.copyOf(bytes, bytes.length + 1)))
                    .as("%s lengthened", name)
                    .isNotEmpty();
            assertThat(audit(name, new byte[0])).as("%s emptied", name).isNotEmpty();
            for (String other : names) {
                if (!other.equals(name)) {
                    assertThat(audit(name, bytesOf(other)))
                            .as("%s in place of %s", other, name)
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void a_verifier_that_others_wrote_finds_a_sample_of_them() throws Exception {
        GoVerifier.assumeInstalled();
        Path verifier = GoVerifier.build(Files.createDirectory(folder.resolve("go")));
        List<Flip> flips = drawn(FLIPS_FOR_GO - FLIPS_FOR_GO / 5, SEED + 1);
        List<Flip> structure = structure();
        new SplittableRandom(SEED)
                .ints(FLIPS_FOR_GO / 5, 0, structure.size())
                .forEach(each -> flips.add(structure.get(each)));
        Process go = new ProcessBuilder(verifier.toString(), "-proofs", "16", "-batch", LOG.text())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Flip> missed = new ArrayList<>();
        try (BufferedReader answers =
                new BufferedReader(new InputStreamReader(go.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(ask(go, answers, folder.resolve("station/ledger"))).startsWith("ok: size 2048");
            for (int i = 0; i < flips.size(); i++) {
                Path changed = withFlip(flips.get(i), folder.resolve("changed-" + i));
                if (!ask(go, answers, changed).startsWith("differs: ")) {
                    missed.add(flips.get(i));
                }
                Folders.delete(changed);
            }
            go.getOutputStream().close();
            assertThat(go.waitFor()).isEqualTo(1);
        }
        assertThat(missed).isEmpty();
        say(String.format(Locale.ROOT, "flips: %,d of %,d found by the Go verifier", flips.size(), flips.size()));
    }

    private static String ask(Process go, BufferedReader answers, Path ledger) throws IOException {
        go.getOutputStream().write((ledger + "\n").getBytes(StandardCharsets.UTF_8));
        go.getOutputStream().flush();
        return Objects.requireNonNull(answers.readLine());
    }

    /// The ledger with one bit changed; its other files are those of the ledger itself.
    private static Path withFlip(Flip flip, Path changed) throws IOException {
        for (String name : FILES.keySet()) {
            Path file = changed.resolve(name);
            Files.createDirectories(file.getParent());
            if (name.equals(flip.file)) {
                Files.write(file, flip.of(FILES.get(name)));
            } else {
                Files.createLink(file, folder.resolve("station/ledger").resolve(name));
            }
        }
        return changed;
    }

    /// Positions over all files, each file with its share of bytes but never less than twenty.
    private static List<Flip> drawn(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long all = FILES.values().stream().mapToLong(bytes -> bytes.length).sum();
        List<Flip> flips = new ArrayList<>();
        FILES.forEach((name, bytes) -> {
            long share = Math.max(20, (count * (long) bytes.length + all - 1) / all);
            for (long i = 0; i < share; i++) {
                flips.add(new Flip(name, random.nextInt(bytes.length), random.nextInt(8)));
            }
        });
        return flips;
    }

    /// Every bit of the checkpoint, the length of every entry, the ends of every file, small files whole.
    private static List<Flip> structure() {
        List<Flip> flips = new ArrayList<>();
        FILES.forEach((name, bytes) -> {
            if (name.equals("checkpoint")) {
                IntStream.range(0, bytes.length * 8).forEach(bit -> flips.add(new Flip(name, bit / 8, bit % 8)));
            } else if (bytes.length <= 256) {
                IntStream.range(0, bytes.length).forEach(at -> flips.add(new Flip(name, at, at % 8)));
            } else {
                flips.add(new Flip(name, 0, 0));
                flips.add(new Flip(name, bytes.length - 1, 7));
            }
            if (name.startsWith("tile/entries/")) {
                int at = 0;
                for (byte[] entry : EntryBundle.decode(bytes, 256)) {
                    flips.add(new Flip(name, at, at % 8));
                    flips.add(new Flip(name, at + 1, at % 8));
                    at += 2 + entry.length;
                }
            }
        });
        return flips;
    }

    private static byte[] bytesOf(String file) {
        return Objects.requireNonNull(FILES.get(file));
    }

    private static void say(String line) {
        new PrintWriter(System.out, true, StandardCharsets.UTF_8).println(line);
    }
}
