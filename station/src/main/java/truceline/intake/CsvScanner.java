package truceline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Walks the rows of a comma-separated file (RFC 4180) as ranges of bytes, making no object per row.
///
/// Lines end in LF, CRLF or CR; a byte order mark is skipped; a quote means something only at the start of a cell. A
/// row
/// is at most {@link #MAX_ROW_BYTES}, so memory is bounded whatever the input: a longer one is skipped to its line end
/// without being held. A broken row spoils no other: where a quoted cell is never closed, the row ends with the line on
/// which the quote opened and the next line is a row of its own. Empty lines count in {@link #row()} and are no rows.
/// The file must be UTF-8. Ranges are valid until the next {@link #next()}. Not thread-safe.
final class CsvScanner {
    static final int MAX_ROW_BYTES = 1 << 16;
    static final int MAX_CELLS = 1024;

    private static final int FIRST_BUFFER_BYTES = 1 << 13;
    private static final int BUFFER_BYTES = 1 << 19;
    private static final int NUL = 1;
    private static final int HIGH = 2;

    private final InputStream in;
    private byte[] buffer = new byte[FIRST_BUFFER_BYTES];
    private int limit;
    private int next;
    private boolean ended;
    private boolean skipping;

    private long row;
    private int rowFrom;
    private int rowTo;
    private boolean unfinished;
    private int marks;
    private @Nullable String fault;

    private final int[] cellFrom = new int[MAX_CELLS];
    private final int[] cellTo = new int[MAX_CELLS];
    private final boolean[] doubled = new boolean[MAX_CELLS];
    private int cells;

    CsvScanner(InputStream in) {
        this.in = in;
    }

    /// Goes to the next row that is not empty; false at the end of the file.
    boolean next() throws IOException {
        do {
            fill();
            if (row == 0) {
                skipByteOrderMark();
            }
            while (skipping) {
                skipLine();
            }
            if (next == limit) {
                return false;
            }
            row++;
            scan();
        } while (rowFrom == rowTo && fault == null);
        if (fault == null) {
            fault = faultOfBytes();
        }
        return true;
    }

    /// Number of the row, counting from 1 and counting empty lines.
    long row() {
        return row;
    }

    /// Why the row cannot be read as cells (`row-too-long`, `unterminated-quote`, `text-after-quote`, `nul-byte`,
    /// `not-utf-8`), or null.
    @Nullable
    String fault() {
        return fault;
    }

    /// True where the file ended before the row's line did.
    boolean isUnfinished() {
        return unfinished;
    }

    byte[] buffer() {
        return buffer;
    }

    int rowFrom() {
        return rowFrom;
    }

    int rowTo() {
        return rowTo;
    }

    /// Number of cells, of which only the first {@link #MAX_CELLS} have ranges.
    int cells() {
        return cells;
    }

    int cellFrom(int cell) {
        return cellFrom[cell];
    }

    int cellTo(int cell) {
        return cellTo[cell];
    }

    /// True where the cell's range still holds doubled quotes.
    boolean hasDoubledQuotes(int cell) {
        return doubled[cell];
    }

    String text(int cell) {
        String raw = new String(buffer, cellFrom[cell], cellTo[cell] - cellFrom[cell], StandardCharsets.UTF_8);
        return doubled[cell] ? raw.replace("\"\"", "\"") : raw;
    }

    private void fill() throws IOException {
        if (ended || limit - next >= MAX_ROW_BYTES + 2) {
            return;
        }
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        limit -= next;
        next = 0;
        readAhead();
        if (!ended && buffer.length < BUFFER_BYTES) {
            buffer = Arrays.copyOf(buffer, BUFFER_BYTES);
            readAhead();
        }
    }

    private void readAhead() throws IOException {
        int wanted = buffer.length - limit;
        int read = in.readNBytes(buffer, limit, wanted);
        limit += read;
        ended = read < wanted;
    }

