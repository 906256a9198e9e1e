package truceline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Walks the lines of a text as ranges of bytes, making no object per line.
///
/// Lines end in LF, CRLF or CR; a byte order mark is skipped. A line is at most {@link #MAX_LINE_BYTES}, so
/// memory is bounded whatever the input: a longer one is skipped to its end without being held. Empty lines
/// count in {@link #row()} and are not handed out. The file must be UTF-8. Ranges are valid until the next
/// {@link #next()}. Not thread-safe.
final class LineScanner {
    static final int MAX_LINE_BYTES = 1 << 14;

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int limit;
    private int next;
    private boolean ended;
    private boolean started;

    private long row;
    private int from;
    private int to;
    private boolean unfinished;
    private @Nullable String fault;

    LineScanner(InputStream in) {
        this.in = in;
    }

    /// Goes to the next line that is not empty; false at the end of the file.
    boolean next() throws IOException {
        do {
            fill();
            if (next == limit) {
                return false;
            }
            row++;
            line();
        } while (from == to && fault == null);
        if (fault == null) {
            fault = faultOfBytes();
        }
        return true;
    }

    /// Number of the line, counting from 1 and counting empty lines.
    long row() {
        return row;
    }

    /// Why the line is none (`row-too-long`, `nul-byte`, `not-utf-8`), or null.
    @Nullable
    String fault() {
        return fault;
    }

    /// True where the file ended before the line did.
    boolean isUnfinished() {
        return unfinished;
    }

    byte[] buffer() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    private void fill() throws IOException {
        if (ended || limit - next > MAX_LINE_BYTES + 2) {
            return;
        }
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        limit -= next;
        next = 0;
        int wanted = buffer.length - limit;
        int read = in.readNBytes(buffer, limit, wanted);
        limit += read;
        ended = read < wanted;
        if (!started) {
            started = true;
            boolean marked =
                    limit >= 3 && Arrays.equals(buffer, 0, 3, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, 3);
            next = marked ? 3 : 0;
        }
    }

    private void line() throws IOException {
        fault = null;
        unfinished = false;
        from = next;
        int stop = Math.min(limit, from + MAX_LINE_BYTES + 1);
        int end = lineEnd(from, stop);
        if (end < stop) {
            to = end;
            next = afterLineEnd(end);
        } else if (stop == limit && ended && stop - from <= MAX_LINE_BYTES) {
            to = stop;
            next = stop;
            unfinished = true;
        } else {
            skipLongLine(stop);
        }
    }

    /// The first bytes of a line that is too long stay at the buffer's front; the rest is read over behind
    /// them.
    private void skipLongLine(int stop) throws IOException {
        fault = "row-too-long";
        int held = MAX_LINE_BYTES;
        int end = lineEnd(stop, limit);
        if (end == limit && !ended) {
            System.arraycopy(buffer, from, buffer, 0, held);
            from = 0;
            while (end == limit && !ended) {
                int wanted = buffer.length - held;
                limit = held + in.readNBytes(buffer, held, wanted);
                ended = limit < buffer.length;
                end = lineEnd(held, limit);
            }
        }
        to = from + held;
        next = end < limit ? afterLineEnd(end) : limit;
        unfinished = end == limit;
    }

    private int lineEnd(int start, int stop) {
        int at = start;
        while (at < stop && buffer[at] != '\n' && buffer[at] != '\r') {
            at++;
        }
        return at;
    }

    private int afterLineEnd(int at) {
        return buffer[at] == '\r' && at + 1 < limit && buffer[at + 1] == '\n' ? at + 2 : at + 1;
    }

    private @Nullable String faultOfBytes() {
        for (int i = from; i < to; i++) {
            if (buffer[i] == 0) {
                return "nul-byte";
            }
        }
        return Utf8.isValid(buffer, from, to) ? null : "not-utf-8";
    }
}
