package truceline.observation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/// Writes numbers and texts as compact arrays, the same values always as the same bytes. Layout: `spec/snapshot.md`;
/// {@link ArrayReader} reads them. A stream that fails is an {@link UncheckedIOException}. Not thread-safe.
public final class ArrayWriter {
    /// Most distinct texts that are written as numbers of a list.
    static final int MOST_LISTED = 65_535;

    static final byte PLAIN = 0;
    static final byte LISTED = 1;

    /// Stands for the empty text, because no bytes at all stand for none; it begins no UTF-8 text.
    static final byte EMPTY_TEXT = (byte) 0xFF;

    private static final byte[] EMPTY = {EMPTY_TEXT};
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

    public ArrayWriter(OutputStream out) {
        this.out = out;
    }

    /// One number, eight bytes.
    public ArrayWriter number(long number) {
        room(Long.BYTES);
        buffer.putLong(number);
        return this;
    }

    /// Bytes behind their length.
    public ArrayWriter bytes(byte[] bytes) {
        number(bytes.length);
        raw(bytes);
        return this;
    }

    /// One text in UTF-8.
    public ArrayWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// `count` numbers, each in as few bytes (0, 1, 2, 4 or 8) as the span of all of them needs.
    /// {@link Columns#NONE} is an absent one.
    public ArrayWriter numbers(int count, IntToLongFunction numbers) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        boolean isSparse = false;
        for (int i = 0; i < count; i++) {
            long number = numbers.applyAsLong(i);
            if (number == Columns.NONE) {
                isSparse = true;
            } else {
                least = Math.min(least, number);
                most = Math.max(most, number);
            }
        }
        boolean isVoid = most == Long.MIN_VALUE;
        long base = isVoid ? 0 : isSparse ? least - 1 : least;
        int width = isVoid ? 0 : width(base, most);
        number(count).number(isSparse ? 1 : 0).number(base).number(width);
        for (int i = 0; i < count && width > 0; i++) {
            long number = numbers.applyAsLong(i);
            room(Long.BYTES);
            offset(number == Columns.NONE ? 0 : number - base, width);
        }
        return this;
    }

    /// Bytes that hold every difference from `base`; a difference past the range of a long reads as negative.
    private static int width(long base, long most) {
        long span = most - base;
        if (span < 0 || span > 0xFFFF_FFFFL) {
            return 8;
        }
        return span == 0 ? 0 : span <= 0xFF ? 1 : span <= 0xFFFF ? 2 : 4;
    }

    private void offset(long offset, int width) {
        switch (width) {
            case 1 -> buffer.put((byte) offset);
            case 2 -> buffer.putShort((short) offset);
            case 4 -> buffer.putInt((int) offset);
            default -> buffer.putLong(offset);
        }
    }

    /// `count` texts, null for an absent one: as numbers of a list where few differ, else one behind the other.
    public ArrayWriter texts(int count, IntFunction<@Nullable String> texts) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < count && numbers.size() <= MOST_LISTED; i++) {
            String text = texts.apply(i);
            if (text != null) {
                numbers.putIfAbsent(text, numbers.size());
            }
        }
        if (numbers.size() > MOST_LISTED) {
            number(PLAIN);
            plain(count, texts);
            return this;
        }
        List<String> list = new ArrayList<>(numbers.keySet());
        number(LISTED);
        plain(list.size(), list::get);
        return numbers(count, i -> {
            String text = texts.apply(i);
            return text == null ? Columns.NONE : numbers.getOrDefault(text, -1);
        });
    }

    private void plain(int count, IntFunction<@Nullable String> texts) {
        number(count);
        long end = 0;
        for (int i = 0; i < count; i++) {
            end += encoded(texts.apply(i)).length;
            number(end);
        }
        for (int i = 0; i < count; i++) {
            raw(encoded(texts.apply(i)));
        }
    }

    private static byte[] encoded(@Nullable String text) {
        if (text == null) {
            return new byte[0];
        }
        return text.isEmpty() ? EMPTY : text.getBytes(StandardCharsets.UTF_8);
    }

    private void raw(byte[] bytes) {
        if (bytes.length > BUFFER) {
            flush();
            write(bytes, bytes.length);
        } else {
            room(bytes.length);
            buffer.put(bytes);
        }
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    /// Hands everything to the stream.
    public void flush() {
        write(buffer.array(), buffer.position());
        buffer.clear();
    }

    private void write(byte[] bytes, int length) {
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
