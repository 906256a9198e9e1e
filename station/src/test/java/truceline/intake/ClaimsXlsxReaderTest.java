package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import truceline.observation.Kind;
import truceline.observation.Means;

class ClaimsXlsxReaderTest {
    private static final ZoneId ZONE = ZoneId.of("-02:00");
    private static final Reader READER = new ClaimsXlsxReader(ZONE);

    @TempDir
    private Path folder = Path.of("");

    private static final String[] HEADER = {"id", "time", "kind", "accused", "count", "place", "text"};

    @Test
    void a_sheet_says_what_the_same_list_as_csv_says() throws IOException {
        byte[] file = sheet(sheet -> {
            row(sheet, 1, "V-1", "2031-05-14T10:15-02:00", "shelling", "B", "", "Mill, Bridge", "two\nlines");
            sheet.value(1, 4, 12);
        });
        String csv = String.join(",", HEADER)
                + "\nV-1,2031-05-14T10:15-02:00,shelling,B,12,\"Mill, Bridge\",\"two\nlines\"\n";
        Rows fromSheet = Rows.of(READER, file);
        Rows fromCsv = Rows.of(new ClaimsCsvReader(ZONE), csv);
        assertThat(fromSheet.only()).usingRecursiveComparison().isEqualTo(fromCsv.only());
        assertThat(fromSheet.texts).isEqualTo(fromCsv.texts);
        assertThat(fromSheet.only().means).isEqualTo(Means.CLAIM);
        assertThat(fromSheet.only().kind).isEqualTo(Kind.SHELLING);
    }

    @Test
    void a_date_of_the_sheet_is_a_moment_in_the_zone_of_the_station() throws IOException {
        Rows rows = Rows.of(READER, sheet(sheet -> {
            row(sheet, 1, "a", "", "shelling", "B");
            sheet.value(1, 1, LocalDateTime.of(2031, 5, 14, 10, 15));
            sheet.style(1, 1).format("yyyy-mm-dd hh:mm").set();
            row(sheet, 3, "b", "", "shelling", "B");
            sheet.value(3, 1, 47_982);
        }));
        assertThat(rows.rejected).isEmpty();
        assertThat(rows.accepted).extracting(draft -> draft.row).containsExactly(2L, 4L);
        assertThat(Instant.ofEpochMilli(rows.accepted.getFirst().fromMs)).hasToString("2031-05-14T12:15:00Z");
        assertThat(rows.accepted.getFirst().precisionMs).isEqualTo(60_000);
        assertThat(Instant.ofEpochMilli(rows.accepted.getLast().fromMs)).hasToString("2031-05-14T02:00:00Z");
        assertThat(rows.accepted.getLast().precisionMs).isEqualTo(86_400_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "47982              | NUMBER | true  | false | 2031-05-14",
                "47982              | NUMBER | false | false | 47982",
                "47982              | CLOCK  | false | false | 2031-05-14T00:00",
                "46520              | DATE   | false | true  | 2031-05-14",
                "47982.42708333333  | DATE   | false | false | 2031-05-14T10:15",
                "47982.9999999999   | CLOCK  | false | false | 2031-05-15T00:00",
                "0.5                | CLOCK  | false | false | 12:00",
                "0.500011574074074  | CLOCK  | false | false | 12:00:01",
                "60                 | DATE   | false | false | 60",
                "1.2E1              | NUMBER | false | false | 12",
                "1E999999999        | NUMBER | false | false | 1E999999999",
                "-3                 | DATE   | true  | false | -3",
                "twelve             | NUMBER | true  | false | twelve"
            })
    void a_serial_number_is_a_day_and_a_part_of_it(
            String raw, XlsxNumber.Style style, boolean timeColumn, boolean from1904, String text) {
        assertThat(XlsxNumber.text(raw, style, timeColumn, from1904)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14  |                        | DATE",
                "22  |                        | CLOCK",
                "2   |                        | NUMBER",
                "164 | dd/mm/yyyy             | DATE",
                "164 | [$-409]d mmm yy h:mm   | CLOCK",
                "164 | [h]:mm                 | CLOCK",
                "164 | [Red]0.00              | NUMBER",
                "164 | 0' \"days\"'           | NUMBER",
                "164 | General                | NUMBER"
            })
    void a_format_with_letters_of_a_date_shows_one(String id, String code, XlsxNumber.Style style) {
        assertThat(XlsxNumber.style(id, code == null ? "" : code)).isEqualTo(style);
    }

    @Test
    void three_thousand_rows_are_read_fast_and_none_is_lost() throws IOException {
        byte[] file = sheet(sheet -> {
            for (int i = 1; i <= 2900; i++) {
                row(sheet, i, "V-" + i, "2031-05-14T10:15-02:00", i % 100 == 0 ? "?" : "shelling", "B");
            }
        });
        long start = System.nanoTime();
        Rows rows = Rows.of(READER, file);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(rows.accepted).hasSize(2871);
        assertThat(rows.faults()).hasSize(29).contains("101 kind unknown-word", "2901 kind unknown-word");
    }

