package truceline.duty.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import truceline.agreement.phrase.Template;

/// A language in which states and reasons are told. All have the same keys with the same values. English is the
/// language of the program; no lawyer has read the others. Names, conditions and quantities of an agreement stay as
/// they are written there. Immutable.
@SuppressWarnings("ImmutableEnumChecker") // the tables cannot be changed
public enum Language {
    EN(EnglishText.sentences(), EnglishText.words()),
    UK(UkrainianText.sentences(), UkrainianText.words()),
    FR(FrenchText.sentences(), FrenchText.words()),
    RU(RussianText.sentences(), RussianText.words());

    private final SortedMap<String, String> sentences;
    private final SortedMap<String, String> words;

    Language(SortedMap<String, String> sentences, SortedMap<String, String> words) {
        this.sentences = sentences;
        this.words = words;
    }

    /// The language of a code of two letters (`fr`).
    public static Optional<Language> find(String code) {
        for (Language language : values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /// Two lower-case letters of ISO 639.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// All keys of sentences, ascending.
    public List<String> keys() {
        return List.copyOf(sentences.keySet());
    }

    /// All words of closed lists, ascending.
    List<String> closedWords() {
        return List.copyOf(words.keySet());
    }

    /// The sentence of a key, with `{0}`, `{1}` and so on for its values.
    String template(String key) {
        String text = sentences.get(key);
        if (text == null) {
            throw new IllegalStateException("no words for " + key);
        }
        return text;
    }

    /// A sentence with its values. Words, lengths, spans and numbers among the values are told in this language. Throws
    /// {@link IllegalStateException} where the key has no words.
    ///
    /// @param parts sentences of this language for the value that other reasons tell; empty where there are none
    public String sentence(String key, List<String> values, List<String> parts) {
        String sorts = ValueSorts.of(key);
        List<String> told = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            char sort = i < sorts.length() ? sorts.charAt(i) : ValueSorts.AS_IT_IS;
            told.add(sort == ValueSorts.PARTS && !parts.isEmpty() ? joined(parts) : value(sort, values.get(i)));
        }
        return Template.fill(template(key), told);
    }

    /// A sentence whose values no other reason tells.
    public String sentence(String key, String... values) {
        return sentence(key, List.of(values), List.of());
    }

    /// A word of a closed list (`fulfilled-late`); another word stays as it is.
    public String word(String word) {
        return words.getOrDefault(word, word);
    }

    /// Sentences in a row.
    public String joined(List<String> parts) {
        String all = parts.isEmpty() ? "" : parts.getFirst();
        for (String part : parts.subList(Math.min(1, parts.size()), parts.size())) {
            all = sentence("line-and", all, part);
        }
        return all;
    }

    private String value(char sort, String value) {
        return switch (sort) {
            case ValueSorts.WORD -> word(value);
            case ValueSorts.NUMBER -> number(value);
            case ValueSorts.MEASURE -> measure(value);
            case ValueSorts.EVENT -> event(value);
            default -> value;
        };
    }

    private String number(String value) {
        return this == EN ? value : value.replace('.', ',');
    }

    /// A number and its unit: `43.0 km`, `30 days`.
    private String measure(String value) {
        int space = value.indexOf(' ');
        return space < 0
                ? value
                : number(value.substring(0, space))
                        + (this == EN ? ' ' : Spaces.FIXED)
                        + word(value.substring(space + 1));
    }

    /// What is waited for: a name, a breach as {@link truceline.agreement.phrase.Event} writes it, or nothing that the
    /// text says.
    private String event(String value) {
        int at = value.indexOf(" breached");
        if (at < 0) {
            return value.equals("open") ? word(value) : value;
        }
        int by = value.indexOf(" by ", at);
        return by < 0
                ? sentence("event-breached", value.substring(0, at))
                : sentence("event-breached-by", value.substring(0, at), value.substring(by + 4));
    }
}
