package truceline.intake;

import java.io.IOException;
import java.io.InputStream;
import truceline.observation.RowSink;

/// `ais-nmea`: positions that ships send by AIS, as the sentences `!AIVDM` and `!AIVDO` that a receiver hands
/// out, with the times that a log adds. Format: `spec/ais-nmea.md`. Immutable.
public final class AisNmeaReader implements Reader {
    @Override
    public String name() {
        return "ais-nmea";
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
        Gunzip plain = new Gunzip(bytes);
        LineScanner lines = new LineScanner(plain);
        AisLog log = new AisLog(sink);
        while (lines.next()) {
            if (lines.isUnfinished() && plain.fault() != null) {
                break;
            }
            log.line(lines);
        }
        LineFile.end(lines, plain, log.end(lines.row()), sink);
    }
}
