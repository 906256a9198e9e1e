package truceline.agreement.phrase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The constants of an enum as words of the format: `MUST_NOT` is written `must-not`.
public final class ClosedWords {
    private static final ClassValue<SortedMap<String, Enum<?>>> BY_WORD = new ClassValue<>() {
        @Override
        protected SortedMap<String, Enum<?>> computeValue(Class<?> words) {
            SortedMap<String, Enum<?>> byWord = new TreeMap<>();
            for (Object constant : words.getEnumConstants()) {
                byWord.put(word((Enum<?>) constant), (Enum<?>) constant);
            }
            return Collections.unmodifiableSortedMap(byWord);
        }
    };

    private ClosedWords() {}

    /// The word for a constant.
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The constant for a word, if it is one of the closed list.
    public static <E extends Enum<E>> Optional<E> find(Class<E> words, String word) {
        return Optional.ofNullable(BY_WORD.get(words).get(word)).map(words::cast);
    }

    /// All words of a closed list, in its own order.
    public static <E extends Enum<E>> List<String> all(Class<E> words) {
        List<String> all = new ArrayList<>();
        for (E constant : words.getEnumConstants()) {
            all.add(word(constant));
        }
        return List.copyOf(all);
    }
}
