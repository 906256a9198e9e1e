package truceline.intake;

import java.io.IOException;
import java.io.InputStream;
import truceline.observation.RowSink;

/// `firms-csv`: fire detections of VIIRS, MODIS or Landsat as NASA FIRMS publishes them, near-real-time or archive; the
/// header decides which. Format: `spec/firms-csv.md`. Immutable.
public final class FirmsCsvReader implements Reader {
    @Override
    public String name() {
        return "firms-csv";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public char fileClass() {
        return 'P';
    }

    @Override
    public void read(InputStream bytes, RowSink sink) throws IOException {
        CsvFile.read(bytes, sink, FirmsRow::new);
    }
}
