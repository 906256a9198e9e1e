package truceline.report;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.geo.Place;

/// A listing as GeoJSON (RFC 7946): one FeatureCollection, a Point per element, a null geometry where no place is
/// known.
final class GeoJsonRows implements RowWriter {
    private final Appendable out;
    private final boolean isDemo;
    private final JsonText json;
    private List<Row.Column> columns = List.of();

    /// @param isDemo true where everything in the station is invented: a member at the top says so
    GeoJsonRows(Appendable out, boolean isDemo) {
        this.out = out;
        this.isDemo = isDemo;
        this.json = new JsonText(out);
    }

    @Override
    public void begin(List<Row.Column> named) throws IOException {
        columns = named;
        json.beginObject().name("type").value("FeatureCollection");
        if (isDemo) {
            json.name("demo").value(true);
        }
        json.name("features").beginArray();
    }

    @Override
    public void row(Row row) throws IOException {
        json.line().beginObject().name("type").value("Feature").name("id");
        JsonRows.value(json, row.values().getFirst());
        json.name("geometry");
        geometry(row.place());
        json.name("properties").beginObject();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isPosition()) {
                JsonRows.value(json.name(columns.get(i).name()), row.values().get(i));
            }
        }
        json.endObject().endObject();
    }

    @Override
    public void end() throws IOException {
        json.endArray().endObject();
        out.append('\n');
    }

    private void geometry(@Nullable Place place) throws IOException {
        if (place == null) {
            json.nothing();
            return;
        }
        json.beginObject().name("type").value("Point").name("coordinates").beginArray();
        json.decimal(Words.decimal(place.lonE7())).decimal(Words.decimal(place.latE7()));
        json.endArray().endObject();
    }
}
