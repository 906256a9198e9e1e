package truceline.intake;

import java.io.IOException;
import java.io.InputStream;
import truceline.observation.Draft;
import truceline.observation.Rejection;
import truceline.observation.RowSink;

/// `readsb-json`: snapshots of the aircraft that a receiver hears (`aircraft.json` of readsb and dump1090),
/// one object or several after one another. Row n is the n-th aircraft of the file. Format:
/// `spec/readsb-json.md`. Immutable.
public final class ReadsbJsonReader implements Reader {
    @Override
    public String name() {
        return "readsb-json";
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
        FeatureScanner scanner = new FeatureScanner(plain, "aircraft");
        ReadsbAircraft row = new ReadsbAircraft();
        Draft draft = new Draft();
        Fault fault = new Fault();
        int snapshot = 0;
        while (scanner.next()) {
            if (scanner.collections() > snapshot) {
                snapshot = scanner.collections();
                row.begin(scanner.head());
            }
            hand(scanner, plain, row, draft, fault, sink);
        }
        String damage = plain.fault();
        if (damage != null && !scanner.isTruncated()) {
            sink.rejected(new Rejection(scanner.number() + 1, "", damage, ""), scanner.buffer(), 0, 0);
        } else if (scanner.number() == 0 && !scanner.isCollection()) {
            throw new Refusal("empty-file", "The file holds no snapshot; it needs at least an empty list of aircraft.");
        }
    }

    private static void hand(
            FeatureScanner scanner, Gunzip plain, ReadsbAircraft row, Draft draft, Fault fault, RowSink sink) {
        fault.clear();
        draft.clear();
        draft.row = scanner.number();
        String broken = scanner.fault();
        String damage = plain.fault();
        LineFile.Fate fate = LineFile.Fate.REJECTED;
        if (broken != null) {
            String said = broken.equals("not-a-feature") ? "not-a-snapshot" : broken;
            fault.at("", scanner.isTruncated() && damage != null ? damage : said, "");
        } else if (!scanner.isElement()) {
            fault.at("", "not-a-snapshot", "");
        } else {
            fate = row.fill(scanner.buffer(), scanner.from(), scanner.to(), draft, fault);
        }
        if (fate == LineFile.Fate.ROW) {
            sink.observed(draft, scanner.buffer(), scanner.from(), scanner.to());
        } else if (fate == LineFile.Fate.REJECTED) {
            sink.rejected(fault.toRejection(scanner.number()), scanner.buffer(), scanner.from(), scanner.to());
        }
    }
}
