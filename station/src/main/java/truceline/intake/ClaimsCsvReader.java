package truceline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import truceline.observation.RowSink;

/// `claims-csv`: a party's list of what it says the other did. Every row is a claim and stays one: it is held beside
/// what was observed and makes no incident. Format: `spec/claims-csv.md`. Immutable.
public final class ClaimsCsvReader implements Reader {
    private final @Nullable ZoneId zone;

    /// @param zone zone of times that state none; null where the agreement names none, and then such a row is rejected
    public ClaimsCsvReader(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return "claims-csv";
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
        CsvFile.read(bytes, sink, header -> new ClaimRow(header, zone));
    }
}
