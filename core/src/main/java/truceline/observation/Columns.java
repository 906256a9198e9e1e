package truceline.observation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Observations as columns: one array per field, appended to by one writer, no object per row.
///
/// Integers, times in milliseconds UTC, coordinates in 1e-7 degree, radius in metres, calibre in tenths of a
/// millimetre,
/// precision in milliseconds. An absent number is {@link #NONE}; an absent text is null. A column that no row fills
/// takes no
/// memory. A reader that was given a row count may read up to it while the writer appends.
public final class Columns {
    /// An absent number.
    public static final long NONE = Long.MIN_VALUE;

    private static final int FIELDS = Field.values().length;
    private static final Kind[] KINDS = Kind.values();
    private static final Means[] MEANS = Means.values();
    private static final Weapon[] WEAPONS = Weapon.values();
    private static final Description[] DESCRIPTIONS = Description.values();
    private static final Qualifier[] QUALIFIERS = Qualifier.values();
    private static final PlaceBasis[] BASES = PlaceBasis.values();

    private final long[] @Nullable [] numbers = new long[FIELDS][];
    private final @Nullable TextColumn[] texts = new TextColumn[FIELDS];
    private int size;
    private int capacity;

    public Columns(int capacity) {
        this.capacity = Math.max(1, capacity);
    }

    public int size() {
        return size;
    }

    /// Forgets all rows and keeps the memory.
    public void clear() {
        for (long[] column : numbers) {
            if (column != null) {
                Arrays.fill(column, 0, size, NONE);
            }
        }
        for (TextColumn column : texts) {
            if (column != null) {
                column.clear(size);
            }
        }
        size = 0;
    }

    /// Appends an empty row and says its position.
    public int add() {
        if (size == capacity) {
            grow(capacity * 2);
        }
        return size++;
    }

    /// Makes room for that many further rows.
    public void reserve(int rows) {
        if (size + rows > capacity) {
            grow(Math.max(capacity * 2, size + rows));
        }
    }

    public void set(Field field, int row, long number) {
        long[] column = numbers[field.ordinal()];
        if (column == null) {
            if (number == NONE) {
                return;
            }
            column = new long[capacity];
            Arrays.fill(column, NONE);
            numbers[field.ordinal()] = column;
        }
        column[row] = number;
    }

    public void set(Field field, int row, @Nullable String text) {
        TextColumn column = texts[field.ordinal()];
        if (column == null) {
            if (text == null) {
                return;
            }
            column = new TextColumn(capacity);
            texts[field.ordinal()] = column;
        }
        column.set(row, text);
    }

    public long number(Field field, int row) {
        long[] column = numbers[field.ordinal()];
        return column == null ? NONE : column[row];
    }

    public @Nullable String text(Field field, int row) {
        TextColumn column = texts[field.ordinal()];
        return column == null ? null : column.get(row);
    }

    /// True where no row has a value in the column.
    boolean isEmpty(Field field) {
        return numbers[field.ordinal()] == null && texts[field.ordinal()] == null;
    }

    public Kind kind(int row) {
        return KINDS[(int) number(Field.KIND, row)];
    }

    public Means means(int row) {
        return MEANS[(int) number(Field.MEANS, row)];
    }

    public Weapon weapon(int row) {
        return word(WEAPONS, Field.WEAPON, row, Weapon.NOT_KNOWN);
    }

    public Description description(int row) {
        return word(DESCRIPTIONS, Field.DESCRIPTION, row, Description.NOT_STATED);
    }

    public PlaceBasis basis(int row) {
        return word(BASES, Field.BASIS, row, PlaceBasis.NONE);
    }

    public Count count(int row) {
        long value = number(Field.COUNT, row);
        return new Count(word(QUALIFIERS, Field.QUALIFIER, row, Qualifier.NOT_KNOWN), value == NONE ? -1 : (int) value);
    }

    public long fromMs(int row) {
        return number(Field.FROM, row);
    }

    /// Last stated moment; the first one where only one was stated.
    public long toMs(int row) {
        long to = number(Field.TO, row);
        return to == NONE ? fromMs(row) : to;
    }

    /// The middle of the interval in which the event lies, precision included.
    public long middleMs(int row) {
        return fromMs(row) + (toMs(row) + precisionMs(row) - fromMs(row)) / 2;
    }

    public int precisionMs(int row) {
        return (int) number(Field.PRECISION, row);
    }

    /// True where the row has a place that can be drawn.
    public boolean isPlaced(int row) {
        return number(Field.LONGITUDE, row) != NONE;
    }

    public int lonE7(int row) {
        return (int) number(Field.LONGITUDE, row);
    }

    public int latE7(int row) {
        return (int) number(Field.LATITUDE, row);
    }

    public int radiusMetres(int row) {
        long radius = number(Field.RADIUS, row);
        return radius == NONE ? 0 : (int) radius;
    }

    /// Credibility 1 to 6; 6, "cannot be judged", where the source gave none.
    public int credibility(int row) {
        long credibility = number(Field.CREDIBILITY, row);
        return credibility == NONE ? 6 : (int) credibility;
    }

