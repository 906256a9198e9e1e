package truceline.report;

import java.io.IOException;
import java.util.List;
import truceline.finding.Finding;

/// A listing as one JSON array with an element per line, or as newline-delimited JSON.
final class JsonRows implements RowWriter {
    private final Appendable out;
    private final boolean isDelimited;
    private final JsonText array;
    private List<Row.Column> columns = List.of();

    /// @param isDelimited true for newline-delimited JSON
    JsonRows(Appendable out, boolean isDelimited) {
        this.out = out;
        this.isDelimited = isDelimited;
        this.array = new JsonText(out);
    }

    @Override
    public void begin(List<Row.Column> named) throws IOException {
        columns = named;
        if (!isDelimited) {
            array.beginArray();
        }
    }

    @Override
    public void row(Row row) throws IOException {
        JsonText json = isDelimited ? new JsonText(out) : array.line();
        json.beginObject();
        for (int i = 0; i < columns.size(); i++) {
            value(json.name(columns.get(i).name()), row.values().get(i));
        }
        json.endObject();
        if (isDelimited) {
            out.append('\n');
        }
    }

    @Override
    public void end() throws IOException {
        if (!isDelimited) {
            array.endArray();
            out.append('\n');
        }
    }

    static void value(JsonText json, Row.Value value) throws IOException {
        switch (value) {
            case Row.Value.Text(String text) -> json.value(text);
            case Row.Value.Whole(long number) -> json.value(number);
            case Row.Value.Decimal(String number) -> json.decimal(number);
            case Row.Value.Truth(boolean truth) -> json.value(truth);
            case Row.Value.Items(List<String> items) -> json.texts(items);
            case Row.Value.Votes(List<Finding.Dissent> dissent) -> FloorJson.dissent(json, dissent);
        }
    }
}
