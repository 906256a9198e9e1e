package truceline.report;

import java.io.IOException;
import java.util.List;

/// Writes a listing row by row, in one of its formats. Holds one row at a time.
sealed interface RowWriter permits TableRows, JsonRows, GeoJsonRows, CsvRows {
    /// What stands before the first row.
    void begin(List<Row.Column> columns) throws IOException;

    void row(Row row) throws IOException;

    /// What stands after the last row.
    void end() throws IOException;
}
