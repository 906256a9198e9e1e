package truceline.duty.words;

import java.util.List;
import java.util.SortedMap;
import truceline.agreement.phrase.Template;

/// Which values of a sentence are told in the words of a language, by key: one letter a value. Everything else is a
/// name or a quotation, and stays as it is.
final class ValueSorts {
    static final char AS_IT_IS = '-';
    /// A word of a closed list.
    static final char WORD = 'w';
    /// A decimal number.
    static final char NUMBER = 'n';
    /// A number with a unit.
    static final char MEASURE = 'm';
    /// Something that is waited for.
    static final char EVENT = 'e';
    /// What other reasons tell.
    static final char PARTS = 'p';

    private static final SortedMap<String, String> BY_KEY = Template.table("""
            balance = -w-n
            balance-beyond = -w-nn
            balance-within = -w-nn
            count-waits = e
            day-not-set = e
            deadline-waits = e
            height-close = ---w-
            height-inside = ---w-
            height-outside = ---w-
            height-surface = ---w-
            height-unknown = ---w-
            held = ---w
            notice-none = -m
            other-did = --n
            place = p
            place-at-boundary = m-
            place-at-line = m-
            place-by-line = -p-
            place-deep = m-m
            place-deep-about = m-mm
            place-for = -p-
            place-from = m-
            place-from-edge = m-
            quantity = nn-
            quiet = -m
            quiet-not-yet = -m
            stands-otherwise = -w
            stands-so = -w
            step-waits = --w
            stood-last = w
            too-few = n-
            too-many = n-
            waits-for = e
            """);

    private ValueSorts() {}

    /// All keys that have such values, ascending.
    static List<String> keys() {
        return List.copyOf(BY_KEY.keySet());
    }

    static String of(String key) {
        return BY_KEY.getOrDefault(key, "");
    }
}
