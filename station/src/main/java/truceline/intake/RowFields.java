package truceline.intake;

import truceline.observation.Draft;

/// Makes a draft of the cells of one row: the one place where our columns get their meaning, whatever the file's form.
/// Not thread-safe.
final class RowFields {
    private final TimeFields times;
    private final WordFields words = new WordFields();
    private final boolean fromSpreadsheet;

    RowFields(TimeRules rules, boolean fromSpreadsheet) {
        this.times = new TimeFields(rules);
        this.fromSpreadsheet = fromSpreadsheet;
    }

    /// Fills the draft; false where the row cannot be used, and then the fault says why. An empty cell says nothing:
    /// the draft keeps "not known".
    boolean fill(Cells cells, Draft draft, Fault fault) {
        boolean filled = times.fill(cells, draft, fault)
                && PlaceFields.fill(cells, draft, fault)
                && words.fill(cells, draft, fault)
                && TextFields.fill(cells, draft, fromSpreadsheet, fault);
        if (filled) {
            ObservedArea.draw(draft);
        }
        return filled;
    }
}
