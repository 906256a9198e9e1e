package truceline.observation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Texts by row, null for an absent one. The first rows may be packed bytes that a snapshot holds. One writer; a reader
/// that was given a row count may read up to it.
public final class TextColumn {
    private final @Nullable PackedTexts packed;
    private final int packedRows;
    private @Nullable String[] texts;

    /// A column with room for that many rows.
    public TextColumn(int capacity) {
        packed = null;
        packedRows = 0;
        texts = new String[capacity];
    }

    TextColumn(PackedTexts packed) {
        this.packed = packed;
        packedRows = packed.size();
        texts = new String[0];
    }

    public @Nullable String get(int row) {
        return packed != null && row < packedRows ? packed.get(row) : texts[row - packedRows];
    }

    /// Sets the text of a row that is not packed, and for which there is room.
    public void set(int row, @Nullable String text) {
        texts[row - packedRows] = text;
    }

    /// Makes room for so many rows in all.
    public void grow(int rows) {
        if (rows - packedRows > texts.length) {
            texts = Arrays.copyOf(texts, rows - packedRows);
        }
    }

    /// Rows for which there is room.
    public int capacity() {
        return packedRows + texts.length;
    }

    /// Forgets the first rows, which are not packed.
    void clear(int rows) {
        Arrays.fill(texts, 0, rows, null);
    }
}
