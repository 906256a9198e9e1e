package truceline.agreement.compile;

import java.util.List;

/// The words of a phrase, taken one after the other. A phrase has single spaces between its words.
final class PhraseWords {
    private final List<String> words;
    private int at;

    PhraseWords(String text) {
        words = List.of(text.split(" ", -1));
    }

    int left() {
        return words.size() - at;
    }

    boolean isDone() {
        return at == words.size();
    }

    /// The word `ahead` places on, or nothing beyond the end.
    String peek(int ahead) {
        return at + ahead < words.size() ? words.get(at + ahead) : "";
    }

    String next() {
        String word = peek(0);
        at = Math.min(at + 1, words.size());
        return word;
    }

    /// Takes these words if they stand next, all of them or none.
    boolean take(String... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (!peek(i).equals(expected[i])) {
                return false;
            }
        }
        at += expected.length;
        return true;
    }
}
