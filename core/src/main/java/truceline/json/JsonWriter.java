package truceline.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes canonical JSON (RFC 8785 restricted to integers) into a growing array, without an object per value.
///
/// Keys must be given in ascending UTF-16 order, as the form demands; anything else is a {@link JsonException}.
/// Not thread-safe. Call {@link #reset} to use one writer again.
public final class JsonWriter {
    /// The largest integer that every JSON reader holds exactly: 2^53 - 1.
    public static final long MAX_INTEGER = (1L << 53) - 1;

    private static final int MAX_DEPTH = 32;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[1024];
    private int size;
    private int depth;
    private final boolean[] first = new boolean[MAX_DEPTH + 1];
    private final String[] lastName = new String[MAX_DEPTH + 1];
    private boolean named;

    public JsonWriter() {
        reset();
    }

    /// Forgets everything written.
    public void reset() {
        size = 0;
        depth = 0;
        first[0] = true;
        named = false;
    }

    /// Bytes written so far.
    public int size() {
        return size;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    public JsonWriter beginObject() {
        open('{');
        lastName[depth] = "";
        return this;
    }

    public JsonWriter endObject() {
        return close('}');
    }

    public JsonWriter beginArray() {
        open('[');
        return this;
    }

    public JsonWriter endArray() {
        return close(']');
    }

    /// The key of the next value; keys of one object ascend.
    public JsonWriter name(String name) {
        String last = lastName[depth];
        if (!first[depth] && last.compareTo(name) >= 0) {
            throw new JsonException("key '" + name + "' must come before '" + last + "'");
        }
        separate();
        lastName[depth] = name;
        text(name);
        put(':');
        named = true;
        return this;
    }

    public JsonWriter value(long number) {
        if (number > MAX_INTEGER || number < -MAX_INTEGER) {
            throw new JsonException("integer beyond 2^53-1: " + number);
        }
        separate();
        digits(number);
        return this;
    }

    public JsonWriter value(String text) {
        separate();
        text(text);
        return this;
    }

    public JsonWriter value(boolean truth) {
        separate();
        ascii(truth ? "true" : "false");
        return this;
    }

    public JsonWriter nothing() {
        separate();
        ascii("null");
        return this;
    }

    private void open(char bracket) {
        separate();
        put(bracket);
        if (++depth > MAX_DEPTH) {
            throw new JsonException("deeper than " + MAX_DEPTH);
        }
        first[depth] = true;
    }

    private JsonWriter close(char bracket) {
        depth--;
        put(bracket);
        return this;
    }

    private void separate() {
        if (named) {
            named = false;
            return;
        }
        if (first[depth]) {
            first[depth] = false;
        } else {
            put(',');
        }
    }

    private void digits(long number) {
        ensure(20);
        long rest = number;
        if (rest < 0) {
            bytes[size++] = '-';
            rest = -rest;
        }
        int start = size;
        do {
            bytes[size++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        for (int i = start, j = size - 1; i < j; i++, j--) {
            byte swap = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = swap;
        }
    }

    private void text(String text) {
        put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                plain(c);
            } else {
                i += multiByte(text, i, c);
            }
        }
        put('"');
    }

    private void plain(char c) {
        switch (c) {
            case '"' -> ascii("\\\"");
            case '\\' -> ascii("\\\\");
            case '\b' -> ascii("\\b");
            case '\f' -> ascii("\\f");
            case '\n' -> ascii("\\n");
            case '\r' -> ascii("\\r");
            case '\t' -> ascii("\\t");
            default -> {
                if (c >= 0x20) {
                    put(c);
                } else {
                    ascii("\\u00");
                    put((char) HEX[c >> 4]);
                    put((char) HEX[c & 15]);
                }
            }
        }
    }

    /// Writes the UTF-8 of the character at `i` and says how many extra chars it took.
    private int multiByte(String text, int i, char c) {
        ensure(4);
        if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | c >> 6);
            bytes[size++] = (byte) (0x80 | c & 0x3F);
            return 0;
        }
        if (!Character.isSurrogate(c)) {
            bytes[size++] = (byte) (0xE0 | c >> 12);
            bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
            bytes[size++] = (byte) (0x80 | c & 0x3F);
            return 0;
        }
        if (!Character.isHighSurrogate(c) || i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
            throw new JsonException("text with a lone surrogate");
        }
        int point = Character.toCodePoint(c, text.charAt(i + 1));
        bytes[size++] = (byte) (0xF0 | point >> 18);
        bytes[size++] = (byte) (0x80 | point >> 12 & 0x3F);
        bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
        bytes[size++] = (byte) (0x80 | point & 0x3F);
        return 1;
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    private void put(char c) {
        ensure(1);
        bytes[size++] = (byte) c;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
