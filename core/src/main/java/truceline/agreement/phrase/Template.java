package truceline.agreement.phrase;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A sentence with numbered places for values, `{0}` to `{9}`. In one language it may name its values in another order
/// than in the next.
public final class Template {
    private Template() {}

    /// Sentences by key from a text with one `key = sentence` a line, ascending; cannot be changed. Throws {@link
    /// IllegalStateException} where a line is not of that form, or a key stands twice.
    public static SortedMap<String, String> table(String text) {
        SortedMap<String, String> byKey = new TreeMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf(" = ");
            if (equals < 0 || byKey.put(line.substring(0, equals), line.substring(equals + 3)) != null) {
                throw new IllegalStateException("not a line of a table: " + line);
            }
        });
        return Collections.unmodifiableSortedMap(byKey);
    }

    /// The sentence with its values. Throws {@link IndexOutOfBoundsException} where it asks for a value that is not
    /// there.
    public static String fill(String text, List<String> values) {
        StringBuilder words = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            boolean isValue = isValue(text, at);
            words.append(isValue ? values.get(text.charAt(at + 1) - '0') : String.valueOf(text.charAt(at)));
            at += isValue ? 3 : 1;
        }
        return words.toString();
    }

    private static boolean isValue(String text, int at) {
        return text.charAt(at) == '{'
                && at + 2 < text.length()
                && text.charAt(at + 1) >= '0'
                && text.charAt(at + 1) <= '9'
                && text.charAt(at + 2) == '}';
    }
}
