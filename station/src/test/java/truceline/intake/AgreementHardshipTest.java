package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import truceline.agreement.Fault;
import truceline.agreement.compile.Compilation;

/// No file makes the reader throw, hang, or tell a fault without a place.
class AgreementHardshipTest {
    private static final long SEED = 20_260_106L;
    private static final int MUTATIONS = 10_000;
    private static final String ALPHABET = "{}[]:,-#'\"&*!|>%@`?~ \n\tabcD+0.\\";

    @Test
    void changed_files_are_read_or_refused_with_a_place() {
        List<byte[]> files = AgreementFiles.all().stream()
                .map(AgreementFiles::bytes)
                .sorted((one, other) -> Integer.compare(one.length, other.length))
                .toList();
        SplittableRandom random = new SplittableRandom(SEED);
        int sound = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            boolean large = i % 200 == 0;
            byte[] file = files.get(large ? random.nextInt(2, files.size()) : random.nextInt(2));
            byte[] changed = mutate(file, files.get(random.nextInt(2)), random);
            String at = "seed " + SEED + ", mutation " + i;
            sound += check(changed, at) ? 1 : 0;
        }
        assertThat(sound)
                .as("some changes, as in comments and texts, are harmless")
                .isBetween(100, MUTATIONS / 2);
    }

    private static byte[] mutate(byte[] file, byte[] other, SplittableRandom random) {
        int from = random.nextInt(file.length);
        int to = Math.min(file.length, from + random.nextInt(1, 20));
        byte[] piece = switch (random.nextInt(5)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()))};
            case 2 -> new byte[] {(byte) random.nextInt(256)};
            case 3 -> Arrays.copyOfRange(file, from, Math.min(file.length, to + 20));
            default -> {
                int start = random.nextInt(other.length);
                yield Arrays.copyOfRange(other, start, Math.min(other.length, start + 30));
            }
        };
        int keep = random.nextBoolean() ? from : to;
        byte[] changed = new byte[from + piece.length + file.length - keep];
        System.arraycopy(file, 0, changed, 0, from);
        System.arraycopy(piece, 0, changed, from, piece.length);
        System.arraycopy(file, keep, changed, from + piece.length, file.length - keep);
        return changed;
    }

    /// Whether the bytes are a sound agreement.
    private static boolean check(byte[] yaml, String at) {
        Compilation compilation;
        try {
            compilation = AgreementReader.read(yaml).compilation();
        } catch (RuntimeException thrown) {
            return Assertions.fail(at, thrown);
        }
        for (Fault fault : compilation.faults()) {
            if (fault.line() < 1 || fault.column() < 1 || fault.message().isEmpty()) {
                Assertions.fail(at + ": " + fault);
            }
        }
        return compilation.agreement() != null;
    }

    @Test
    void words_and_lines_in_wrong_places_break_nothing() {
        AgreementFuzz fuzz = new AgreementFuzz(AgreementFuzz.SEED);
        for (long n = 0; n < 5_000; n++) {
            fuzz.run(n);
        }
        assertThat(fuzz.figures(5_000)).contains("none broke");
    }

    @FuzzTest
    void no_bytes_make_the_reader_throw(byte[] yaml) {
        check(yaml, "fuzz");
    }

    static Stream<Arguments> large() {
        return Stream.of(
                Arguments.of("deep brackets", "[".repeat(1_000_000)),
                Arguments.of("deep braces", "{a: ".repeat(100_000)),
                Arguments.of("deep lists", "- ".repeat(32_000) + "x"),
                Arguments.of("questions", "? ".repeat(32_000) + "x"),
                Arguments.of("quotes", "is: \"" + "a \n".repeat(1_000_000) + "\""),
                Arguments.of("plain lines", "is: a\n" + " a\n".repeat(1_000_000)),
                Arguments.of("comments", "#\n".repeat(2_000_000)),
                Arguments.of("keys", keys("k%d: x\n", 24_000)),
                Arguments.of("same keys", keys("k: x\n", 24_000)),
                Arguments.of("provisions", "provisions:\n" + keys("  p%d: {}\n", 20_000)),
                Arguments.of("children", "provisions:\n  p: {}\n" + keys("  p.%d: {}\n", 20_000)),
                Arguments.of("zones in a row", "zones:\n" + chain("  z%d: {above: z%d, height: open}\n", 7_000)),
                Arguments.of("days in a row", "days:\n" + chain("  d%d: {date: d%d+1}\n", 9_000)),
                Arguments.of(
                        "positions with dates",
                        "proposals: {P: {points: 500, positions: ["
                                + keys("{who: A, points: [1 to 500], say: accept, date: 2%03d-01-01},\n", 999) + "]}}"),
                Arguments.of(
                        "many keys and holders",
                        "days:\n  D:\n    readings: {" + keys("h%d: {date: open},\n      ", 6_000) + "}\n"
                                + keys("    k%d: x\n", 12_000)),
                Arguments.of(
                        "languages",
                        "languages: {authentic: [" + keys("l%d,\n  ", 10_000) + "x]}\ntitle: {"
                                + keys("t%d: x,\n  ", 10_000) + "x: y}"),
                Arguments.of("readings", "days:\n  D: {readings: {" + keys("h%d: {date: open},\n  ", 3_000) + "}}\n"),
                Arguments.of(
                        "references",
                        "parties: {A: a, B: b}\nothers: {C: {name: c, members: [" + "A,\n  ".repeat(20_000) + "A]}}"),
                Arguments.of(
                        "positions",
                        "proposals: {P: {points: 500, positions: ["
                                + keys("{who: A, points: [1 to 500], say: accept},\n", 4_000) + "]}}"),
                Arguments.of("a long id", "provisions: {" + "a.".repeat(30_000) + "a: {}}"),
                Arguments.of("a long time", "days: {D: {date: D+" + "1".repeat(60_000) + "}}"));
    }

    private static String keys(String form, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(java.util.Locale.ROOT, form, i))
                .collect(Collectors.joining());
    }

    private static String chain(String form, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(java.util.Locale.ROOT, form, i, i + 1))
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("large")
    void large_files_end_soon(String name, String yaml) {
        assertThat(yaml.length()).isLessThan(4 * 1024 * 1024);
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        List<Fault> faults = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> AgreementReader.read(bytes).compilation().faults());
        assertThat(faults).as(name).isNotEmpty().hasSizeLessThan(800);
    }
}
