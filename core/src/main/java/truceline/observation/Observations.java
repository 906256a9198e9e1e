package truceline.observation;

import java.util.Arrays;

/// All observations of a ledger in the order of their entry: columns, and for each row where it stands and who sent it.
/// One writer appends; a reader that was given a row count may read up to it.
public final class Observations {
    private static final int FIRST_CAPACITY = 1024;

    private final Columns columns;
    private long[] index;
    private int[] position;
    private int[] source;

    /// No observations.
    public Observations() {
        columns = new Columns(FIRST_CAPACITY);
        index = new long[FIRST_CAPACITY];
        position = new int[FIRST_CAPACITY];
        source = new int[FIRST_CAPACITY];
    }

    /// The observations that {@link #write} wrote.
    ///
    /// @throws IllegalArgumentException where it cannot have written them
    public Observations(ArrayReader in) {
        columns = Columns.read(in);
        int spare = Columns.spare(columns.size());
        index = in.numbers(spare);
        position = in.shortNumbers(spare);
        source = in.shortNumbers(spare);
    }

    /// Writes all of them.
    public void write(ArrayWriter out) {
        columns.write(out);
        out.numbers(size(), row -> index[row]);
        out.numbers(size(), row -> position[row]);
        out.numbers(size(), row -> source[row]);
    }

    public Columns columns() {
        return columns;
    }

    public int size() {
        return columns.size();
    }

    /// Appends the rows of the entry at `entryIndex`, sent by the source with that number.
    public void add(long entryIndex, int sourceNumber, Columns rows) {
        int start = columns.size();
        columns.addAll(rows);
        if (columns.size() > index.length) {
            int capacity = Math.max(index.length * 2, columns.size());
            index = Arrays.copyOf(index, capacity);
            position = Arrays.copyOf(position, capacity);
            source = Arrays.copyOf(source, capacity);
        }
        for (int row = start; row < columns.size(); row++) {
            index[row] = entryIndex;
            position[row] = row - start;
            source[row] = sourceNumber;
        }
    }

    /// Index of the entry in which a row stands.
    public long entryIndex(int row) {
        return index[row];
    }

    /// Number of the source that sent a row.
    public int source(int row) {
        return source[row];
    }

    /// Whose account a row is: its lineage, or where it names none its source.
    public String account(int row) {
        String lineage = columns.text(Field.LINEAGE, row);
        return lineage == null ? "source " + source[row] : lineage;
    }

    /// The row at an address `index/position`, or -1 where there is none.
    public int findRow(String address) {
        int slash = address.indexOf('/');
        long entry;
        int place;
        try {
            entry = Long.parseLong(address, 0, slash, 10);
            place = Integer.parseInt(address, slash + 1, address.length(), 10);
        } catch (NumberFormatException | IndexOutOfBoundsException _) {
            return -1;
        }
        int row = Arrays.binarySearch(index, 0, columns.size(), entry);
        if (row < 0) {
            return -1;
        }
        long wanted = (long) row - position[row] + place;
        boolean found = place >= 0 && wanted < columns.size() && index[(int) wanted] == entry;
        return found ? (int) wanted : -1;
    }

    /// The address `index/position`, by which the observation is cited for ever.
    public String address(int row) {
        return index[row] + "/" + position[row];
    }
}
