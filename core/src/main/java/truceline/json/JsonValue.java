package truceline.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A canonical JSON value as a tree, for what is small: agreements, rules, single entries. Immutable.
public sealed interface JsonValue {
    record Obj(SortedMap<String, JsonValue> members) implements JsonValue {}

    record Arr(List<JsonValue> elements) implements JsonValue {}

    record Str(String text) implements JsonValue {}

    record Num(long number) implements JsonValue {}

    record Bool(boolean truth) implements JsonValue {}

    record Nothing() implements JsonValue {}

    /// Reads bytes that hold exactly one canonical value, or throws a {@link JsonException}.
    static JsonValue parse(byte[] bytes) {
        JsonReader reader = new JsonReader(bytes);
        JsonValue value = read(reader);
        reader.end();
        return value;
    }

    /// Reads the next value of a reader.
    static JsonValue read(JsonReader reader) {
        return switch (reader.peek()) {
            case '{' -> {
                SortedMap<String, JsonValue> members = new TreeMap<>();
                reader.beginObject();
                while (reader.hasName()) {
                    members.put(reader.name(), read(reader));
                }
                yield new Obj(members);
            }
            case '[' -> {
                List<JsonValue> elements = new ArrayList<>();
                reader.beginArray();
                while (reader.hasElement()) {
                    elements.add(read(reader));
                }
                yield new Arr(List.copyOf(elements));
            }
            case '"' -> new Str(reader.text());
            case '0' -> new Num(reader.number());
            case 't' -> new Bool(reader.truth());
            default -> {
                if (!reader.nothing()) {
                    throw reader.fault("a value is expected");
                }
                yield new Nothing();
            }
        };
    }

    /// Writes this value where the writer stands.
    default void write(JsonWriter writer) {
        switch (this) {
            case Obj(SortedMap<String, JsonValue> members) -> {
                writer.beginObject();
                for (Map.Entry<String, JsonValue> member : members.entrySet()) {
                    writer.name(member.getKey());
                    member.getValue().write(writer);
                }
                writer.endObject();
            }
            case Arr(List<JsonValue> elements) -> {
                writer.beginArray();
                elements.forEach(element -> element.write(writer));
                writer.endArray();
            }
            case Str(String text) -> writer.value(text);
            case Num(long number) -> writer.value(number);
            case Bool(boolean truth) -> writer.value(truth);
            case Nothing() -> writer.nothing();
        }
    }

    default byte[] toBytes() {
        JsonWriter writer = new JsonWriter();
        write(writer);
        return writer.toBytes();
    }
}
