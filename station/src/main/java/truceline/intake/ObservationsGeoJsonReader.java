package truceline.intake;

import java.io.IOException;
import java.io.InputStream;
import truceline.observation.Draft;
import truceline.observation.Rejection;
import truceline.observation.RowSink;

/// `observations-geojson`: a FeatureCollection (RFC 7946), or one feature to a line, whose properties are our columns
/// and
/// whose geometry is a Point or a Polygon. Row n is the n-th feature. Format: `spec/observations-geojson.md`.
/// Immutable.
public final class ObservationsGeoJsonReader implements Reader {
    @Override
    public String name() {
        return "observations-geojson";
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
        Gunzip plain = new Gunzip(bytes);
        FeatureScanner scanner = new FeatureScanner(plain);
        FeatureRow row = new FeatureRow();
        Draft draft = new Draft();
        Fault fault = new Fault();
        while (scanner.next()) {
            hand(scanner, plain, row, draft, fault, sink);
        }
        if (scanner.number() == 0 && !scanner.isCollection()) {
            throw new Refusal("empty-file", "The file holds no GeoJSON; it needs at least an empty FeatureCollection.");
        }
        String damage = plain.fault();
        if (damage != null && !scanner.isTruncated()) {
            sink.rejected(new Rejection(scanner.number() + 1, "", damage, ""), scanner.buffer(), 0, 0);
        }
    }

    private static void hand(
            FeatureScanner scanner, Gunzip plain, FeatureRow row, Draft draft, Fault fault, RowSink sink) {
        fault.clear();
        draft.clear();
        draft.row = scanner.number();
        String broken = scanner.fault();
        String damage = plain.fault();
        boolean good = false;
        if (broken != null) {
            fault.at("", scanner.isTruncated() && damage != null ? damage : broken, "");
        } else {
            good = row.fill(scanner.buffer(), scanner.from(), scanner.to(), draft, fault);
        }
        if (good) {
            sink.observed(draft, scanner.buffer(), scanner.from(), scanner.to());
            return;
        }
        Rejection rejection = fault.toRejection(scanner.number());
        boolean first = scanner.number() == 1 && !scanner.isCollection();
        if (first
                && (rejection.code().equals("not-a-feature") || rejection.code().equals("not-json"))) {
            throw new Refusal("not-geojson", "The file is no GeoJSON FeatureCollection.");
        }
        sink.rejected(rejection, scanner.buffer(), scanner.from(), scanner.to());
    }
}
