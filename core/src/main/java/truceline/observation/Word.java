package truceline.observation;

import java.util.Optional;

/// A closed vocabulary: each constant has the one word that stands in files, entries and tables.
public interface Word {
    /// The word, in lower case with hyphens.
    String word();

    /// The constant of a vocabulary that is written so, if there is one.
    static <E extends Enum<E> & Word> Optional<E> find(Class<E> vocabulary, String word) {
        for (E each : vocabulary.getEnumConstants()) {
            if (each.word().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
