package truceline.cli;

import java.io.PrintWriter;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import truceline.geo.Degrees;
import truceline.geo.Feature;
import truceline.geo.Path;
import truceline.geo.Shape;
import truceline.territory.ContactLine;

/// A line of contact as a GeoJSON FeatureCollection (RFC 7946): one LineString a feature, with `id`, `lengthKm` and
/// `controlledSide`; the files it came from are members of the collection.
record TerritoryLines(ContactLine line, int toleranceMetres, MapFile control, MapFile boundaries) {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    void write(PrintWriter out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject().writeStringProperty("type", "FeatureCollection");
            json.writeName("control").writeStartObject();
            TerritoryTable.writeOrigin(json, control);
            json.writeEndObject().writeName("boundaries").writeStartObject();
            TerritoryTable.writeOrigin(json, boundaries);
            json.writeEndObject().writeNumberProperty("borderToleranceMetres", toleranceMetres);
            json.writeName("features").writeStartArray();
            line.lines().features().forEach(feature -> write(json, feature));
            json.writeEndArray().writeEndObject();
        }
        out.println();
        out.flush();
    }

    private static void write(JsonGenerator json, Feature feature) {
        if (!(feature.shape() instanceof Shape.Lines lines)) {
            throw new IllegalStateException("a line of contact that is no line");
        }
        json.writeStartObject().writeStringProperty("type", "Feature");
        json.writeName("properties").writeStartObject();
        for (Map.Entry<String, String> property : feature.properties().entrySet()) {
            json.writeName(property.getKey());
            if (property.getKey().equals("lengthKm")) {
                json.writeNumber(property.getValue());
            } else {
                json.writeString(property.getValue());
            }
        }
        json.writeStringProperty("controlledSide", "right").writeEndObject();
        json.writeName("geometry").writeStartObject().writeStringProperty("type", "LineString");
        json.writeName("coordinates").writeStartArray();
        for (Path path : lines.paths()) {
            for (int i = 0; i < path.size(); i++) {
                json.writeStartArray();
                json.writeNumber(Degrees.toText(path.lonE7(i)));
                json.writeNumber(Degrees.toText(path.latE7(i)));
                json.writeEndArray();
            }
        }
        json.writeEndArray().writeEndObject().writeEndObject();
    }
}
