package truceline.intake;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import truceline.observation.RowSink;

/// `observations-csv`: observations under our own column names, or under another publisher's with a mapping that says
/// what they mean. Formats: `spec/observations-csv.md`, `spec/columns.md`. Immutable.
public final class ObservationsCsvReader implements Reader {
    private final @Nullable ColumnMapping mapping;

    /// Reads our own columns.
    public ObservationsCsvReader() {
        this.mapping = null;
    }

    /// Reads another publisher's columns.
    public ObservationsCsvReader(ColumnMapping mapping) {
        this.mapping = mapping;
    }

    /// `observations-csv`, or with a mapping `observations-csv/viina`.
    @Override
    public String name() {
        return mapping == null ? "observations-csv" : "observations-csv/" + mapping.name();
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public char fileClass() {
        return mapping == null ? 'M' : mapping.fileClass();
    }

    @Override
    public void read(InputStream bytes, RowSink sink) throws IOException {
        ColumnMapping theirs = mapping;
        CsvFile.read(bytes, sink, header -> theirs == null ? new OwnRow(header) : new MappedRow(theirs, header));
    }
}
