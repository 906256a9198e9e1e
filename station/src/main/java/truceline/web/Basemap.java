package truceline.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Land, water, roads and names to draw below the lines, from a file beside the station. It is a drawing and no part of
/// the record; a file that is absent or cannot be read is an empty map. Immutable.
///
/// @param features GeoJSON features, each with the property `layer`
/// @param note what the file says of its boundaries (its member `note`), or empty
record Basemap(List<JsonNode> features, String note) {
    private static final Basemap NONE = new Basemap(List.of(), "");

    Basemap {
        features = List.copyOf(features);
    }

    static Basemap read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        try {
            JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(file));
            List<JsonNode> features = new ArrayList<>();
            root.path("features").forEach(features::add);
            return new Basemap(features, root.path("note").asString(""));
        } catch (JacksonException _) {
            return new Basemap(List.of(), "The basemap file is not JSON.");
        }
    }

    /// The features of one layer.
    Layer layer(String name) {
        return new Layer(
                "FeatureCollection",
                features.stream()
                        .filter(feature -> feature.path("properties")
                                .path("layer")
                                .asString("")
                                .equals(name))
                        .toList());
    }

    /// A layer as a GeoJSON FeatureCollection.
    record Layer(String type, List<JsonNode> features) {
        boolean isEmpty() {
            return features.isEmpty();
        }
    }
}
