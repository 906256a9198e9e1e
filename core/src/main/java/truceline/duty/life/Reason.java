package truceline.duty.life;

import java.util.List;
import truceline.compliance.PlaceReason;
import truceline.duty.words.Language;

/// One reason why a provision stands where it stands: the key of a message and what is put into it. The words of
/// every language follow the same keys.
///
/// @param key lower-case words with hyphens
/// @param values what stands for `{0}`, `{1}` and so on
/// @param parts the reasons behind the one value that is a place, which is told in English among the values; else empty
public record Reason(String key, List<String> values, List<Reason> parts) {
    public Reason {
        values = List.copyOf(values);
        parts = List.copyOf(parts);
    }

    public Reason(String key, List<String> values) {
        this(key, values, List.of());
    }

    static Reason of(String key, Object... values) {
        String[] texts = new String[values.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(values[i]);
        }
        return new Reason(key, List.of(texts));
    }

    /// Where something was.
    static Reason place(List<PlaceReason> place) {
        return new Reason("place", List.of(PlaceReason.english(place)), parts(place));
    }

    /// Where something was, as it concerns somebody.
    ///
    /// @param lines names of the lines that it is measured from, which may be none
    static Reason placeFor(String who, List<PlaceReason> place, List<String> lines) {
        List<String> values = List.of(who, PlaceReason.english(place), String.join(", ", lines));
        return new Reason(lines.isEmpty() ? "place-for" : "place-by-line", values, parts(place));
    }

    private static List<Reason> parts(List<PlaceReason> place) {
        return place.stream().map(part -> new Reason(part.key(), part.values())).toList();
    }

    /// The reason in a language.
    public String in(Language language) {
        return language.sentence(
                key, values, parts.stream().map(part -> part.in(language)).toList());
    }

    /// The reason in English.
    public String english() {
        return in(Language.EN);
    }
}
