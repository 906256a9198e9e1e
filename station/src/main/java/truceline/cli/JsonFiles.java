package truceline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import truceline.intake.Refusal;
import truceline.json.JsonValue;

/// Reads JSON as people write it, with white space and in any order of keys, into the values of the record.
final class JsonFiles {
    private static final long MOST_BYTES = 1 << 20;

    private JsonFiles() {}

    /// The object in a file.
    ///
    /// @throws Refusal `not-json` where the file holds something else, or a number that is no whole number
    static JsonValue.Obj read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new Refusal("not-json", file + " has more than a megabyte");
        }
        try {
            JsonNode node = JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(Files.readString(file, StandardCharsets.UTF_8));
            if (value(node) instanceof JsonValue.Obj object) {
                return object;
            }
            throw new Refusal("not-json", file + " holds no JSON object");
        } catch (JacksonException e) {
            throw new Refusal("not-json", file + ": " + e.getOriginalMessage());
        }
    }

    private static JsonValue value(@Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return new JsonValue.Nothing();
        }
        if (node.isObject()) {
            SortedMap<String, JsonValue> members = new TreeMap<>();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                members.put(member.getKey(), value(member.getValue()));
            }
            return new JsonValue.Obj(members);
        }
        if (node.isArray()) {
            List<JsonValue> elements =
                    node.values().stream().map(JsonFiles::value).toList();
            return new JsonValue.Arr(elements);
        }
        if (node.isBoolean()) {
            return new JsonValue.Bool(node.booleanValue());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return new JsonValue.Num(node.longValue());
        }
        if (node.isString()) {
            return new JsonValue.Str(node.stringValue());
        }
        throw new Refusal("not-json", "only whole numbers, texts, true, false, lists and objects are read");
    }
}