    /// Appends the evidence of a draft and says its position.
    public int add(Draft draft) {
        int row = add();
        set(Field.ROW, row, draft.row);
        set(Field.KIND, row, draft.kind.ordinal());
        set(Field.MEANS, row, draft.means.ordinal());
        setUnless(Field.DESCRIPTION, row, draft.description.ordinal(), 0);
        setUnless(Field.FLIGHT_FROM, row, draft.flightFrom, -1);
        setUnless(Field.FLIGHT_TO, row, draft.flightTo, -1);
        setUnless(Field.COUNT, row, draft.count.value(), -1);
        setUnless(Field.QUALIFIER, row, draft.count.qualifier().ordinal(), Qualifier.NOT_KNOWN.ordinal());
        setUnless(Field.WEAPON, row, draft.weapon.ordinal(), 0);
        setUnless(Field.CALIBRE, row, draft.calibreTenthMm, -1);
        set(Field.FROM, row, draft.fromMs);
        setUnless(Field.TO, row, draft.toMs, draft.fromMs);
        set(Field.PRECISION, row, draft.precisionMs);
        set(Field.REPORTED, row, draft.reportedMs);
        setPlace(draft, row);
        setUnless(Field.CREDIBILITY, row, draft.credibility, 6);
        set(Field.CRAFT, row, draft.craft);
        setUnless(Field.ALTITUDE, row, draft.altitudeMetres, Draft.NOWHERE);
        set(Field.SIDE, row, draft.claimedSide);
        set(Field.LABELS, row, draft.labels);
        return row;
    }

    /// Appends all rows of other columns.
    public void addAll(Columns other) {
        reserve(other.size);
        int start = size;
        size += other.size;
        for (Field field : Field.values()) {
            if (other.isEmpty(field)) {
                continue;
            }
            for (int i = 0; i < other.size; i++) {
                if (field.type() == Field.Type.TEXT) {
                    set(field, start + i, other.text(field, i));
                } else {
                    set(field, start + i, other.number(field, i));
                }
            }
        }
    }

    /// A copy of the rows from `from` up to but not including `to`.
    public Columns copy(int from, int to) {
        Columns part = new Columns(to - from);
        for (int row = from; row < to; row++) {
            part.add();
        }
        for (Field field : Field.values()) {
            for (int row = from; row < to && !isEmpty(field); row++) {
                if (field.type() == Field.Type.TEXT) {
                    part.set(field, row - from, text(field, row));
                } else {
                    part.set(field, row - from, number(field, row));
                }
            }
        }
        return part;
    }

    /// Writes the columns that any row fills, field by field.
    void write(ArrayWriter out) {
        out.number(size);
        for (Field field : Field.values()) {
            long[] column = numbers[field.ordinal()];
            TextColumn text = texts[field.ordinal()];
            out.number(isVoid(field) ? 0 : 1);
            if (isVoid(field)) {
                continue;
            }
            if (column != null) {
                out.numbers(size, row -> column[row]);
            } else if (text != null) {
                out.texts(size, text::get);
            }
        }
    }

    /// Reads what {@link #write} wrote.
    static Columns read(ArrayReader in) {
        int size = (int) in.number();
        Columns columns = new Columns(size + spare(size));
        columns.size = size;
        for (Field field : Field.values()) {
            if (in.number() == 0) {
                continue;
            }
            if (field.type() == Field.Type.TEXT) {
                TextColumn text = in.texts();
                text.grow(columns.capacity);
                columns.texts[field.ordinal()] = text;
            } else {
                long[] column = in.numbers(spare(size));
                Arrays.fill(column, size, columns.capacity, NONE);
                columns.numbers[field.ordinal()] = column;
            }
        }
        return columns;
    }

    /// Room for rows to come, so that the first of them copies nothing.
    static int spare(int rows) {
        return Math.max(64, rows / 16);
    }

    /// True where no row has a value, also where one had room for it.
    private boolean isVoid(Field field) {
        for (int row = 0; row < size && !isEmpty(field); row++) {
            if (field.type() == Field.Type.TEXT ? text(field, row) != null : number(field, row) != NONE) {
                return false;
            }
        }
        return true;
    }

    private void setPlace(Draft draft, int row) {
        setUnless(Field.BASIS, row, draft.basis.ordinal(), 0);
        if (draft.lonE7 != Draft.NOWHERE) {
            set(Field.LONGITUDE, row, draft.lonE7);
            set(Field.LATITUDE, row, draft.latE7);
            setUnless(Field.RADIUS, row, draft.radiusMetres, 0);
        }
        set(Field.PLACE, row, draft.place);
    }

    private void setUnless(Field field, int row, long number, long absent) {
        set(field, row, number == absent ? NONE : number);
    }

    private <E extends Enum<E>> E word(E[] words, Field field, int row, E absent) {
        long number = number(field, row);
        return number == NONE ? absent : words[(int) number];
    }

    private void grow(int rows) {
        for (int i = 0; i < FIELDS; i++) {
            long[] column = numbers[i];
            if (column != null) {
                numbers[i] = Arrays.copyOf(column, rows);
                Arrays.fill(numbers[i], capacity, rows, NONE);
            }
            TextColumn text = texts[i];
            if (text != null) {
                text.grow(rows);
            }
        }
        capacity = rows;
    }
}
