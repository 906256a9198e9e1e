package truceline.report;

import java.io.IOException;
import java.util.List;

/// A listing as comma-separated values, safe to open in a spreadsheet; several texts in one cell are joined by
/// semicolons.
final class CsvRows implements RowWriter {
    private final CsvText csv;

    CsvRows(Appendable out) {
        this.csv = new CsvText(out);
    }

    @Override
    public void begin(List<Row.Column> columns) throws IOException {
        csv.header(columns.stream().map(Row.Column::name).toList());
    }

    @Override
    public void row(Row row) throws IOException {
        for (Row.Value value : row.values()) {
            switch (value) {
                case Row.Value.Text(String text) -> csv.text(text == null ? "" : text);
                case Row.Value.Whole(long number) -> csv.number(number);
                case Row.Value.Decimal(String number) -> csv.number(number);
                case Row.Value.Truth(boolean truth) -> csv.text(truth ? "true" : "false");
                case Row.Value.Items(List<String> items) -> csv.text(String.join(";", items));
                case Row.Value.Votes votes -> csv.text(String.join(";", votes.texts()));
            }
        }
        csv.endLine();
    }

    @Override
    public void end() {
        // The last line ended itself.
    }
}
