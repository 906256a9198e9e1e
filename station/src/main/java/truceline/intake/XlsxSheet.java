package truceline.intake;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A sheet as lines of CSV, made while it is read: line n is row n of the sheet, and a row without a value is an empty
/// line. A formula is the value that was saved with it. Damage ends the lines and is no exception: {@link #fault()}
/// says what it was. Not thread-safe.
final class XlsxSheet extends InputStream {
    static final int MOST_ROWS = 1 << 20;
    static final long MOST_TEXT_BYTES = 256L << 20;

    private final XMLStreamReader xml;
    private final XlsxBook book;
    private final Predicate<String> isTime;
    private final @Nullable String[] cells = new String[CsvScanner.MAX_CELLS + 1];
    private int count;
    private int width;
    private boolean[] timeColumns = {};
    private long lastRow;
    private byte[] line = {};
    private int at;
    private long gap;
    private long bytes;
    private boolean ended;
    private @Nullable String fault;

    XlsxSheet(XMLStreamReader xml, XlsxBook book, Predicate<String> isTime) {
        this.xml = xml;
        this.book = book;
        this.isTime = isTime;
    }

    /// What ended the sheet before its end (`damaged-xlsx`, `too-large`), or null.
    @Nullable
    String fault() {
        return fault;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        if (length == 0) {
            return 0;
        }
        while (gap == 0 && at == line.length) {
            if (ended) {
                return -1;
            }
            advance();
        }
        if (gap > 0) {
            int blank = (int) Math.min(gap, length);
            Arrays.fill(into, from, from + blank, (byte) '\n');
            gap -= blank;
            return blank;
        }
        int some = Math.min(length, line.length - at);
        System.arraycopy(line, at, into, from, some);
        at += some;
        return some;
    }

    private void advance() {
        line = new byte[0];
        at = 0;
        try {
            if (!goToRow()) {
                ended = true;
                return;
            }
            String number = XlsxBook.attribute(xml, "r");
            long row = number.isEmpty() ? lastRow + 1 : whole(number);
            if (row <= lastRow || row > MOST_ROWS) {
                end("damaged-xlsx");
                return;
            }
            cells();
            gap = row - lastRow - 1;
            lastRow = row;
            line = line();
            bytes += line.length;
            if (bytes > MOST_TEXT_BYTES) {
                line = new byte[0];
                end("too-large");
            }
        } catch (XMLStreamException malformed) {
            end("damaged-xlsx");
        }
    }

    private void end(String why) {
        ended = true;
        fault = why;
    }

    private boolean goToRow() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("sheetData")) {
                return false;
            }
        }
        return false;
    }

    private void cells() throws XMLStreamException {
        Arrays.fill(cells, 0, count, null);
        count = 0;
        int column = -1;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                column = Math.min(column(XlsxBook.attribute(xml, "r"), column + 1), cells.length - 1);
                String text = cell(column);
                if (!text.isBlank()) {
                    cells[column] = text;
                    count = Math.max(count, column + 1);
                }
            }
        }
    }

    private String cell(int column) throws XMLStreamException {
        String type = XlsxBook.attribute(xml, "t");
        int style = (int) Math.max(-1, whole(XlsxBook.attribute(xml, "s")));
        String value = "";
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                return value(type, value, style, column);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                String text = XlsxBook.text(xml);
                value = name.equals("v") || name.equals("is") ? text : value;
            }
        }
    }

    private String value(String type, String value, int style, int column) throws XMLStreamException {
        return switch (type) {
            case "s" -> {
                String text = value.isEmpty() ? "" : book.findText((int) whole(value.strip()));
                if (text == null) {
                    throw new XMLStreamException("no shared text " + value);
                }
                yield text;
            }
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            case "", "n" -> {
                boolean inTimeColumn = column < timeColumns.length && timeColumns[column];
                yield value.isEmpty() ? "" : XlsxNumber.text(value, book.style(style), inTimeColumn, book.isFrom1904());
            }
            default -> value;
        };
    }

    /// The row as a line; the first one that holds something is the header and says how many cells a row has.
    private byte[] line() {
        if (count == 0) {
            return new byte[] {'\n'};
        }
        if (width == 0) {
            width = count;
            timeColumns = new boolean[width];
            for (int i = 0; i < width; i++) {
                String heading = cells[i];
                timeColumns[i] = heading != null && isTime.test(heading);
            }
        }
        StringBuilder text = new StringBuilder();
        // A row too long to be taken is cut so that it still is, whatever a shared text repeats.
        for (int i = 0; i < Math.max(width, count) && text.length() <= CsvScanner.MAX_ROW_BYTES; i++) {
            if (i > 0) {
                text.append(',');
            }
            String cell = cells[i];
            if (cell != null) {
                append(text, cell.substring(0, Math.min(cell.length(), CsvScanner.MAX_ROW_BYTES + 1)));
            }
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder line, String cell) {
        boolean quoted = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        if (quoted) {
            line.append('"').append(cell.replace("\"", "\"\"")).append('"');
        } else {
            line.append(cell);
        }
    }

    /// The column of a reference such as `AB12`, from 0; the one after the last where the cell has none.
    private static int column(String reference, int next) {
        int column = 0;
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = Math.min(column * 26 + c - 'A' + 1, CsvScanner.MAX_CELLS + 1);
        }
        return column == 0 ? next : column - 1;
    }

    /// A whole number of at most nine digits, or -1.
    private static long whole(String digits) {
        if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Long.parseLong(digits);
    }
}