    private void skipByteOrderMark() {
        if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            next = 3;
        }
    }

    private void skipLine() throws IOException {
        int end = lineEnd(next, limit);
        if (end < limit) {
            next = afterLineEnd(end);
            skipping = false;
            fill();
        } else {
            next = limit;
            skipping = !ended;
            fill();
        }
    }

    private void scan() {
        int at = next;
        int stop = Math.min(limit, at + MAX_ROW_BYTES + 1);
        rowFrom = at;
        cells = 0;
        marks = 0;
        fault = null;
        unfinished = false;
        while (true) {
            int from = at;
            if (at < stop && buffer[at] == '"') {
                boolean escapes = false;
                for (at = quote(from + 1, stop); at + 1 < stop && buffer[at + 1] == '"'; at = quote(at + 2, stop)) {
                    escapes = true;
                }
                if (at >= stop) {
                    cutAfterOpenQuote(from, stop);
                    return;
                }
                addCell(from + 1, at, escapes);
                at++;
                if (at < stop && !endsCell(buffer[at])) {
                    cutAtTextAfterQuote(from, at, stop);
                    return;
                }
            } else {
                at = plainEnd(at, stop);
                addCell(from, at, false);
            }
            if (at == stop) {
                finishWithoutLineEnd(stop);
                return;
            }
            if (buffer[at] != ',') {
                finish(at);
                return;
            }
            at++;
        }
    }

    private int plainEnd(int from, int stop) {
        byte[] bytes = buffer;
        int at = from;
        while (at < stop) {
            int b = bytes[at];
            if (b <= ',') {
                if (b == ',' || b == '\n' || b == '\r') {
                    break;
                }
                mark(b);
            }
            at++;
        }
        return at;
    }

    private int quote(int from, int stop) {
        byte[] bytes = buffer;
        int at = from;
        while (at < stop) {
            int b = bytes[at];
            if (b <= '"') {
                if (b == '"') {
                    break;
                }
                mark(b);
            }
            at++;
        }
        return at;
    }

    private void mark(int b) {
        if (b <= 0) {
            marks |= b == 0 ? NUL : HIGH;
        }
    }

    private void addCell(int from, int to, boolean escapes) {
        if (cells < MAX_CELLS) {
            cellFrom[cells] = from;
            cellTo[cells] = to;
            doubled[cells] = escapes;
        }
        cells++;
    }

    private static boolean endsCell(byte b) {
        return b == ',' || b == '\n' || b == '\r';
    }

    private void finish(int lineEnd) {
        rowTo = lineEnd;
        next = afterLineEnd(lineEnd);
    }

    private void finishWithoutLineEnd(int stop) {
        if (stop == limit && ended && stop - rowFrom <= MAX_ROW_BYTES) {
            rowTo = stop;
            next = stop;
            unfinished = true;
        } else {
            fault = "row-too-long";
            rowTo = rowFrom + MAX_ROW_BYTES;
            next = stop;
            skipping = true;
        }
    }

    private void cutAfterOpenQuote(int open, int stop) {
        int end = lineEnd(open, stop);
        if (end < stop) {
            finish(end);
        } else {
            finishWithoutLineEnd(stop);
        }
        if (fault == null) {
            fault = "unterminated-quote";
        }
    }

    private void cutAtTextAfterQuote(int open, int text, int stop) {
        if (lineEnd(open, text) < text) {
            cutAfterOpenQuote(open, stop);
            return;
        }
        int end = lineEnd(text, stop);
        if (end < stop) {
            finish(end);
        } else {
            finishWithoutLineEnd(stop);
        }
        if (fault == null) {
            fault = "text-after-quote";
        }
    }

    private int lineEnd(int from, int stop) {
        int at = from;
        while (at < stop && buffer[at] != '\n' && buffer[at] != '\r') {
            at++;
        }
        return at;
    }

    private int afterLineEnd(int at) {
        return buffer[at] == '\r' && at + 1 < limit && buffer[at + 1] == '\n' ? at + 2 : at + 1;
    }

    private @Nullable String faultOfBytes() {
        if ((marks & NUL) != 0) {
            return "nul-byte";
        }
        return (marks & HIGH) == 0 || Utf8.isValid(buffer, rowFrom, rowTo) ? null : "not-utf-8";
    }
}
