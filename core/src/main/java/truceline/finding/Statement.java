package truceline.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import truceline.json.JsonException;
import truceline.json.JsonValue;
import truceline.json.JsonWriter;

/// What one person says, as the parts of its act. Immutable; complete and of the right types, or it is not made.
///
/// @param parts by name, as canonical JSON; the act itself is not among them
public record Statement(Act act, SortedMap<String, JsonValue> parts) {
    private static final int MOST_TEXT = 2_000;
    private static final int MOST_NAME = 64;
    private static final int MOST_ALTERNATIVES = 10;
    private static final int MOST_ADDRESSES = 1_000;
    private static final Pattern ADDRESS = Pattern.compile("(?:0|[1-9][0-9]{0,14})/(?:0|[1-9][0-9]{0,4})");
    private static final Pattern ITEM = Pattern.compile("(?:0|[1-9][0-9]{0,14})(?:/(?:0|[1-9][0-9]{0,4}))?");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern COMMITMENT = Pattern.compile("[A-Za-z0-9+/]{43}=");

    /// One stretch of a line and the time during which it was in view, or closed.
    ///
    /// @param stretch number of the stretch, counted from 0 at the start of the line
    /// @param side -1 left of the drawn direction, 1 right, 0 both
    public record Span(int stretch, int side, long fromMs, long toMs) {}

    /// So many things of one class or kind.
    public record Lot(String what, long count) {}

    public Statement {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /// Reads a statement `{"act":…,…}`.
    ///
    /// @throws JsonException naming the part that is missing, unknown or of another type
    public static Statement read(JsonValue.Obj written) {
        SortedMap<String, JsonValue> parts = new TreeMap<>(written.members());
        JsonValue named = parts.remove("act");
        if (!(named instanceof JsonValue.Str(String word))) {
            throw new JsonException("act: a word is expected");
        }
        Act act = Act.find(word).orElseThrow(() -> new JsonException("act: there is no act '" + word + "'"));
        for (Part part : act.parts()) {
            JsonValue value = parts.get(part.name());
            if (value == null ? part.isNeeded() : !isOf(part, value)) {
                throw new JsonException(part.name() + ": " + (value == null ? "is missing" : expected(part)));
            }
        }
        if (parts.containsKey(Act.NOTE_CLASS) && !parts.containsKey("note")) {
            throw new JsonException(Act.NOTE_CLASS + ": there is no note that it could be the class of");
        }
        for (String name : parts.keySet()) {
            if (act.parts().stream().noneMatch(part -> part.name().equals(name))) {
                throw new JsonException(name + ": " + act.word() + " has no such part");
            }
        }
        return new Statement(act, parts);
    }

    public void write(JsonWriter out) {
        SortedMap<String, JsonValue> all = new TreeMap<>(parts);
        all.put("act", new JsonValue.Str(act.word()));
        new JsonValue.Obj(all).write(out);
    }

    /// A text, name, word, address or hash; throws where the part is absent.
    public String text(String name) {
        String text = findText(name);
        if (text == null) {
            throw new IllegalStateException(act.word() + " without " + name);
        }
        return text;
    }

    /// A text, name, word, address or hash, or null.
    public @Nullable String findText(String name) {
        return parts.get(name) instanceof JsonValue.Str(String text) ? text : null;
    }

    /// A moment or number; throws where the part is absent.
    public long number(String name) {
        if (parts.get(name) instanceof JsonValue.Num(long number)) {
            return number;
        }
        throw new IllegalStateException(act.word() + " without " + name);
    }

    /// A moment or number, or that value.
    public long number(String name, long otherwise) {
        return parts.get(name) instanceof JsonValue.Num(long number) ? number : otherwise;
    }

    public boolean flag(String name) {
        return parts.get(name) instanceof JsonValue.Bool(boolean truth) && truth;
    }

    /// Texts or addresses; empty where the part is absent.
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (parts.get(name) instanceof JsonValue.Arr(List<JsonValue> elements)) {
            for (JsonValue element : elements) {
                if (element instanceof JsonValue.Str(String text)) {
                    texts.add(text);
                }
            }
        }
        return List.copyOf(texts);
    }