    @Test
    void what_is_no_spreadsheet_is_refused() throws IOException {
        assertRefused("empty-file", new byte[0]);
        assertRefused("wrong-format", "time,kind,accused\n".getBytes(StandardCharsets.UTF_8));
        assertRefused("wrong-format", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        assertRefused("damaged-xlsx", zip("other.xml", "<a/>"));
        byte[] good = sheet(sheet -> row(sheet, 1, "a", "2031-05-14T10:15Z", "shelling", "B"));
        assertRefused("damaged-xlsx", Arrays.copyOf(good, good.length / 3));
    }

    @Test
    void a_small_file_that_swells_is_refused_before_it_fills_the_memory() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blanks = new byte[1 << 20];
            for (int i = 0; i < 65; i++) {
                zip.write(blanks);
            }
        }
        assertThat(out.size()).isLessThan(1 << 18);
        assertRefused("too-large", out.toByteArray());
    }

    @Test
    void a_cell_beyond_all_columns_or_texts_costs_its_row_and_no_memory() throws IOException {
        String head = "<row r='1'>" + cell("A1", "time") + cell("B1", "kind") + cell("C1", "accused") + "</row>";
        String good = cell("A2", "2031-05-14") + cell("B2", "shelling") + cell("C2", "B");
        Rows wide = Rows.of(READER, raw(head + "<row r='2'>" + good + cell("ZZZZZZZZZ2", "x") + "</row>"));
        assertThat(wide.fault()).isEqualTo("2  wrong-number-of-cells");
        Rows shared = Rows.of(
                READER, raw(head + "<row r='2'>" + good + "</row><row r='3'><c t='s'><v>2147483646</v></c></row>"));
        assertThat(shared.accepted).hasSize(1);
        assertThat(shared.faults()).containsExactly("3  damaged-xlsx");
        Rows last = Rows.of(READER, raw(head + "<row r='1048576'>" + good + "</row>"));
        assertThat(last.only().row).isEqualTo(1_048_576);
        Rows back = Rows.of(READER, raw(head + "<row r='2'>" + good + "</row><row r='2'>" + good + "</row>"));
        assertThat(back.faults()).containsExactly("3  damaged-xlsx");
    }

    @Test
    void no_entity_is_followed() throws IOException {
        String sheet = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><worksheet><sheetData>"
                + "<row r='1'>" + cell("A1", "time") + cell("B1", "kind") + cell("C1", "accused") + "</row>"
                + "<row r='2'>" + cell("A2", "2031-05-14") + cell("B2", "shelling") + cell("C2", "&x;") + "</row>"
                + "</sheetData></worksheet>";
        byte[] file = replaced("xl/worksheets/sheet1.xml", sheet);
        try {
            Rows rows = Rows.of(READER, file);
            assertThat(rows.accepted).isEmpty();
            assertThat(rows.rejected).isNotEmpty();
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("damaged-xlsx");
        }
    }

    @Test
    void a_damaged_file_is_told_and_never_an_exception() throws IOException {
        byte[] good = sheet(sheet -> row(sheet, 1, "a", "2031-05-14T10:15Z", "shelling", "B"));
        Random random = new Random(20310514);
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            byte[] bad = good.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                Rows.of(READER, bad);
            } catch (Refusal refusal) {
                refused++;
                assertThat(refusal.code()).as("round %d", round).matches("[a-z0-9-]+");
            }
        }
        assertThat(refused).isPositive();
    }

    private static void assertRefused(String code, byte[] file) {
        assertThatThrownBy(() -> Rows.of(READER, file))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static String cell(String reference, String text) {
        return "<c r='" + reference + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    private static void row(Worksheet sheet, int row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                sheet.value(row, i, texts[i]);
            }
        }
    }

    /// A file as a spreadsheet program writes it, the header in its first row.
    private static byte[] sheet(Consumer<Worksheet> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("List");
            row(sheet, 0, HEADER);
            rows.accept(sheet);
            book.newWorksheet("Notes").value(0, 0, "not read");
        }
        return out.toByteArray();
    }

    private byte[] raw(String rows) throws IOException {
        return replaced("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    /// A good file with one part put in the place of its own.
    private byte[] replaced(String part, String xml) throws IOException {
        byte[] good = sheet(sheet -> row(sheet, 1, "a", "2031-05-14T10:15Z", "shelling", "B"));
        Path file = Files.createTempFile(folder, "list", ".xlsx");
        Files.write(file, good);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(
                        entry.getName().equals(part)
                                ? xml.getBytes(StandardCharsets.UTF_8)
                                : from.getInputStream(entry).readAllBytes());
            }
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
