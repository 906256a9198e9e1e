package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvScannerTest {
    @Test
    void quoted_cells_may_hold_commas_quotes_and_line_ends() throws IOException {
        assertThat(rows("a,\"b,\"\"c\"\"\r\nd\",e\r\n\"\",,x")).containsExactly("1:a|b,\"c\"\r\nd|e", "2:||x");
    }

    @Test
    void lines_end_in_lf_crlf_or_cr_and_a_byte_order_mark_is_no_text() throws IOException {
        assertThat(rows("\uFEFFa,b\nc,d\r\ne,f\rg,h")).containsExactly("1:a|b", "2:c|d", "3:e|f", "4:g|h");
    }

    @Test
    void empty_lines_are_no_rows_but_count() throws IOException {
        assertThat(rows("a\n\n\r\nb\n\n")).containsExactly("1:a", "4:b");
    }

    @Test
    void a_row_of_two_megabytes_is_skipped_and_the_next_one_read() throws IOException {
        assertThat(rows("a,b\n" + "x".repeat(2_000_000) + ",y\nc,d\n"))
                .containsExactly("1:a|b", "2!row-too-long", "3:c|d");
        assertThat(rows("a\n\"" + "x".repeat(2_000_000) + "\"\nc\n")).containsExactly("1:a", "2!row-too-long", "3:c");
    }

    @Test
    void a_row_of_exactly_the_limit_is_read() throws IOException {
        String longest = "x".repeat(CsvScanner.MAX_ROW_BYTES);
        assertThat(rows(longest + "\r\nb")).containsExactly("1:" + longest, "2:b");
        assertThat(rows(longest + "x\r\nb")).containsExactly("1!row-too-long", "2:b");
        assertThat(rows(longest)).containsExactly("1:" + longest);
        assertThat(rows(longest + "x")).containsExactly("1!row-too-long");
    }

    @Test
    void a_quote_that_never_closes_costs_its_own_line_only() throws IOException {
        assertThat(rows("a,b\n\"c,d\ne,f\ng,h\n")).containsExactly("1:a|b", "2!unterminated-quote", "3:e|f", "4:g|h");
        assertThat(rows("a,\"b")).containsExactly("1!unterminated-quote");
        assertThat(rows("\"a,b\n\"c\",d\n")).containsExactly("1!unterminated-quote", "2:c|d");
    }

    @Test
    void text_after_a_closing_quote_is_a_fault_of_that_line() throws IOException {
        assertThat(rows("a,\"b\"c,d\ne,f,g")).containsExactly("1!text-after-quote", "2:e|f|g");
    }

    @Test
    void a_quote_inside_a_bare_cell_is_text() throws IOException {
        assertThat(rows("a \"b\" c,d")).containsExactly("1:a \"b\" c|d");
    }

    @Test
    void nul_bytes_and_broken_utf8_are_faults_of_their_row() throws IOException {
        assertThat(rows("a\0,b\nc")).containsExactly("1!nul-byte", "2:c");
        byte[] latin1 = "a,Kyïv\nb,c".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(rows(new ByteArrayInputStream(latin1))).containsExactly("1!not-utf-8", "2:b|c");
    }

    @Test
    void utf8_is_judged_as_the_decoder_of_the_platform_does() {
        Random random = new Random(7);
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(5)];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                bytes[0] = (byte) (0xE0 + random.nextInt(21));
            }
            assertThat(Utf8.isValid(bytes, 0, bytes.length))
                    .as("round %d of seed 7", round)
                    .isEqualTo(decodes(bytes));
        }
    }

    @Test
    void rows_are_those_that_fastcsv_finds() throws IOException {
        for (int seed = 0; seed < 3000; seed++) {
            String file = randomCsv(new Random(seed));
            List<String> expected = new ArrayList<>();
            try (CsvReader<CsvRecord> peer = peer(file)) {
                peer.forEach(record -> expected.add(String.join("|", record.getFields())));
            }
            List<String> found = rows(file).stream()
                    .map(row -> row.substring(row.indexOf(':') + 1))
                    .toList();
            assertThat(found).as("seed %d: %s", seed, file).isEqualTo(expected);
        }
    }

    @Test
    void it_makes_no_difference_how_the_bytes_arrive() throws IOException {
        StringBuilder file = new StringBuilder();
        Random random = new Random(11);
        while (file.length() < 700_000) {
            file.append(randomCsv(random)).append('\n');
        }
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        InputStream dripping = new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return super.read(into, from, Math.min(length, 1 + random.nextInt(40_000)));
            }
        };
        assertThat(rows(dripping)).isEqualTo(rows(new ByteArrayInputStream(bytes)));
    }

    private static CsvReader<CsvRecord> peer(String file) {
        return CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file);
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
            return true;
        } catch (java.nio.charset.CharacterCodingException malformed) {
            return false;
        }
    }

    private static String randomCsv(Random random) {
        StringBuilder file = new StringBuilder();
        int rows = 1 + random.nextInt(6);
        for (int row = 0; row < rows; row++) {
            int cells = 1 + random.nextInt(4);
            for (int cell = 0; cell < cells; cell++) {
                file.append(cell == 0 ? "" : ",").append(randomCell(random));
            }
            file.append(row == rows - 1 && random.nextBoolean() ? "" : random.nextBoolean() ? "\n" : "\r\n");
        }
        return file.toString();
    }

    private static String randomCell(Random random) {
        String[] pieces = {"a", "7", " ", "ї", "№", "x.y", "-", "\uD83D\uDE00"};
        String[] quoted = {"a", ",", "\"\"", "\n", "\r\n", "ж", " ", "9"};
        boolean quotes = random.nextInt(3) == 0;
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            cell.append(quotes ? quoted[random.nextInt(quoted.length)] : pieces[random.nextInt(pieces.length)]);
        }
        return quotes ? "\"" + cell + "\"" : cell.toString();
    }

    private static List<String> rows(String file) throws IOException {
        return rows(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> rows(InputStream file) throws IOException {
        CsvScanner scanner = new CsvScanner(file);
        List<String> rows = new ArrayList<>();
        while (scanner.next()) {
            String fault = scanner.fault();
            List<String> cells = new ArrayList<>();
            for (int i = 0; fault == null && i < scanner.cells(); i++) {
                cells.add(scanner.text(i));
            }
            rows.add(scanner.row() + (fault == null ? ":" + String.join("|", cells) : "!" + fault));
        }
        return rows;
    }
}
