package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineScannerTest {
    private static List<String> read(byte[] text) throws IOException {
        LineScanner lines = new LineScanner(new ByteArrayInputStream(text));
        List<String> read = new ArrayList<>();
        while (lines.next()) {
            String line = new String(lines.buffer(), lines.from(), lines.to() - lines.from(), StandardCharsets.UTF_8);
            String shown = line.length() > 100 ? line.length() + " bytes" : line;
            read.add(lines.row() + " " + (lines.fault() == null ? shown : lines.fault() + " " + shown));
        }
        return read;
    }

    @Test
    void lines_end_in_any_way_and_empty_ones_count() throws IOException {
        byte[] text = "\uFEFFa\r\nb\rc\n\n\r\nd".getBytes(StandardCharsets.UTF_8);
        assertThat(read(text)).containsExactly("1 a", "2 b", "3 c", "6 d");
    }

    @Test
    void a_line_that_is_too_long_costs_no_other() throws IOException {
        for (int length : new int[] {16_385, 65_000, 65_535, 65_536, 65_537, 500_000}) {
            String text = "a\n" + "x".repeat(length) + "\nb\n" + "y".repeat(16_384) + "\n" + "z".repeat(length);
            assertThat(read(text.getBytes(StandardCharsets.UTF_8)))
                    .as("%d", length)
                    .containsExactly(
                            "1 a", "2 row-too-long 16384 bytes", "3 b", "4 16384 bytes", "5 row-too-long 16384 bytes");
        }
    }

    @Test
    void bytes_that_are_no_text_are_told() throws IOException {
        assertThat(read(new byte[] {'a', 0, '\n', (byte) 0xFF, '\n', 'b'}))
                .hasSize(3)
                .element(2)
                .isEqualTo("3 b");
        assertThat(read(new byte[] {'a', 0})).first().asString().startsWith("1 nul-byte");
        assertThat(read(new byte[] {(byte) 0xC0})).first().asString().startsWith("1 not-utf-8");
    }

    @Test
    void many_lines_of_any_length_come_out_as_they_went_in() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            List<String> expected = new ArrayList<>();
            for (int row = 1; row <= 200; row++) {
                String line = Integer.toString(row).repeat(1 + random.nextInt(random.nextInt(10) == 0 ? 5000 : 20));
                text.append(line).append(random.nextBoolean() ? "\n" : "\r\n");
                expected.add(row + " " + (line.length() > 100 ? line.length() + " bytes" : line));
            }
            assertThat(read(text.toString().getBytes(StandardCharsets.UTF_8)))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }
}
