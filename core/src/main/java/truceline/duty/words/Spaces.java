package truceline.duty.words;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The spaces of a language at which no line breaks. The tables are written with plain ones.
final class Spaces {
    static final char FIXED = '\u00a0';
    static final char NARROW = '\u202f';

    private Spaces() {}

    /// Before `:` and within `« »` a fixed space, before `;` and `%` a narrow one: the rules of the Imprimerie
    /// nationale.
    static SortedMap<String, String> french(Map<String, String> table) {
        SortedMap<String, String> spaced = new TreeMap<>();
        table.forEach((key, text) -> spaced.put(
                key,
                text.replace(" :", FIXED + ":")
                        .replace(" ;", NARROW + ";")
                        .replace(" %", NARROW + "%")
                        .replace("« ", "«" + FIXED)
                        .replace(" »", FIXED + "»")));
        return Collections.unmodifiableSortedMap(spaced);
    }

    /// Before a dash and before `%` a fixed space.
    static SortedMap<String, String> cyrillic(Map<String, String> table) {
        SortedMap<String, String> spaced = new TreeMap<>();
        table.forEach(
                (key, text) -> spaced.put(key, text.replace(" —", FIXED + "—").replace(" %", FIXED + "%")));
        return Collections.unmodifiableSortedMap(spaced);
    }
}
