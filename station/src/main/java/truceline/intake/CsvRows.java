package truceline.intake;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Small CSV tables (RFC 4180, UTF-8, comma, lines from `#` on are comments) with an exact header row. Stateless.
final class CsvRows {
    /// Largest table, in bytes.
    static final int MOST_BYTES = 4 << 20;

    private CsvRows() {}

    /// A row's problem; the line counts from 1, which is the first line of the file.
    record Fault(long line, String field, String code, String detail) {}

    /// Hands on every row below the header with its line number. A fault of the file ends the reading.
    static List<Fault> read(byte[] bytes, List<String> header, BiConsumer<Long, List<String>> rows) {
        if (bytes.length > MOST_BYTES) {
            return List.of(new Fault(0, "", "too-large", bytes.length + " bytes; at most " + MOST_BYTES));
        }
        List<Fault> faults = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .detectBomHeader(false)
                .commentStrategy(CommentStrategy.SKIP)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text(bytes))) {
            boolean hasHeader = false;
            for (CsvRecord row : records) {
                long line = row.getStartingLineNumber();
                if (!hasHeader) {
                    hasHeader = true;
                    if (!row.getFields().equals(header)) {
                        return List.of(new Fault(line, "", "wrong-header", "expected " + String.join(",", header)));
                    }
                } else if (row.getFieldCount() != header.size()) {
                    faults.add(new Fault(
                            line, "", "wrong-columns", row.getFieldCount() + " columns; expected " + header.size()));
                } else {
                    rows.accept(line, row.getFields());
                }
            }
            if (!hasHeader) {
                faults.add(new Fault(1, "", "wrong-header", "expected " + String.join(",", header)));
            }
        } catch (CharacterCodingException _) {
            faults.add(new Fault(0, "", "not-utf8", "the text is not UTF-8"));
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            faults.add(new Fault(0, "", "not-csv", String.valueOf(e.getMessage())));
        }
        return faults;
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
