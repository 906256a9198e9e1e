package truceline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import truceline.observation.Draft;
import truceline.observation.Rejection;
import truceline.observation.RowSink;

/// The way through a CSV file, plain or gzip, that every format of rows takes: header first, then each row is either
/// handed on or rejected, none left out. Stateless.
final class CsvFile {
    /// What a format makes of one row.
    @FunctionalInterface
    interface Row {
        /// Fills the draft; false where the row cannot be used, and then the fault says why.
        boolean fill(CsvScanner cells, Draft draft, Fault fault);
    }

    private CsvFile() {}

    /// @throws Refusal where the file has no header that the format knows
    static void read(InputStream bytes, RowSink sink, Function<CsvHeader, Row> format) throws IOException {
        Gunzip plain = new Gunzip(bytes);
        read(plain, plain::fault, sink, format);
    }

    /// Reads lines that something else unpacks.
    ///
    /// @param faultOfFile the code of what ended the lines before their end, or null
    /// @throws Refusal where the file has no header that the format knows
    static void read(
            InputStream plain, Supplier<@Nullable String> faultOfFile, RowSink sink, Function<CsvHeader, Row> format)
            throws IOException {
        CsvScanner scanner = new CsvScanner(plain);
        CsvHeader header = header(scanner, faultOfFile);
        header.refuseTwins();
        Row row = format.apply(header);
        Draft draft = new Draft();
        Fault fault = new Fault();
        boolean cut = false;
        while (!cut && scanner.next()) {
            cut = scanner.isUnfinished() && faultOfFile.get() != null;
            if (!cut) {
                hand(scanner, header, row, draft, fault, sink);
            }
        }
        String damage = faultOfFile.get();
        if (damage != null) {
            int from = cut ? scanner.rowFrom() : 0;
            int to = cut ? scanner.rowTo() : 0;
            long number = cut ? scanner.row() : scanner.row() + 1;
            sink.rejected(
                    new Rejection(number, "", damage, "the compressed file ends before its end"),
                    scanner.buffer(),
                    from,
                    to);
        }
    }

    private static CsvHeader header(CsvScanner scanner, Supplier<@Nullable String> faultOfFile) throws IOException {
        boolean found = scanner.next();
        String damage = faultOfFile.get();
        if (damage != null && (!found || scanner.isUnfinished())) {
            throw new Refusal(damage, "The compressed file is damaged before its first line ends; send it again.");
        }
        if (!found) {
            throw new Refusal("empty-file", "The file is empty; it needs at least a header line.");
        }
        refuseArchive(scanner);
        return CsvHeader.of(scanner);
    }

    private static void refuseArchive(CsvScanner scanner) {
        byte[] bytes = scanner.buffer();
        int from = scanner.rowFrom();
        if (scanner.rowTo() - from >= 4 && bytes[from] == 'P' && bytes[from + 1] == 'K' && bytes[from + 2] < 9) {
            throw new Refusal("wrong-format", "This is a ZIP or XLSX file; unpack it, or save the sheet as CSV.");
        }
    }

    private static void hand(CsvScanner scanner, CsvHeader header, Row row, Draft draft, Fault fault, RowSink sink) {
        fault.clear();
        String broken = scanner.fault();
        boolean good = false;
        if (broken != null) {
            fault.at("", broken, "");
        } else if (scanner.cells() != header.size()) {
            fault.at("", "wrong-number-of-cells", scanner.cells() + " instead of " + header.size());
        } else {
            draft.clear();
            draft.row = scanner.row();
            good = row.fill(scanner, draft, fault);
        }
        if (good) {
            sink.observed(draft, scanner.buffer(), scanner.rowFrom(), scanner.rowTo());
        } else {
            sink.rejected(fault.toRejection(scanner.row()), scanner.buffer(), scanner.rowFrom(), scanner.rowTo());
        }
    }
}
