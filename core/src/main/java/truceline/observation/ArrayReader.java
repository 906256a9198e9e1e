package truceline.observation;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what {@link ArrayWriter} wrote, in the same order. Numbers are copied to arrays; texts that all differ stay
/// where they are and are decoded when they are asked for. What cannot have been written is an
/// {@link IllegalArgumentException}. Not thread-safe.
public final class ArrayReader {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int CHUNK = 1 << 14;

    private final MemorySegment bytes;
    private long at;
    private int count;

    public ArrayReader(MemorySegment bytes) {
        this.bytes = bytes.asReadOnly();
    }

    public long number() {
        return bytes.get(LONG, take(Long.BYTES));
    }

    public byte[] bytes() {
        int length = count(1);
        return bytes.asSlice(take(length), length).toArray(ValueLayout.JAVA_BYTE);
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /// Numbers in an array that has room for `spare` more.
    ///
    /// @return the array; {@link #count} says how many were read
    public long[] numbers(int spare) {
        count = count(0);
        boolean isSparse = number() != 0;
        long base = number();
        long width = number();
        long[] numbers = new long[count + spare];
        switch ((int) width) {
            case 0 -> Arrays.fill(numbers, 0, count, isSparse ? Columns.NONE : base);
            case 1 -> bytes1(numbers, base);
            case 2 -> bytes2(numbers, base);
            case 4 -> bytes4(numbers, base);
            case 8 -> bytes8(numbers, base);
            default -> throw fault("numbers of " + width + " bytes");
        }
        if (isSparse && width > 0) {
            for (int i = 0; i < count; i++) {
                if (numbers[i] == base) {
                    numbers[i] = Columns.NONE;
                }
            }
        }
        return numbers;
    }

    /// As {@link #numbers}, of numbers that are no longer than 32 bits.
    public int[] shortNumbers(int spare) {
        long[] numbers = numbers(spare);
        int[] shorter = new int[numbers.length];
        for (int i = 0; i < count; i++) {
            shorter[i] = (int) numbers[i];
        }
        return shorter;
    }

    /// How many numbers the last array had.
    public int count() {
        return count;
    }

    private void bytes1(long[] numbers, long base) {
        byte[] chunk = new byte[CHUNK];
        for (int from = 0; from < count; from += CHUNK) {
            int length = Math.min(CHUNK, count - from);
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, take(length), chunk, 0, length);
            for (int i = 0; i < length; i++) {
                numbers[from + i] = base + (chunk[i] & 0xFF);
            }
        }
    }

    private void bytes2(long[] numbers, long base) {
        short[] chunk = new short[CHUNK];
        for (int from = 0; from < count; from += CHUNK) {
            int length = Math.min(CHUNK, count - from);
            MemorySegment.copy(bytes, SHORT, take(2L * length), chunk, 0, length);
            for (int i = 0; i < length; i++) {
                numbers[from + i] = base + (chunk[i] & 0xFFFF);
            }
        }
    }

    private void bytes4(long[] numbers, long base) {
        int[] chunk = new int[CHUNK];
        for (int from = 0; from < count; from += CHUNK) {
            int length = Math.min(CHUNK, count - from);
            MemorySegment.copy(bytes, INT, take(4L * length), chunk, 0, length);
            for (int i = 0; i < length; i++) {
                numbers[from + i] = base + (chunk[i] & 0xFFFF_FFFFL);
            }
        }
    }

    private void bytes8(long[] numbers, long base) {
        MemorySegment.copy(bytes, LONG, take(8L * count), numbers, 0, count);
        for (int i = 0; i < count; i++) {
            numbers[i] += base;
        }
    }

    /// Texts, in a column that goes on after them.
    public TextColumn texts() {
        long form = number();
        if (form == ArrayWriter.PLAIN) {
            return new TextColumn(plain());
        }
        if (form != ArrayWriter.LISTED) {
            throw fault("texts of form " + form);
        }
        PackedTexts list = plain();
        String[] listed = new String[list.size()];
        for (int i = 0; i < listed.length; i++) {
            listed[i] = list.get(i);
        }
        long[] numbers = numbers(0);
        TextColumn column = new TextColumn(count);
        for (int i = 0; i < count; i++) {
            if (numbers[i] != Columns.NONE) {
                column.set(i, listed[(int) numbers[i]]);
            }
        }
        return column;
    }

    private PackedTexts plain() {
        int count = count(Long.BYTES);
        long ends = take((long) Long.BYTES * count);
        long length = count == 0 ? 0 : bytes.get(LONG, ends + (long) Long.BYTES * (count - 1));
        return new PackedTexts(bytes, count, ends, take(length));
    }

    /// True where everything was read.
    public boolean isAtEnd() {
        return at == bytes.byteSize();
    }

    private int count(int bytesOfEach) {
        long count = number();
        boolean fits = count >= 0 && count <= Integer.MAX_VALUE - 8 && count * bytesOfEach <= bytes.byteSize() - at;
        if (!fits) {
            throw fault("an array of " + count);
        }
        return (int) count;
    }

    private long take(long length) {
        if (length < 0 || length > bytes.byteSize() - at) {
            throw fault(length + " bytes more");
        }
        long from = at;
        at += length;
        return from;
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException("byte " + at + ": " + what + " cannot be");
    }
}
