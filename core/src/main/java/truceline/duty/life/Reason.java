package truceline.duty.life;

import java.util.List;

/// One reason why a provision stands where it stands: the key of a message and what is put into it. The words of
/// every language follow the same keys.
///
/// @param key lower-case words with hyphens
/// @param values what stands for `{0}`, `{1}` and so on
public record Reason(String key, List<String> values) {
    public Reason {
        values = List.copyOf(values);
    }

    static Reason of(String key, Object... values) {
        String[] texts = new String[values.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(values[i]);
        }
        return new Reason(key, List.of(texts));
    }

    /// The reason in English.
    public String english() {
        return ReasonText.english(this);
    }
}
