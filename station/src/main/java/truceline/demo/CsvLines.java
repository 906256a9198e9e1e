package truceline.demo;

import java.util.Arrays;
import java.util.List;

/// Lines of a CSV file (RFC 4180), ending in a line feed. A row is set cell by cell, then ended; a cell that was not
/// set
/// is empty. Not thread-safe.
final class CsvLines {
    private final List<String> heading;
    private final String[] row;
    private final StringBuilder text = new StringBuilder();
    private int rows;

    CsvLines(List<String> heading) {
        this.heading = List.copyOf(heading);
        this.row = heading.toArray(String[]::new);
        line();
    }

    /// Sets a cell of the row at hand.
    CsvLines set(String column, String cell) {
        int at = heading.indexOf(column);
        if (at < 0) {
            throw new IllegalStateException("the file has no column " + column);
        }
        row[at] = cell;
        return this;
    }

    /// Ends the row at hand.
    void end() {
        rows++;
        line();
    }

    /// Rows without the heading.
    int rows() {
        return rows;
    }

    private void line() {
        for (int i = 0; i < row.length; i++) {
            text.append(i == 0 ? "" : ",").append(quoted(row[i]));
        }
        text.append('\n');
        Arrays.fill(row, "");
    }

    private static String quoted(String cell) {
        boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
