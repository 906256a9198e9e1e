package truceline.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import truceline.geo.Degrees;

/// The cells of one row under our own column names, as ranges of bytes with the blanks around them left out. One object
/// serves a whole file. Not thread-safe.
final class Cells {
    private static final byte[] NONE = {};

    private final byte[][] bytes = new byte[Column.COUNT][];
    private final int[] from = new int[Column.COUNT];
    private final int[] to = new int[Column.COUNT];
    private final boolean[] doubled = new boolean[Column.COUNT];

    Cells() {
        clear();
    }

    void clear() {
        Arrays.fill(bytes, NONE);
        Arrays.fill(from, 0);
        Arrays.fill(to, 0);
    }

    void set(Column column, byte[] source, int start, int end, boolean hasDoubledQuotes) {
        int first = start;
        int last = end;
        while (first < last && source[first] == ' ') {
            first++;
        }
        while (first < last && source[last - 1] == ' ') {
            last--;
        }
        int i = column.ordinal();
        bytes[i] = source;
        from[i] = first;
        to[i] = last;
        doubled[i] = hasDoubledQuotes;
    }

    void set(Column column, byte[] text) {
        set(column, text, 0, text.length, false);
    }

    boolean has(Column column) {
        return to[column.ordinal()] > from[column.ordinal()];
    }

    int size(Column column) {
        return to[column.ordinal()] - from[column.ordinal()];
    }

    byte at(Column column, int index) {
        return bytes[column.ordinal()][from[column.ordinal()] + index];
    }

    boolean hasDoubledQuotes(Column column) {
        return doubled[column.ordinal()];
    }

    int hash(Column column) {
        int i = column.ordinal();
        int hash = 0;
        for (int at = from[i]; at < to[i]; at++) {
            hash = hash * 31 + bytes[i][at];
        }
        return hash ^ hash >>> 12;
    }

    boolean equals(Column column, byte[] text) {
        int i = column.ordinal();
        return Arrays.equals(bytes[i], from[i], to[i], text, 0, text.length);
    }

    byte[] copy(Column column) {
        int i = column.ordinal();
        return Arrays.copyOfRange(bytes[i], from[i], to[i]);
    }

    /// True where both cells hold the same bytes, as where two of our columns have one of theirs.
    boolean areEqual(Column column, Column other) {
        int i = column.ordinal();
        int j = other.ordinal();
        return doubled[i] == doubled[j] && Arrays.equals(bytes[i], from[i], to[i], bytes[j], from[j], to[j]);
    }

    String text(Column column) {
        int i = column.ordinal();
        String raw = new String(bytes[i], from[i], to[i] - from[i], StandardCharsets.UTF_8);
        return doubled[i] ? raw.replace("\"\"", "\"") : raw;
    }

    /// The cell in 1e-7 degree, or {@link Degrees#MALFORMED}.
    int e7(Column column) {
        int i = column.ordinal();
        return Degrees.parseE7(bytes[i], from[i], to[i]);
    }

    /// The cell times 10 to the power of `decimals`, or {@link Decimals#MALFORMED}.
    long decimal(Column column, int decimals) {
        int i = column.ordinal();
        return Decimals.parse(bytes[i], from[i], to[i], decimals);
    }

    /// Reads the cell as a moment; the answer is that of {@link Moment#read}.
    boolean read(Column column, Moment moment) {
        int i = column.ordinal();
        return moment.read(bytes[i], from[i], to[i]);
    }
}
