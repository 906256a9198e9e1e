package truceline.intake;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Remembers what a cell's bytes mean, since the same few words fill most rows of a file. It holds a fixed number of
/// meanings and forgets the older of two that fall together. Not thread-safe.
final class Memo<T> {
    private static final int SLOTS = 64;
    private static final int LONGEST = 64;

    private final Function<String, @Nullable T> meaning;
    private final byte[] @Nullable [] keys = new byte[SLOTS][];
    private final @Nullable Object[] values = new Object[SLOTS];

    /// @param meaning gives null for text that means nothing
    Memo(Function<String, @Nullable T> meaning) {
        this.meaning = meaning;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    T find(Cells cells, Column column) {
        if (cells.size(column) > LONGEST || cells.hasDoubledQuotes(column)) {
            return meaning.apply(cells.text(column));
        }
        int slot = cells.hash(column) & SLOTS - 1;
        byte[] key = keys[slot];
        if (key != null && cells.equals(column, key)) {
            return (T) values[slot];
        }
        T found = meaning.apply(cells.text(column));
        if (found != null) {
            keys[slot] = cells.copy(column);
            values[slot] = found;
        }
        return found;
    }
}
