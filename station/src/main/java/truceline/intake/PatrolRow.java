package truceline.intake;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import truceline.observation.Draft;

/// One row of a patrol's table: its cells, in the field's own words, become ours. What our columns have no room for
/// goes
/// to the labels or, where it touches the observer's position, to the remark; nothing is left out. Not thread-safe.
final class PatrolRow implements CsvFile.Row {
    private final CsvHeader header;
    private final Map<PatrolColumn, Integer> at = new EnumMap<>(PatrolColumn.class);
    private final byte[] zone;
    private final Cells cells = new Cells();
    private final RowFields fields = new RowFields(TimeRules.OWN, true);
    private final List<String> labels = new ArrayList<>();
    private final PatrolTime time = new PatrolTime();

    /// @throws Refusal where the header lacks what was observed or when, or has a column that none of ours is
    PatrolRow(CsvHeader header, @Nullable ZoneId zone) {
        this.header = header;
        this.zone = (zone == null ? "" : zone.getId()).getBytes(StandardCharsets.UTF_8);
        for (PatrolColumn column : PatrolColumn.values()) {
            int found = header.findAny(column.headings());
            if (found >= 0) {
                at.put(column, found);
            }
        }
        if (!at.containsKey(PatrolColumn.OBSERVATION)) {
            throw header.missing("Observation");
        }
        if (!at.containsKey(PatrolColumn.MOMENT)
                && !at.keySet().containsAll(List.of(PatrolColumn.DATE, PatrolColumn.TIME))) {
            throw header.missing("Date, time");
        }
        for (int i = 0; i < header.size(); i++) {
            if (!at.containsValue(i)) {
                throw new Refusal(
                        "unknown-column",
                        "patrol-csv has no column '" + header.names().get(i) + "' (spec/patrol-csv.md).");
            }
        }
    }

    @Override
    public boolean fill(CsvScanner row, Draft draft, Fault fault) {
        cells.clear();
        labels.clear();
        cells.set(Column.ZONE, zone);
        at.forEach((column, cell) -> {
            Column ours = column.ours();
            if (ours != null && row.cellTo(cell) > row.cellFrom(cell)) {
                cells.set(ours, row.buffer(), row.cellFrom(cell), row.cellTo(cell), row.hasDoubledQuotes(cell));
            }
        });
        boolean read = time(row, fault)
                && location(text(row, PatrolColumn.LOCATION), fault)
                && word(row, PatrolColumn.MEANS, PatrolWords::means, Column.MEANS, fault)
                && word(row, PatrolColumn.OBSERVATION, PatrolWords::observation, Column.KIND, fault)
                && description(text(row, PatrolColumn.DESCRIPTION), fault)
                && weapon(text(row, PatrolColumn.WEAPON), fault);
        if (read) {
            label(row);
            read = fields.fill(cells, draft, fault);
        }
        if (!read) {
            fault.rename(theirName(fault.field()));
        }
        return read;
    }

    private boolean time(CsvScanner row, Fault fault) {
        String written = text(row, PatrolColumn.MOMENT);
        if (written.isEmpty()) {
            written = text(row, PatrolColumn.DATE) + " " + text(row, PatrolColumn.TIME);
        }
        String code = time.read(written.strip());
        if (!code.isEmpty()) {
            return fault.at(PatrolColumn.MOMENT.name(), code, written);
        }
        put(Column.TIME, time.from());
        put(Column.TIME_TO, time.to());
        return true;
    }

    private boolean location(String written, Fault fault) {
        PatrolLocation location = PatrolLocation.of(written);
        if (location == null) {
            return fault.at(PatrolColumn.LOCATION.name(), "not-a-location", written);
        }
        put(Column.PLACE, location.name());
        put(Column.SECTORS, location.sectors());
        put(Column.RANGE_FROM_M, location.fromMetres());
        put(Column.RANGE_TO_M, location.toMetres());
        if (!location.isExact()) {
            String remark = cells.has(Column.REMARK) ? cells.text(Column.REMARK) + "; " : "";
            put(Column.REMARK, remark + "event location: " + written);
        }
        return true;
    }

    private boolean word(
            CsvScanner row,
            PatrolColumn column,
            java.util.function.Function<String, @Nullable String> meaning,
            Column ours,
            Fault fault) {
        String written = text(row, column);
        if (written.isEmpty()) {
            return true;
        }
        String word = meaning.apply(written);
        if (word == null) {
            return fault.at(column.name(), "unknown-word", written);
        }
        put(ours, word);
        return true;
    }

    private boolean description(String written, Fault fault) {
        PatrolDescription description = PatrolDescription.of(written);
        if (description == null) {
            return fault.at(PatrolColumn.DESCRIPTION.name(), "unknown-word", written);
        }
        put(Column.DESCRIPTION, description.word());
        put(Column.FLIGHT_FROM, description.from());
        put(Column.FLIGHT_TO, description.to());
        labels.addAll(description.labels());
        return true;
    }

    private boolean weapon(String written, Fault fault) {
        PatrolWeapon weapon = PatrolWeapon.of(written);
        if (weapon == null) {
            return fault.at(PatrolColumn.WEAPON.name(), "unknown-word", written);
        }
        put(Column.WEAPON, weapon.word());
        put(Column.CALIBRE_MM, weapon.calibreMm());
        labels.addAll(weapon.labels());
        return true;
    }

    private void label(CsvScanner row) {
        String region = text(row, PatrolColumn.REGION);
        if (!region.isEmpty()) {
            labels.add("region: " + region);
        }
        put(Column.LABELS, String.join("|", labels));
    }

    private void put(Column column, String text) {
        if (!text.isEmpty()) {
            cells.set(column, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String text(CsvScanner row, PatrolColumn column) {
        Integer cell = at.get(column);
        return cell == null ? "" : TextFields.oneSpaced(row.text(cell));
    }

    /// The heading in the file of the column that a fault is about, whichever way it was named.
    private String theirName(String field) {
        for (Map.Entry<PatrolColumn, Integer> entry : at.entrySet()) {
            PatrolColumn column = entry.getKey();
            Column ours = column.ours();
            boolean same = ours != null && ours.heading().equals(field);
            boolean ofTime = (column == PatrolColumn.MOMENT || column == PatrolColumn.TIME)
                    && (field.startsWith("time") || field.equals(PatrolColumn.MOMENT.name()));
            boolean ofRange = column == PatrolColumn.LOCATION
                    && (field.startsWith("range") || field.equals("sectors") || field.equals("place"));
            if (same || ofTime || ofRange || column.name().equals(field)) {
                return header.names().get(entry.getValue());
            }
        }
        return field;
    }
}
