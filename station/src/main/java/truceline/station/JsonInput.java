package truceline.station;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import truceline.intake.Refusal;
import truceline.json.JsonValue;

/// Reads JSON as people write it, with white space and in any order of keys, into the values of the record. Depth
/// and lengths are bounded; a key that stands twice, or anything after the value, is refused. Stateless.
public final class JsonInput {
    /// Longest text that is read, in bytes.
    public static final int MOST_BYTES = 1 << 20;

    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxNumberLength(40)
            .maxNameLength(1000)
            .maxStringLength(MOST_BYTES)
            .build();
    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonInput() {}

    /// The object that a text is.
    ///
    /// @throws Refusal `not-json` where it is something else, or holds a number that is no whole number
    public static JsonValue.Obj read(byte[] text) {
        if (text.length > MOST_BYTES) {
            throw new Refusal("too-large", "that is more than a megabyte");
        }
        try {
            JsonNode node = MAPPER.readTree(new String(text, StandardCharsets.UTF_8));
            if (value(node) instanceof JsonValue.Obj object) {
                return object;
            }
            throw new Refusal("not-json", "that is no JSON object");
        } catch (JacksonException e) {
            throw new Refusal("not-json", String.valueOf(e.getOriginalMessage()));
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
                    node.values().stream().map(JsonInput::value).toList();
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
