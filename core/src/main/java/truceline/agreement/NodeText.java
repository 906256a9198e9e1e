package truceline.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.json.JsonException;
import truceline.json.JsonValue;

/// A tree of text as canonical JSON, the form in which the record holds an agreement:
/// `{"order":{"/":["agreement","id"],"/parties":["UA","RU"]},"tree":{"agreement":"1",…}}`.
///
/// `tree` holds maps as objects, lists as arrays, and every text as a string. `order` holds, for each
/// map whose keys are not in ascending order in the file, its keys in file order under its path (RFC
/// 6901; list positions from 0). Marks are not kept. There is one JSON for each tree and one tree for
/// each JSON. Pure and thread-safe.
public final class NodeText {
    private static final String ROOT = "/";

    private NodeText() {}

    /// Throws {@link IllegalStateException} for a tree with a key twice in one map; the compiler passes
    /// no such tree.
    public static JsonValue toJson(Node root) {
        SortedMap<String, JsonValue> order = new TreeMap<>();
        JsonValue tree = write(root, ROOT, order);
        SortedMap<String, JsonValue> members = new TreeMap<>();
        members.put("order", new JsonValue.Obj(order));
        members.put("tree", tree);
        return new JsonValue.Obj(members);
    }

    private static JsonValue write(Node node, String path, SortedMap<String, JsonValue> order) {
        return switch (node) {
            case Node.Scalar scalar -> new JsonValue.Str(scalar.text());
            case Node.Sequence sequence -> {
                List<JsonValue> elements = new ArrayList<>();
                for (Node element : sequence.elements()) {
                    elements.add(write(element, child(path, Integer.toString(elements.size())), order));
                }
                yield new JsonValue.Arr(List.copyOf(elements));
            }
            case Node.Mapping mapping -> {
                SortedMap<String, JsonValue> members = new TreeMap<>();
                List<JsonValue> keys = new ArrayList<>();
                for (Node.Entry entry : mapping.entries()) {
                    String key = entry.key().text();
                    keys.add(new JsonValue.Str(key));
                    if (members.put(key, write(entry.value(), child(path, key), order)) != null) {
                        throw new IllegalStateException("key twice: " + child(path, key));
                    }
                }
                if (!keys.equals(ascending(members))) {
                    order.put(path, new JsonValue.Arr(List.copyOf(keys)));
                }
                yield new JsonValue.Obj(members);
            }
        };
    }

    private static List<JsonValue> ascending(SortedMap<String, JsonValue> members) {
        return members.keySet().stream().<JsonValue>map(JsonValue.Str::new).toList();
    }

    private static String child(String path, String key) {
        return (path.equals(ROOT) ? ROOT : path + "/") + key.replace("~", "~0").replace("/", "~1");
    }

    /// The tree of a JSON value, with marks 0; a {@link JsonException} for a value that `toJson` does
    /// not give.
    public static Node fromJson(JsonValue json) {
        SortedMap<String, JsonValue> order = new TreeMap<>();
        JsonValue tree = null;
        if (json instanceof JsonValue.Obj(SortedMap<String, JsonValue> members)
                && members.size() == 2
                && members.get("order") instanceof JsonValue.Obj(SortedMap<String, JsonValue> given)) {
            order.putAll(given);
            tree = members.get("tree");
        }
        if (tree == null) {
            throw new JsonException("an agreement is an object of 'order' and 'tree'");
        }
        Node root = read(tree, ROOT, order);
        if (!order.isEmpty()) {
            throw new JsonException("'order' names no map: " + order.firstKey());
        }
        return root;
    }

    private static Node read(JsonValue value, String path, SortedMap<String, JsonValue> order) {
        return switch (value) {
            case JsonValue.Str(String text) -> new Node.Scalar(text, 0, 0);
            case JsonValue.Arr(List<JsonValue> elements) -> {
                List<Node> nodes = new ArrayList<>();
                for (JsonValue element : elements) {
                    nodes.add(read(element, child(path, Integer.toString(nodes.size())), order));
                }
                yield new Node.Sequence(nodes, 0, 0);
            }
            case JsonValue.Obj(SortedMap<String, JsonValue> members) -> {
                List<Node.Entry> entries = new ArrayList<>();
                SortedMap<String, JsonValue> left = new TreeMap<>(members);
                for (JsonValue key : keys(members, order.remove(path), path)) {
                    String name = key instanceof JsonValue.Str(String text) ? text : "";
                    JsonValue member = left.remove(name);
                    if (member == null) {
                        throw new JsonException("'order' has a wrong key at '" + path + "'");
                    }
                    entries.add(new Node.Entry(new Node.Scalar(name, 0, 0), read(member, child(path, name), order)));
                }
                if (!left.isEmpty()) {
                    throw new JsonException("'order' lacks a key at '" + path + "'");
                }
                yield new Node.Mapping(entries, 0, 0);
            }
            case JsonValue.Num number -> throw new JsonException("a number stands at '" + path + "'");
            case JsonValue.Bool truth -> throw new JsonException("a truth value stands at '" + path + "'");
            case JsonValue.Nothing nothing -> throw new JsonException("null stands at '" + path + "'");
        };
    }

    private static List<JsonValue> keys(SortedMap<String, JsonValue> members, @Nullable JsonValue given, String path) {
        List<JsonValue> ascending = ascending(members);
        if (given == null) {
            return ascending;
        }
        if (!(given instanceof JsonValue.Arr(List<JsonValue> keys)) || keys.equals(ascending)) {
            throw new JsonException("'order' says nothing at '" + path + "'");
        }
        return keys;
    }
}
