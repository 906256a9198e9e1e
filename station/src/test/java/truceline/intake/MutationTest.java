package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files with a few bytes changed, cut out or doubled: every row is told, and nothing is thrown but a refusal.
class MutationTest {
    private static final int ROUNDS = 2000;
    private static final String[] PIECES = {
        "\"",
        ",",
        "\n",
        "\r",
        "\0",
        "NaN",
        "1e400",
        "-",
        "=",
        "{",
        "}",
        "[",
        "]",
        ":",
        "\\",
        "\u00e9",
        "9999999999999",
        "2025-02-30",
        "T",
        "Z",
        "\uFEFF",
        "features",
        "null",
        "km",
        "|",
        ";",
        "\t",
        "24:00",
        "(",
        ")"
    };

    static Stream<Sample> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_mutated_file_loses_no_row_and_breaks_no_reader(Sample sample) throws IOException {
        byte[] file = sample.file().getBytes(StandardCharsets.UTF_8);
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] mutant = mutate(file, random);
            if (seed % 10 == 0) {
                mutant = mutate(gzip(mutant), random);
            }
            try {
                Samples.Told told = Samples.read(sample.reader(), mutant);
                assertThat(told.isWhole()).as("%s, seed %d", sample, seed).isTrue();
            } catch (Refusal refused) {
                assertThat(refused.code()).isNotEmpty();
            } catch (RuntimeException broken) {
                throw new AssertionError(sample + ", seed " + seed, broken);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_sample_itself_is_read_without_fault(Sample sample) throws IOException {
        Samples.Told told = Samples.read(sample.reader(), sample.file().getBytes(StandardCharsets.UTF_8));
        assertThat(told.rejected()).isZero();
        assertThat(told.accepted()).isEqualTo(3);
    }

    private static byte[] mutate(byte[] file, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int changes = 1 + random.nextInt(4);
        int at = 0;
        for (int i = 0; i < changes; i++) {
            int to = at + random.nextInt(Math.max(1, file.length - at));
            out.write(file, at, to - at);
            at = to;
            switch (random.nextInt(4)) {
                case 0 -> out.write(random.nextInt(256));
                case 1 -> out.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
                case 2 -> at = Math.min(file.length, at + 1 + random.nextInt(30));
                default -> at = Math.max(0, at - random.nextInt(60));
            }
        }
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
