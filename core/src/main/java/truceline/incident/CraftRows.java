package truceline.incident;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import truceline.observation.Columns;
import truceline.observation.Field;

/// The positions that crafts sent of themselves, craft by craft, each in the order of the moments that they state.
/// Positions of one moment are told apart by what they say, so that the order of arrival decides nothing.
final class CraftRows {
    private final SortedMap<String, Rows> byCraft = new TreeMap<>();
    private final Columns columns;

    CraftRows(Columns columns) {
        this.columns = columns;
    }

    /// Takes the row in where it is a position that a craft sent of itself.
    void add(int row) {
        if (TrackRule.isOwnPosition(columns, row)) {
            String craft = Objects.requireNonNull(columns.text(Field.CRAFT, row));
            byCraft.computeIfAbsent(craft, _ -> new Rows()).add(row);
        }
    }

    boolean isEmpty() {
        return byCraft.isEmpty();
    }

    /// Hands over each craft with its rows in event order, in the order of the crafts' names.
    void forEach(BiConsumer<String, int[]> taker) {
        byCraft.forEach((craft, rows) -> taker.accept(craft, rows.ordered(columns)));
    }

    private static final class Rows {
        private int[] rows = new int[4];
        private int size;

        void add(int row) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, size * 2);
            }
            rows[size++] = row;
        }

        int[] ordered(Columns columns) {
            if (isOrdered(columns)) {
                return Arrays.copyOf(rows, size);
            }
            Integer[] ordered = new Integer[size];
            Arrays.setAll(ordered, i -> rows[i]);
            Arrays.sort(ordered, order(columns));
            return Arrays.stream(ordered).mapToInt(Integer::intValue).toArray();
        }

        private boolean isOrdered(Columns columns) {
            for (int i = 1; i < size; i++) {
                if (columns.middleMs(rows[i - 1]) >= columns.middleMs(rows[i])) {
                    return false;
                }
            }
            return true;
        }

        private static Comparator<Integer> order(Columns columns) {
            return Comparator.<Integer>comparingLong(columns::middleMs)
                    .thenComparingInt(columns::lonE7)
                    .thenComparingInt(columns::latE7)
                    .thenComparingInt(columns::radiusMetres)
                    .thenComparingLong(row -> columns.number(Field.ALTITUDE, row))
                    .thenComparingInt(row -> row);
        }
    }
}
