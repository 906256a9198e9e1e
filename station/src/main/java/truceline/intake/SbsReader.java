package truceline.intake;

import java.io.IOException;
import java.io.InputStream;
import truceline.observation.RowSink;

/// `sbs`: positions that aircraft send by ADS-B, in the BaseStation text lines of dump1090 and readsb (port
/// 30003). Format: `spec/sbs.md`. Immutable.
public final class SbsReader implements Reader {
    @Override
    public String name() {
        return "sbs";
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
        LineFile.read(bytes, sink, new SbsLine());
    }
}
