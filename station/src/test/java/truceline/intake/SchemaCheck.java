package truceline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import truceline.agreement.Node;

/// The part of JSON Schema 2020-12 that `spec/agreement.schema.json` uses, against a tree of text. A word of the schema
/// that is not known here is an error, so that nothing is passed over.
final class SchemaCheck {
    private final JsonNode schema;

    SchemaCheck(JsonNode schema) {
        this.schema = schema;
    }

    /// Where the tree does not fit, as paths; empty where it fits.
    List<String> misfits(Node node) {
        List<String> misfits = new ArrayList<>();
        check(schema, json(node), "", misfits);
        return misfits;
    }

    private static JsonNode json(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> JsonNodeFactory.instance.stringNode(scalar.text());
            case Node.Sequence sequence -> {
                var array = JsonNodeFactory.instance.arrayNode();
                sequence.elements().forEach(element -> array.add(json(element)));
                yield array;
            }
            case Node.Mapping mapping -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                mapping.entries().forEach(entry -> object.set(entry.key().text(), json(entry.value())));
                yield object;
            }
        };
    }

    private boolean fits(JsonNode rule, JsonNode value) {
        List<String> misfits = new ArrayList<>();
        check(rule, value, "", misfits);
        return misfits.isEmpty();
    }

    private void check(JsonNode rule, JsonNode value, String at, List<String> misfits) {
        for (Map.Entry<String, JsonNode> word : rule.properties()) {
            JsonNode given = word.getValue();
            boolean fits = switch (word.getKey()) {
                case "$schema", "$defs", "title", "description", "additionalProperties" -> true;
                case "$ref" -> {
                    check(schema.at(given.asString().substring(1)), value, at, misfits);
                    yield true;
                }
                case "type" -> isOfType(given, value);
                case "enum" -> given.valueStream().anyMatch(value::equals);
                case "const" -> given.equals(value);
                case "not" -> !fits(given, value);
                case "anyOf" -> given.valueStream().anyMatch(one -> fits(one, value));
                case "required" -> given.valueStream().allMatch(key -> !value.isObject() || value.has(key.asString()));
                case "minItems" -> !value.isArray() || value.size() >= given.asInt();
                case "minProperties" -> !value.isObject() || value.size() >= given.asInt();
                case "maxProperties" -> !value.isObject() || value.size() <= given.asInt();
                case "items" -> {
                    for (int i = 0; i < (value.isArray() ? value.size() : 0); i++) {
                        check(given, value.get(i), at + "/" + i, misfits);
                    }
                    yield true;
                }
                case "properties", "patternProperties" -> true;
                default -> throw new IllegalStateException("unknown word of the schema: " + word.getKey());
            };
            if (!fits) {
                misfits.add(at + ": " + word.getKey());
            }
        }
        if (value.isObject()) {
            members(rule, value, at, misfits);
        }
    }

    private static boolean isOfType(JsonNode types, JsonNode value) {
        String type = value.isObject() ? "object" : value.isArray() ? "array" : "string";
        return types.isArray()
                ? types.valueStream().anyMatch(one -> one.asString().equals(type))
                : types.asString().equals(type);
    }

    private void members(JsonNode rule, JsonNode value, String at, List<String> misfits) {
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String key = member.getKey();
            String path = at + "/" + key;
            boolean known = rule.path("properties").has(key);
            if (known) {
                check(rule.get("properties").get(key), member.getValue(), path, misfits);
            }
            for (Map.Entry<String, JsonNode> pattern :
                    rule.path("patternProperties").properties()) {
                if (Pattern.compile(pattern.getKey()).matcher(key).find()) {
                    known = true;
                    check(pattern.getValue(), member.getValue(), path, misfits);
                }
            }
            JsonNode others = rule.path("additionalProperties");
            if (!known && others.isBoolean()) {
                misfits.add(path + ": no such key");
            } else if (!known && others.isObject()) {
                check(others, member.getValue(), path, misfits);
            }
        }
    }
}
