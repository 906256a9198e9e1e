package truceline.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// A listing as aligned text for people at a terminal. A cell that is too long for its column ends in an ellipsis;
/// what a terminal would act on (control characters, marks of direction) is shown as a question mark.
final class TableRows implements RowWriter {
    private static final String GAP = "  ";

    private final Appendable out;
    private List<Row.Column> columns = List.of();
    private long rows;

    TableRows(Appendable out) {
        this.out = out;
    }

    @Override
    public void begin(List<Row.Column> named) throws IOException {
        columns = named;
        StringBuilder line = new StringBuilder();
        for (Row.Column column : columns) {
            if (column.width() > 0) {
                cell(line, column.name().toUpperCase(Locale.ROOT), column.width(), false);
            }
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    @Override
    public void row(Row row) throws IOException {
        rows++;
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            int width = columns.get(i).width();
            if (width > 0) {
                Row.Value value = row.values().get(i);
                cell(line, text(value), width, value instanceof Row.Value.Whole || value instanceof Row.Value.Decimal);
            }
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    @Override
    public void end() throws IOException {
        if (rows == 0) {
            out.append("(none)\n");
        }
    }

    private static String text(Row.Value value) {
        return switch (value) {
            case Row.Value.Text(String text) -> text == null ? "-" : text;
            case Row.Value.Whole(long number) -> Long.toString(number);
            case Row.Value.Decimal(String number) -> number;
            case Row.Value.Truth(boolean truth) -> truth ? "yes" : "no";
            case Row.Value.Items(List<String> items) -> items.isEmpty() ? "-" : String.join(", ", items);
            case Row.Value.Votes votes -> votes.dissent().isEmpty() ? "-" : String.join(", ", votes.texts());
        };
    }

    private static void cell(StringBuilder line, String text, int width, boolean right) {
        String safe = safe(text);
        int length = safe.codePointCount(0, safe.length());
        if (length > width) {
            safe = safe.substring(0, safe.offsetByCodePoints(0, width - 1)) + "…";
            length = width;
        }
        String blanks = " ".repeat(width - length);
        line.append(right ? blanks + safe : safe + blanks).append(GAP);
    }

    private static String safe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            boolean acts = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            safe.appendCodePoint(acts ? '?' : point);
        });
        return safe.toString();
    }
}
