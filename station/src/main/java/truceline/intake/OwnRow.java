package truceline.intake;

import org.jspecify.annotations.Nullable;
import truceline.observation.Draft;

/// One row of `observations-csv` under our own header. Not thread-safe.
final class OwnRow implements CsvFile.Row {
    private final Column[] columns;
    private final Cells cells = new Cells();
    private final RowFields fields = new RowFields(TimeRules.OWN, true);

    /// @throws Refusal where a column is none of ours: left out in silence, it could take its meaning with it
    OwnRow(CsvHeader header) {
        header.get(Column.TIME.heading());
        columns = new Column[header.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = column(header.names().get(i));
        }
    }

    private static Column column(String name) {
        @Nullable Column column = Column.find(TextFields.oneSpaced(name).toLowerCase(java.util.Locale.ROOT));
        if (column == null || column == Column.DAYS_AROUND) {
            throw new Refusal(
                    "unknown-column",
                    "observations-csv has no column '" + name
                            + "'; leave it out, or say with --columns what it means (spec/columns.md).");
        }
        return column;
    }

    @Override
    public boolean fill(CsvScanner row, Draft draft, Fault fault) {
        cells.clear();
        for (int i = 0; i < columns.length; i++) {
            cells.set(columns[i], row.buffer(), row.cellFrom(i), row.cellTo(i), row.hasDoubledQuotes(i));
        }
        return fields.fill(cells, draft, fault);
    }
}
