package truceline.agreement.compile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import truceline.agreement.Node;

/// Words by language.
final class Texts {
    private Texts() {}

    /// Reads `{en: ".."}`; every language is one of the authentic ones, as far as these are known.
    static SequencedMap<String, String> read(Scope scope, Node node, List<String> languages) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        Node.Mapping mapping = scope.mapping(node);
        if (mapping.entries().isEmpty() && node instanceof Node.Mapping) {
            scope.fault(node, "empty-value", "There is no text here; write it under its language.");
        }
        for (Node.Entry entry : mapping.entries()) {
            if (!languages.isEmpty() && !languages.contains(entry.key().text())) {
                scope.fault(
                        entry.key(),
                        "unknown-language",
                        Quoted.of(entry.key().text()) + " is no language of this agreement; list it under"
                                + " 'languages: authentic' or use one of " + Quoted.some(languages) + ".");
            }
            texts.putIfAbsent(entry.key().text(), scope.scalar(entry.value()).text());
        }
        return Collections.unmodifiableSequencedMap(texts);
    }

    /// The languages in which the texts of this file bind, as far as they are well formed.
    static List<String> languages(Scope scope) {
        Node languages = scope.root().find("languages").orElse(null);
        Node authentic =
                languages instanceof Node.Mapping keys ? keys.find("authentic").orElse(null) : null;
        return authentic == null
                ? List.of()
                : scope.muted().words(authentic).stream().map(Node.Scalar::text).toList();
    }

    /// `en`, `ukr`, `sr-Latn`
    static boolean isLanguage(String code) {
        int hyphen = code.indexOf('-');
        String language = hyphen < 0 ? code : code.substring(0, hyphen);
        boolean fine = language.length() >= 2
                && language.length() <= 3
                && language.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
        return fine && (hyphen < 0 || Names.isName(code.substring(hyphen + 1), false) && code.length() <= 12);
    }
}
