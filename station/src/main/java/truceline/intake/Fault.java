package truceline.intake;

import truceline.observation.Rejection;

/// What is wrong with the row being read: one object a file, so that good rows cost nothing. Not thread-safe.
final class Fault {
    private String field = "";
    private String code = "";
    private String detail = "";

    void clear() {
        code = "";
    }

    boolean isNone() {
        return code.isEmpty();
    }

    /// Notes the fault; always false, so that a check can return it.
    boolean at(String faultyField, String kebabCode, String found) {
        field = faultyField;
        code = kebabCode;
        detail = found;
        return false;
    }

    boolean at(Column column, String kebabCode, Cells cells) {
        String found = cells.text(column);
        return at(column.heading(), kebabCode, found.length() > 200 ? found.substring(0, 200) : found);
    }

    Rejection toRejection(long row) {
        return new Rejection(row, field, code, detail);
    }

    String field() {
        return field;
    }

    /// Renames the field, for a file whose own header calls it otherwise.
    void rename(String faultyField) {
        field = faultyField;
    }
}
