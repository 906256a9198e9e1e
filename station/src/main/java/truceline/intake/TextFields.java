package truceline.intake;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import truceline.observation.Draft;

/// The columns of a row that hold free text. Text that a spreadsheet would run as a formula is refused, as is text with
/// control characters. Stateless.
final class TextFields {
    private static final Pattern CRAFT = Pattern.compile("[a-z]+:[A-Za-z0-9._-]+");
    private static final Column[] COLUMNS = {
        Column.ID,
        Column.PLACE,
        Column.LINEAGE,
        Column.CLAIMED_SIDE,
        Column.LABELS,
        Column.OBSERVER,
        Column.REMARK,
        Column.PERSON,
        Column.CRAFT
    };

    private TextFields() {}

    static boolean fill(Cells cells, Draft draft, boolean fromSpreadsheet, Fault fault) {
        for (Column column : COLUMNS) {
            if (cells.has(column) && !isFit(column, cells, fromSpreadsheet, fault)) {
                return false;
            }
        }
        draft.clientId = text(Column.ID, cells);
        draft.place = text(Column.PLACE, cells);
        draft.claimedSide = text(Column.CLAIMED_SIDE, cells);
        draft.labels = text(Column.LABELS, cells);
        draft.observer = text(Column.OBSERVER, cells);
        draft.remark = text(Column.REMARK, cells);
        draft.person = text(Column.PERSON, cells);
        draft.craft = text(Column.CRAFT, cells);
        if (draft.craft != null && !CRAFT.matcher(draft.craft).matches()) {
            return fault.at(Column.CRAFT, "unknown-word", cells);
        }
        String lineage = cells.areEqual(Column.LINEAGE, Column.REMARK) ? draft.remark : text(Column.LINEAGE, cells);
        draft.lineage = lineage == null ? null : oneSpaced(lineage);
        return true;
    }

    /// The text with each run of white space made one blank, so that a line break makes no second account.
    static String oneSpaced(String text) {
        if (isOneSpaced(text)) {
            return text;
        }
        StringBuilder spaced = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                spaced.append(c);
            } else if (!spaced.isEmpty() && spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(' ');
            }
        }
        int last = spaced.length() - 1;
        if (last >= 0 && spaced.charAt(last) == ' ') {
            spaced.setLength(last);
        }
        return spaced.toString();
    }

    private static boolean isOneSpaced(String text) {
        boolean afterBlank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ';
            if (blank && afterBlank
                    || !blank && c <= ' '
                    || c > '~' && (Character.isWhitespace(c) || Character.isSpaceChar(c))) {
                return false;
            }
            afterBlank = blank;
        }
        return text.isEmpty() || !afterBlank;
    }

    private static @Nullable String text(Column column, Cells cells) {
        return cells.has(column) ? cells.text(column) : null;
    }

    private static boolean isFit(Column column, Cells cells, boolean fromSpreadsheet, Fault fault) {
        int size = cells.size(column);
        if (size > column.mostBytes()) {
            return fault.at(column, "too-long", cells);
        }
        if (fromSpreadsheet && startsFormula(cells.at(column, 0))) {
            return fault.at(column, "formula-like-cell", cells);
        }
        for (int i = 0; i < size; i++) {
            byte b = cells.at(column, i);
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' || b == 0x7F) {
                return fault.at(column, "control-character", cells);
            }
        }
        return true;
    }

    private static boolean startsFormula(byte first) {
        return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\r';
    }
}
