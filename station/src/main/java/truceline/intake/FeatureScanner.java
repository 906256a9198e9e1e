package truceline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Finds the features of GeoJSON as ranges of bytes, one after another: those of a FeatureCollection, or objects that
/// stand one to a line; or in the same way the elements of another array that has a name in a top-level object. It
/// matches brackets outside of texts and leaves the rest to whoever reads the range.
///
/// Memory is bounded by {@link #MOST_BYTES}; a longer feature is skipped. A range is valid until the next
/// {@link #next()}. Not thread-safe.
final class FeatureScanner {
    static final int MOST_BYTES = 1 << 20;

    private static final int MOST_HEAD_BYTES = 1 << 16;
    private static final int CHUNK = 1 << 13;
    private static final int END = -1;
    private static final int RECORD_SEPARATOR = 0x1E;

    private final InputStream in;
    private final byte[] key;
    private byte[] head = {};
    private byte[] buffer = new byte[2 * CHUNK];
    private int limit;
    private int at;

    /// Where the object begins that may be handed out, or -1.
    private int mark = -1;

    private boolean overlong;
    private boolean inArray;
    private int collections;
    private boolean truncated;
    private int from;
    private int to;
    private long number;
    private @Nullable String fault;

    FeatureScanner(InputStream in) {
        this(in, "features");
    }

    /// @param array name of the array whose elements are handed out
    FeatureScanner(InputStream in, String array) {
        this.in = in;
        this.key = ('"' + array + '"').getBytes(StandardCharsets.UTF_8);
    }

    /// Goes to the next feature; false at the end.
    boolean next() throws IOException {
        mark = -1;
        overlong = false;
        fault = null;
        from = 0;
        to = 0;
        while (!truncated) {
            int b = inArray ? arrayStep() : topStep();
            if (b == END) {
                return false;
            }
            if (b == 1) {
                number++;
                return true;
            }
        }
        return false;
    }

    /// Number of the feature, from 1.
    long number() {
        return number;
    }

    /// Why the range holds no feature (`row-too-long`, `not-a-feature`, `truncated-json`), or null.
    @Nullable
    String fault() {
        return fault;
    }

    /// True once an object that could hold features was seen.
    boolean isCollection() {
        return collections > 0;
    }

    /// How many arrays were opened so far.
    int collections() {
        return collections;
    }

    /// What stands before the array in the object whose elements are handed out; empty where that was too long to hold.
    byte[] head() {
        return head;
    }

    /// True where the range stands in the named array, and is no object of its own.
    boolean isElement() {
        return inArray;
    }

    /// True where the file ended inside an object; what followed cannot be known.
    boolean isTruncated() {
        return truncated;
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

    /// Between top-level objects: 1 where a feature was found, 0 to go on, -1 at the end.
    private int topStep() throws IOException {
        int b = read();
        if (b == END) {
            return END;
        }
        if (isBlank(b) || b == RECORD_SEPARATOR || isByteOrderMark(b)) {
            return 0;
        }
        if (b != '{') {
            return skipLine();
        }
        mark = at - 1;
        return object();
    }

    private boolean isByteOrderMark(int b) throws IOException {
        if (b == 0xEF && at == 1) {
            return read() == 0xBB && read() == 0xBF;
        }
        return false;
    }

    private int skipLine() throws IOException {
        mark = at - 1;
        int b = read();
        while (b != '\n' && b != END) {
            b = read();
        }
        fault = "not-a-feature";
        return hand();
    }

    /// Inside a top-level object: until its end, or until the array of features opens.
    private int object() throws IOException {
        boolean isKey = false;
        int depth = 1;
        while (depth > 0) {
            int b = read();
            if (b == END) {
                return broken("truncated-json");
            }
            if (b == '"') {
                if (!skipText()) {
                    return broken("truncated-json");
                }
                isKey = depth == 1 && endsWithKey();
            } else if (b == ':' && isKey && opensArray()) {
                return 0;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                depth--;
            } else if (!isBlank(b)) {
                isKey = false;
            }
        }
        return mark < 0 && !overlong ? 0 : hand();
    }

    private boolean endsWithKey() {
        int start = at - key.length;
        return start >= 0 && Arrays.equals(buffer, start, at, key, 0, key.length);
    }

    private boolean opensArray() throws IOException {
        int b = read();
        while (isBlank(b)) {
            b = read();
        }
        if (b == '[') {
            inArray = true;
            collections++;
            head = mark < 0 || at - mark > MOST_HEAD_BYTES ? new byte[0] : Arrays.copyOfRange(buffer, mark, at);
            mark = -1;
            overlong = false;
            return true;
        }
        at -= b == END ? 0 : 1;
        return false;
    }

    private int arrayStep() throws IOException {
        int b = read();
        if (b == END) {
            return broken("truncated-json");
        }
        if (isBlank(b) || b == ',') {
            return 0;
        }
        if (b == ']') {
            inArray = false;
            return restOfCollection();
        }
        mark = at - 1;
        if (b != '{') {
            fault = "not-a-feature";
        }
        if (b == '{' || b == '[') {
            return skipNested() ? hand() : broken("truncated-json");
        }
        at--;
        do {
            b = read();
            if (b == '"' && !skipText()) {
                return broken("truncated-json");
            }
        } while (b != END && b != ',' && b != ']' && b != '{');
        at -= b == END ? 0 : 1;
        return hand();
    }

    private int restOfCollection() throws IOException {
        mark = -1;
        return object();
    }

    private boolean skipNested() throws IOException {
        for (int depth = 1; depth > 0; ) {
            int b = read();
            if (b == END || b == '"' && !skipText()) {
                return false;
            }
            depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
        }
        return true;
    }

    private boolean skipText() throws IOException {
        int b = read();
        while (b != '"') {
            if (b == '\\') {
                b = read();
            }
            if (b == END) {
                return false;
            }
            b = read();
        }
        return true;
    }

    private int hand() {
        if (overlong || at - mark > MOST_BYTES) {
            fault = "row-too-long";
        } else {
            from = mark;
            to = at;
        }
        return 1;
    }

    private int broken(String code) {
        fault = code;
        truncated = true;
        from = Math.max(mark, 0);
        to = mark < 0 ? 0 : at;
        return 1;
    }

    private static boolean isBlank(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private int read() throws IOException {
        return at < limit || fill() ? buffer[at++] & 0xFF : END;
    }

    private boolean fill() throws IOException {
        if (mark >= 0 && at - mark > MOST_BYTES) {
            mark = -1;
            overlong = true;
        }
        int keep = mark < 0 ? Math.max(0, at - key.length) : mark;
        System.arraycopy(buffer, keep, buffer, 0, limit - keep);
        limit -= keep;
        at -= keep;
        mark = mark < 0 ? -1 : 0;
        if (buffer.length - limit < CHUNK) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, limit, CHUNK);
        limit += Math.max(0, read);
        return read > 0;
    }
}
