package truceline.observation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import truceline.json.JsonReader;
import truceline.json.JsonWriter;

/// Columns as canonical JSON: a column that all rows share stands once, another as an array with `null` where a row has
/// no
/// value, an empty column not at all. Format: `spec/entry.md`.
public final class ColumnsText {
    private static final Field[] FIELDS = Field.values();

    private ColumnsText() {}

    /// Writes `{"basis":…,"kind":"explosion","lat":[…],…}`.
    public static void write(JsonWriter out, Columns columns) {
        out.beginObject();
        for (Field field : FIELDS) {
            if (columns.isEmpty(field) || isAbsent(columns, field)) {
                continue;
            }
            out.name(field.column());
            if (isShared(columns, field)) {
                cell(out, columns, field, 0);
            } else {
                out.beginArray();
                for (int row = 0; row < columns.size(); row++) {
                    cell(out, columns, field, row);
                }
                out.endArray();
            }
        }
        out.endObject();
    }

    /// Reads what {@link #write} wrote; a second way of writing the same columns is refused.
    public static Columns read(JsonReader in, int rows) {
        Columns columns = new Columns(rows);
        for (int i = 0; i < rows; i++) {
            columns.add();
        }
        in.beginObject();
        while (in.hasName()) {
            Field field = field(in, in.name());
            if (in.peek() == '[') {
                in.beginArray();
                int row = 0;
                while (in.hasElement()) {
                    if (row == rows) {
                        throw in.fault("more values than rows");
                    }
                    read(in, columns, field, row++);
                }
                if (row != rows || isShared(columns, field)) {
                    throw in.fault("column " + field.column() + " is short, or all its rows are the same");
                }
            } else {
                read(in, columns, field, 0);
                share(in, columns, field);
            }
        }
        check(in, columns);
        return columns;
    }

    private static void check(JsonReader in, Columns columns) {
        for (int row = 0; row < columns.size(); row++) {
            boolean whole = columns.number(Field.KIND, row) != Columns.NONE
                    && columns.number(Field.MEANS, row) != Columns.NONE
                    && columns.number(Field.FROM, row) != Columns.NONE
                    && columns.precisionMs(row) > 0
                    && columns.number(Field.ROW, row) > 0
                    && columns.toMs(row) >= columns.fromMs(row);
            boolean placed = columns.isPlaced(row) == (columns.number(Field.LATITUDE, row) != Columns.NONE)
                    && (!columns.isPlaced(row)
                            || Math.abs(columns.number(Field.LONGITUDE, row)) <= 1_800_000_000L
                                    && Math.abs(columns.number(Field.LATITUDE, row)) <= 900_000_000L);
            if (!whole || !placed) {
                throw in.fault("row " + row + " lacks kind, means, time or a whole place");
            }
        }
    }

    private static void share(JsonReader in, Columns columns, Field field) {
        boolean isText = field.type() == Field.Type.TEXT;
        boolean absent = isText ? columns.text(field, 0) == null : columns.number(field, 0) == Columns.NONE;
        if (absent) {
            throw in.fault("column " + field.column() + " says nothing");
        }
        for (int row = 1; row < columns.size(); row++) {
            if (isText) {
                columns.set(field, row, columns.text(field, 0));
            } else {
                columns.set(field, row, columns.number(field, 0));
            }
        }
    }

    private static void read(JsonReader in, Columns columns, Field field, int row) {
        if (in.peek() == 'n' && in.nothing()) {
            return;
        }
        switch (field.type()) {
            case NUMBER -> columns.set(field, row, in.number());
            case TEXT -> columns.set(field, row, in.text());
            case WORD -> {
                String word = in.text();
                int number = field.number(word);
                if (number < 0) {
                    throw in.fault("unknown word '" + word + "' in " + field.column());
                }
                columns.set(field, row, number);
            }
        }
    }

    private static void cell(JsonWriter out, Columns columns, Field field, int row) {
        if (field.type() == Field.Type.TEXT) {
            text(out, columns.text(field, row));
            return;
        }
        long number = columns.number(field, row);
        if (number == Columns.NONE) {
            out.nothing();
        } else if (field.type() == Field.Type.WORD) {
            out.value(field.word(number));
        } else {
            out.value(number);
        }
    }

    private static void text(JsonWriter out, @Nullable String text) {
        if (text == null) {
            out.nothing();
        } else {
            out.value(text);
        }
    }

    private static boolean isShared(Columns columns, Field field) {
        boolean isText = field.type() == Field.Type.TEXT;
        for (int row = 1; row < columns.size(); row++) {
            boolean same = isText
                    ? Objects.equals(columns.text(field, row), columns.text(field, 0))
                    : columns.number(field, row) == columns.number(field, 0);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAbsent(Columns columns, Field field) {
        boolean isText = field.type() == Field.Type.TEXT;
        return (isText ? columns.text(field, 0) == null : columns.number(field, 0) == Columns.NONE)
                && isShared(columns, field);
    }

    private static Field field(JsonReader in, String column) {
        for (Field field : FIELDS) {
            if (field.column().equals(column)) {
                return field;
            }
        }
        throw in.fault("unknown column '" + column + "'");
    }
}
