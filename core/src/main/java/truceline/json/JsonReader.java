package truceline.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads canonical JSON strictly, value by value, without an object per number.
///
/// Whatever has a second way of being written is refused with a {@link JsonException}: white space, unsorted or
/// repeated
/// keys, `-0`, leading zeros, fractions, needless escapes, ill-formed UTF-8, bytes after the end. So bytes that were
/// read
/// to the end are the only bytes that say the same. Not thread-safe.
public final class JsonReader {
    private static final int MAX_DEPTH = 32;

    private final byte[] bytes;
    private int at;
    private int depth;
    private final boolean[] first = new boolean[MAX_DEPTH + 1];
    private final @Nullable String[] lastName = new String[MAX_DEPTH + 1];

    public JsonReader(byte[] bytes) {
        this.bytes = bytes;
        first[0] = true;
    }

    /// What the next value is: one of `{ [ " 0 t n`; numbers answer `0`.
    public char peek() {
        char c = (char) byteAt(at);
        if (c == '-' || c >= '0' && c <= '9') {
            return '0';
        }
        return c == 'f' ? 't' : c;
    }

    public void beginObject() {
        open('{');
        lastName[depth] = null;
    }

    /// True while the object has another key; false after its closing brace was read.
    public boolean hasName() {
        return more('}');
    }

    /// The next key; the value must be read next.
    public String name() {
        String name = text();
        @Nullable String last = lastName[depth];
        if (last != null && last.compareTo(name) >= 0) {
            throw fault("key '" + name + "' is repeated or out of order");
        }
        lastName[depth] = name;
        expect(':');
        return name;
    }

    /// Reads the key `name` or refuses.
    public void name(String name) {
        if (!hasName()) {
            throw fault("key '" + name + "' is missing");
        }
        String found = name();
        if (!found.equals(name)) {
            throw fault("key '" + name + "' expected, not '" + found + "'");
        }
    }

    /// Reads the key `name` if it stands next; leaves another key, or the end of the object, unread.
    public boolean isNext(String name) {
        int start = at;
        if (byteAt(at) == ',' && !first[depth]) {
            at++;
        }
        byte[] key = ('"' + name + "\":").getBytes(StandardCharsets.UTF_8);
        boolean stands =
                at + key.length <= bytes.length && Arrays.equals(bytes, at, at + key.length, key, 0, key.length);
        at = start;
        if (stands) {
            name(name);
        }
        return stands;
    }

    /// Reads the key `name` and its text.
    public String text(String name) {
        name(name);
        return text();
    }

    /// Reads the key `name` and its number.
    public long number(String name) {
        name(name);
        return number();
    }

    /// Reads the key `name` and its number, which must fit an int.
    public int integer(String name) {
        name(name);
        return integer();
    }

    /// Refuses any further key of the object.
    public void endObject() {
        if (hasName()) {
            throw fault("unknown key '" + name() + "'");
        }
    }

    public void beginArray() {
        open('[');
    }

    /// True while the array has another element; false after its closing bracket was read.
    public boolean hasElement() {
        return more(']');
    }

    public long number() {
        int start = at;
        boolean negative = byteAt(at) == '-';
        if (negative) {
            at++;
        }
        int digits = at;
        long value = 0;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + (bytes[at] - '0');
            if (at - digits > 15) {
                throw fault("integer beyond 2^53-1");
            }
            at++;
        }
        int length = at - digits;
        if (length == 0 || length > 1 && bytes[digits] == '0' || negative && value == 0) {
            at = start;
            throw fault("an integer is expected");
        }
        if (value > JsonWriter.MAX_INTEGER) {
            throw fault("integer beyond 2^53-1");
        }
        return negative ? -value : value;
    }

    /// A number that must fit an int.
    public int integer() {
        long value = number();
        if (value != (int) value) {
            throw fault("number out of range: " + value);
        }
        return (int) value;
    }

    public boolean truth() {
        if (word("true")) {
            return true;
        }
        if (word("false")) {
            return false;
        }
        throw fault("true or false expected");
    }

    /// Reads `null` if it stands next.
    public boolean nothing() {
        return word("null");
    }

    public String text() {
        expect('"');
        int start = at;
        while (byteAt(at) >= 0x20 && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        if (bytes[at] == '"') {
            String plain = new String(bytes, start, at - start, StandardCharsets.US_ASCII);
            at++;
            return plain;
        }
        at = start;
        return new TextScanner().scan();
    }

    /// Refuses bytes after the value.
    public void end() {
        if (at != bytes.length) {
            throw fault("bytes after the end");
        }
    }

    public JsonException fault(String what) {
        return new JsonException("byte " + at + ": " + what);
    }

    private boolean more(char close) {
        if (byteAt(at) == close) {
            at++;
            depth--;
            return false;
        }
        if (first[depth]) {
            first[depth] = false;
        } else {
            expect(',');
        }
        return true;
    }

    private void open(char bracket) {
        expect(bracket);
        if (++depth > MAX_DEPTH) {
            throw fault("deeper than " + MAX_DEPTH);
        }
        first[depth] = true;
    }

    private boolean word(String word) {
        if (at + word.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    private void expect(char c) {
        if (byteAt(at) != c) {
            throw fault("'" + c + "' expected");
        }
        at++;
    }

    private int byteAt(int index) {
        if (index >= bytes.length) {
            throw new JsonException("byte " + index + ": cut short");
        }
        return bytes[index];
    }

    /// The slow path of a text: escapes and characters beyond ASCII.
    private final class TextScanner {
        private final StringBuilder out = new StringBuilder();

        String scan() {
            while (true) {
                int b = byteAt(at) & 0xFF;
                if (b == '"') {
                    at++;
                    return out.toString();
                }
                if (b == '\\') {
                    escape();
                } else if (b < 0x20) {
                    throw fault("control character in a text");
                } else if (b < 0x80) {
                    out.append((char) b);
                    at++;
                } else {
                    multiByte(b);
                }
            }
        }

        private void escape() {
            int kind = byteAt(at + 1);
            int index = "\"\\bfnrt".indexOf(kind);
            if (index >= 0) {
                out.append("\"\\\b\f\n\r\t".charAt(index));
                at += 2;
                return;
            }
            if (kind != 'u' || byteAt(at + 2) != '0' || byteAt(at + 3) != '0') {
                throw fault("needless escape");
            }
            int high = byteAt(at + 4) - '0';
            int low = "0123456789abcdef".indexOf(byteAt(at + 5));
            int c = high * 16 + low;
            if (high < 0 || high > 1 || low < 0 || c >= 8 && c <= 13 && c != 11) {
                throw fault("needless escape");
            }
            out.append((char) c);
            at += 6;
        }

        private void multiByte(int b) {
            int more = b >= 0xF0 ? 3 : b >= 0xE0 ? 2 : 1;
            int point = b & (0x3F >> more);
            for (int i = 1; i <= more; i++) {
                int next = byteAt(at + i) & 0xFF;
                if ((next & 0xC0) != 0x80) {
                    throw fault("ill-formed UTF-8");
                }
                point = point << 6 | next & 0x3F;
            }
            int least = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
            boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
            if (b < 0xC0 || b > 0xF4 || point < least || point > 0x10FFFF || surrogate) {
                throw fault("ill-formed UTF-8");
            }
            out.appendCodePoint(point);
            at += more + 1;
        }
    }
}
