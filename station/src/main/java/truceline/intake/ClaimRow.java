package truceline.intake;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import truceline.observation.Draft;

/// One row of a party's list: what the party says was done, when, where and by whom, never more than its word. The
/// free text goes to the vault; the party named is evidence of the claim alone. Not thread-safe.
final class ClaimRow implements CsvFile.Row {
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d{2}(?::\\d{2})?");
    private static final Pattern FORMULA_ERROR =
            Pattern.compile("#(?:REF!|N/A|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)");
    private static final Set<ClaimColumn> SHOWN = Set.of(ClaimColumn.ID, ClaimColumn.PLACE, ClaimColumn.ACCUSED);
    private static final byte[] CLAIM = "claim".getBytes(StandardCharsets.UTF_8);

    private final CsvHeader header;
    private final Map<ClaimColumn, Integer> at = new EnumMap<>(ClaimColumn.class);
    private final byte[] zone;
    private final Cells cells = new Cells();
    private final RowFields fields = new RowFields(TimeRules.OWN, false);
    private final PatrolTime time = new PatrolTime();

    /// @throws Refusal where the header lacks when, what or against whom, or has a column that none of ours is
    ClaimRow(CsvHeader header, @Nullable ZoneId zone) {
        this.header = header;
        this.zone = (zone == null ? "" : zone.getId()).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < header.size(); i++) {
            ClaimColumn column = ClaimColumn.find(header.names().get(i));
            if (column == null) {
                header.get(ClaimColumn.ACCUSED.heading());
                throw new Refusal(
                        "unknown-column",
                        "A claim list has no column '" + header.names().get(i) + "' (spec/claims-csv.md).");
            }
            at.put(column, i);
        }
        for (ClaimColumn needed : new ClaimColumn[] {ClaimColumn.KIND, ClaimColumn.ACCUSED}) {
            header.get(needed.heading());
        }
        if (!at.containsKey(ClaimColumn.DATE)) {
            header.get(ClaimColumn.TIME.heading());
        }
    }

    @Override
    public boolean fill(CsvScanner row, Draft draft, Fault fault) {
        cells.clear();
        cells.set(Column.ZONE, zone);
        cells.set(Column.MEANS, CLAIM);
        at.forEach((column, cell) -> {
            Column ours = column.ours();
            if (ours != null && row.cellTo(cell) > row.cellFrom(cell)) {
                cells.set(ours, row.buffer(), row.cellFrom(cell), row.cellTo(cell), row.hasDoubledQuotes(cell));
            }
        });
        boolean read = areValues(row, fault)
                && time(row, fault)
                && kind(text(row, ClaimColumn.KIND), fault)
                && weapon(text(row, ClaimColumn.WEAPON), fault);
        if (read && !cells.has(Column.CLAIMED_SIDE)) {
            read = fault.at(ClaimColumn.ACCUSED.heading(), "missing-value", "");
        }
        read = read && fields.fill(cells, draft, fault);
        if (!read) {
            fault.rename(theirName(fault.field()));
        }
        return read;
    }

    /// A cell whose formula failed says nothing; a cell that is shown again must not be a formula.
    private boolean areValues(CsvScanner row, Fault fault) {
        for (Map.Entry<ClaimColumn, Integer> entry : at.entrySet()) {
            String written = row.text(entry.getValue()).strip();
            if (written.isEmpty()) {
                continue;
            }
            if (FORMULA_ERROR.matcher(written).matches()) {
                return fault.at(entry.getKey().heading(), "formula-error", written);
            }
            if (SHOWN.contains(entry.getKey()) && "=+-@".indexOf(written.charAt(0)) >= 0) {
                return fault.at(entry.getKey().heading(), "formula-like-cell", written);
            }
        }
        return true;
    }

    private boolean time(CsvScanner row, Fault fault) {
        String date = text(row, ClaimColumn.DATE);
        String until = text(row, ClaimColumn.UNTIL);
        String written = (date + " " + text(row, ClaimColumn.TIME)).strip();
        boolean isClock = CLOCK.matcher(until).matches();
        String code = time.read(isClock ? written + " to " + until : written);
        if (!code.isEmpty()) {
            return fault.at(ClaimColumn.TIME.heading(), code, written);
        }
        put(Column.TIME, time.from());
        put(Column.TIME_TO, time.to());
        if (until.isEmpty() || isClock) {
            return true;
        }
        code = time.to().isEmpty() ? time.read(until) : "two-ends";
        if (code.isEmpty() && !time.to().isEmpty()) {
            code = "not-a-time";
        }
        if (!code.isEmpty()) {
            return fault.at(ClaimColumn.UNTIL.heading(), code, until);
        }
        put(Column.TIME_TO, time.from());
        return true;
    }

    private boolean kind(String written, Fault fault) {
        if (written.isEmpty()) {
            return fault.at(ClaimColumn.KIND.heading(), "missing-value", written);
        }
        String word = ClaimWords.kind(written);
        if (word == null) {
            return fault.at(ClaimColumn.KIND.heading(), "unknown-word", written);
        }
        put(Column.KIND, word);
        return true;
    }

    private boolean weapon(String written, Fault fault) {
        PatrolWeapon weapon = PatrolWeapon.of(written);
        if (weapon == null) {
            return fault.at(ClaimColumn.WEAPON.heading(), "unknown-word", written);
        }
        put(Column.WEAPON, weapon.word());
        put(Column.CALIBRE_MM, weapon.calibreMm());
        put(Column.LABELS, String.join("|", weapon.labels()));
        return true;
    }

    private void put(Column column, String text) {
        if (!text.isEmpty()) {
            cells.set(column, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String text(CsvScanner row, ClaimColumn column) {
        Integer cell = at.get(column);
        return cell == null ? "" : TextFields.oneSpaced(row.text(cell));
    }

    /// The heading in the file of the column that a fault is about.
    private String theirName(String field) {
        ClaimColumn column = ClaimColumn.find(field);
        for (ClaimColumn each : at.keySet()) {
            Column ours = each.ours();
            if (ours != null && ours.heading().equals(field)) {
                column = each;
            }
        }
        if (column == null && field.equals(Column.TIME_TO.heading())) {
            column = ClaimColumn.UNTIL;
        }
        if ((column == ClaimColumn.TIME || column == ClaimColumn.UNTIL) && !at.containsKey(column)) {
            column = at.containsKey(ClaimColumn.TIME) ? ClaimColumn.TIME : ClaimColumn.DATE;
        }
        Integer cell = column == null ? null : at.get(column);
        return cell == null ? field : header.names().get(cell);
    }
}
