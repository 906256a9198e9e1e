package truceline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import truceline.observation.RowSink;

/// `claims-xlsx`: the list of `claims-csv` as the first sheet of a spreadsheet. The bytes of a row are its cells as a
/// line of CSV; its number is the sheet's. Format: `spec/claims-xlsx.md`. Immutable.
public final class ClaimsXlsxReader implements Reader {
    private final @Nullable ZoneId zone;

    /// @param zone zone of times that state none, which are all that the spreadsheet holds as dates of its own
    public ClaimsXlsxReader(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return "claims-xlsx";
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
        XlsxSheet sheet = new XlsxBook(XlsxParts.read(bytes)).firstSheet(ClaimsXlsxReader::isTime);
        CsvFile.read(sheet, sheet::fault, sink, header -> new ClaimRow(header, zone));
    }

    private static boolean isTime(String heading) {
        ClaimColumn column = ClaimColumn.find(heading);
        return column != null && column.isTime();
    }
}
