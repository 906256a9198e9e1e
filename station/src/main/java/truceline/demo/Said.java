package truceline.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import truceline.json.JsonValue;

/// What somebody states, before it is signed: built part by part. Not thread-safe.
final class Said {
    private final SortedMap<String, JsonValue> parts = new TreeMap<>();

    private Said(String act) {
        with("act", act);
    }

    static Said of(String act) {
        return new Said(act);
    }

    Said with(String part, String text) {
        parts.put(part, new JsonValue.Str(text));
        return this;
    }

    /// A number, or a moment in milliseconds UTC.
    Said with(String part, long number) {
        parts.put(part, new JsonValue.Num(number));
        return this;
    }

    Said with(String part, boolean truth) {
        parts.put(part, new JsonValue.Bool(truth));
        return this;
    }

    Said with(String part, List<String> texts) {
        List<JsonValue> elements = new ArrayList<>();
        texts.forEach(text -> elements.add(new JsonValue.Str(text)));
        parts.put(part, new JsonValue.Arr(elements));
        return this;
    }

    /// Stretches of the line: each four numbers, as `spec/statement.md` says.
    Said withSpans(List<Watch.Span> spans) {
        List<JsonValue> elements = new ArrayList<>();
        for (Watch.Span span : spans) {
            elements.add(new JsonValue.Arr(List.of(
                    new JsonValue.Num(span.stretch()),
                    new JsonValue.Num(span.side()),
                    new JsonValue.Num(span.fromMs()),
                    new JsonValue.Num(span.toMs()))));
        }
        parts.put("spans", new JsonValue.Arr(elements));
        return this;
    }

    JsonValue.Obj toJson() {
        return new JsonValue.Obj(parts);
    }
}
