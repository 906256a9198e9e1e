package truceline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import truceline.observation.RowSink;

/// `patrol-csv`: the table in which a patrol writes down what it saw and heard: its position, the event's location
/// seen from there, means, number, observation, description, weapon, date and time. Format: `spec/patrol-csv.md`.
/// Immutable.
public final class PatrolCsvReader implements Reader {
    private final @Nullable ZoneId zone;

    /// @param zone zone of times in files that have no column for it; null where the agreement names none, and then
    /// such a row is rejected
    public PatrolCsvReader(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return "patrol-csv";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public char fileClass() {
        return 'M';
    }

    @Override
    public void read(InputStream bytes, RowSink sink) throws IOException {
        CsvFile.read(bytes, sink, header -> new PatrolRow(header, zone));
    }
}
