package truceline.duty.life;

import java.util.SortedMap;
import java.util.TreeMap;

/// The reasons in English, by key.
final class ReasonText {
    private static final SortedMap<String, String> ENGLISH = new TreeMap<>();

    private ReasonText() {}

    static String english(Reason reason) {
        String text = ENGLISH.get(reason.key());
        if (text == null) {
            throw new IllegalStateException("no words for " + reason.key());
        }
        for (int i = reason.values().size() - 1; i >= 0; i--) {
            text = text.replace("{" + i + "}", reason.values().get(i));
        }
        return text;
    }
}
