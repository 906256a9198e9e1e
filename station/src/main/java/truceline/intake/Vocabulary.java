package truceline.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import truceline.observation.Word;

/// A closed list of words as a file may write them: case, blanks, underscores and hyphens make no difference.
/// Immutable once built.
final class Vocabulary<E> {
    private final Map<String, E> meanings = new HashMap<>();

    static <E extends Enum<E> & Word> Vocabulary<E> of(Class<E> words) {
        Vocabulary<E> vocabulary = new Vocabulary<>();
        for (E each : List.of(words.getEnumConstants())) {
            vocabulary.with(each, each.word());
        }
        return vocabulary;
    }

    Vocabulary<E> with(E meaning, String... words) {
        for (String word : words) {
            meanings.put(plain(word), meaning);
        }
        return this;
    }

    @Nullable
    E find(String written) {
        return meanings.get(plain(written));
    }

    private static String plain(String written) {
        String lower = written.strip().toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean gap = c == ' ' || c == '_' || c == '-' || c == '\u2010' || c == '\u2011' || c == '\u00A0';
            if (!gap) {
                plain.append(c);
            } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != '-') {
                plain.append('-');
            }
        }
        return plain.toString();
    }
}
