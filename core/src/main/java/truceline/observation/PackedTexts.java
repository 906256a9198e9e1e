package truceline.observation;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Texts one behind the other in UTF-8, decoded each time one is asked for: a text that nobody asks for costs nothing.
/// Immutable as long as the bytes are.
///
/// @param size number of texts
/// @param ends where the list of their ends begins; ends are counted from `start`
/// @param start where the first one begins
record PackedTexts(MemorySegment bytes, int size, long ends, long start) {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// The text, or null where it is absent.
    @Nullable
    String get(int i) {
        long from = i == 0 ? 0 : bytes.get(LONG, ends + (long) Long.BYTES * (i - 1));
        long to = bytes.get(LONG, ends + (long) Long.BYTES * i);
        if (from == to) {
            return null;
        }
        byte[] text = bytes.asSlice(start + from, to - from).toArray(ValueLayout.JAVA_BYTE);
        return text[0] == ArrayWriter.EMPTY_TEXT ? "" : new String(text, StandardCharsets.UTF_8);
    }
}