    /// The part `spans`; empty where it is absent.
    public List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        if (parts.get("spans") instanceof JsonValue.Arr(List<JsonValue> elements)) {
            for (JsonValue element : elements) {
                if (element instanceof JsonValue.Arr(List<JsonValue> four)) {
                    spans.add(new Span(
                            (int) integer(four, 0), (int) integer(four, 1), integer(four, 2), integer(four, 3)));
                }
            }
        }
        return List.copyOf(spans);
    }

    /// The part `lots`; empty where it is absent.
    public List<Lot> lots() {
        List<Lot> lots = new ArrayList<>();
        if (parts.get("lots") instanceof JsonValue.Arr(List<JsonValue> elements)) {
            for (JsonValue element : elements) {
                if (element instanceof JsonValue.Arr(List<JsonValue> two)
                        && two.getFirst() instanceof JsonValue.Str(String what)) {
                    lots.add(new Lot(what, integer(two, 1)));
                }
            }
        }
        return List.copyOf(lots);
    }

    /// Class of the note, `S`, `C` or `M`; M where nothing is said.
    public char noteClass() {
        String said = findText(Act.NOTE_CLASS);
        return said == null ? 'M' : said.charAt(0);
    }

    private static boolean isOf(Part part, JsonValue value) {
        return switch (part.type()) {
            case TEXT -> isText(value, MOST_TEXT);
            case NAME -> isText(value, MOST_NAME);
            case WORD ->
                value instanceof JsonValue.Str(String word) && part.words().contains(word);
            case TIME -> value instanceof JsonValue.Num;
            case NUMBER -> value instanceof JsonValue.Num(long number) && number >= 0 && number <= 10_000_000;
            case FLAG -> value instanceof JsonValue.Bool;
            case TEXTS -> isList(value, MOST_ALTERNATIVES, each -> isText(each, MOST_TEXT));
            case ADDRESS -> matches(value, ADDRESS);
            case ADDRESSES -> isList(value, MOST_ADDRESSES, each -> matches(each, ADDRESS));
            case ITEM -> matches(value, ITEM);
            case HASH -> matches(value, HASH);
            case NOTE -> matches(value, COMMITMENT);
            case SPANS -> isList(value, MOST_ADDRESSES, Statement::isSpan);
            case LOTS -> isList(value, MOST_ADDRESSES, Statement::isLot);
        };
    }

    private static String expected(Part part) {
        return switch (part.type()) {
            case TEXT -> "a text of 1 to 2,000 characters is expected";
            case NAME -> "a name of 1 to 64 characters is expected";
            case WORD -> "one of " + String.join(", ", part.words()) + " is expected";
            case TIME -> "a moment in milliseconds UTC is expected";
            case NUMBER -> "a whole number is expected";
            case FLAG -> "true or false is expected";
            case TEXTS -> "one to ten texts are expected";
            case ADDRESS -> "an address such as 12/3 is expected";
            case ADDRESSES -> "one to 1,000 addresses such as 12/3 are expected";
            case ITEM -> "an observation such as 12/3, or an entry such as 12, is expected";
            case HASH -> "a SHA-256 in lower-case hexadecimal is expected";
            case NOTE -> "a commitment in base64 is expected";
            case SPANS -> "arrays [stretch, side, from, to] are expected, side -1, 0 or 1, to after from";
            case LOTS -> "arrays [class or kind, how many] are expected";
        };
    }

    private static boolean isText(JsonValue value, int most) {
        return value instanceof JsonValue.Str(String text) && !text.isBlank() && text.length() <= most;
    }

    private static boolean matches(JsonValue value, Pattern pattern) {
        return value instanceof JsonValue.Str(String text)
                && pattern.matcher(text).matches();
    }

    private static boolean isList(JsonValue value, int most, java.util.function.Predicate<JsonValue> each) {
        return value instanceof JsonValue.Arr(List<JsonValue> elements)
                && !elements.isEmpty()
                && elements.size() <= most
                && elements.stream().allMatch(each);
    }

    private static boolean isSpan(JsonValue value) {
        return value instanceof JsonValue.Arr(List<JsonValue> four)
                && four.size() == 4
                && four.stream().allMatch(JsonValue.Num.class::isInstance)
                && integer(four, 0) >= 0
                && integer(four, 0) < 10_000
                && Math.abs(integer(four, 1)) <= 1
                && integer(four, 3) > integer(four, 2);
    }

    private static boolean isLot(JsonValue value) {
        return value instanceof JsonValue.Arr(List<JsonValue> two)
                && two.size() == 2
                && isText(two.getFirst(), MOST_NAME)
                && two.get(1) instanceof JsonValue.Num(long count)
                && count >= 0
                && count <= 10_000_000;
    }

    private static long integer(List<JsonValue> elements, int position) {
        return elements.get(position) instanceof JsonValue.Num(long number) ? number : 0;
    }
}
