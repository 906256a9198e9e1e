package truceline.report.agreement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import truceline.agreement.Agreement;

/// Texts by language, and texts inside a style sheet.
final class Texts {
    private Texts() {}

    /// A text and the language it was found in.
    record Found(String language, String text) {}

    /// The text in a language, else the first there is, else nothing.
    static Found in(String language, SequencedMap<String, String> texts) {
        String text = texts.get(language);
        if (text != null) {
            return new Found(language, text);
        }
        Map.Entry<String, String> first = texts.firstEntry();
        return first == null ? new Found(language, "") : new Found(first.getKey(), first.getValue());
    }

    static List<String> languages(Agreement agreement) {
        SequencedSet<String> found =
                new LinkedHashSet<>(agreement.identity().title().sequencedKeySet());
        agreement
                .provisions()
                .values()
                .forEach(provision -> found.addAll(provision.text().sequencedKeySet()));
        return List.copyOf(found);
    }

    /// A text as a string of CSS, in which nothing can end the string or the style element.
    static String css(String text) {
        StringBuilder css = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            boolean isPlain =
                    Character.isLetterOrDigit(point) || point == ' ' || point == '.' || point == ',' || point == '-';
            if (isPlain) {
                css.appendCodePoint(point);
            } else {
                css.append('\\').append(Integer.toHexString(point)).append(' ');
            }
        });
        return css.append('"').toString();
    }
}
