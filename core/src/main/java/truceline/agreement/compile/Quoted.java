package truceline.agreement.compile;

import java.util.Collection;
import java.util.List;

/// Words of a file as they stand in a message: quoted, and cut when long.
final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    static String of(String text) {
        int end = text.length();
        if (text.codePointCount(0, end) > LONGEST) {
            end = text.offsetByCodePoints(0, LONGEST);
            return "'" + text.substring(0, end) + "…'";
        }
        return "'" + text + "'";
    }

    /// `a, b, c`, cut after a few.
    static String some(Collection<String> words) {
        List<String> list = List.copyOf(words);
        return String.join(", ", list.subList(0, Math.min(8, list.size()))) + (list.size() > 8 ? ", …" : "");
    }

    /// `a, b or c`
    static String anyOf(Collection<String> words) {
        List<String> list = List.copyOf(words);
        if (list.size() < 2) {
            return String.join("", list);
        }
        return String.join(", ", list.subList(0, list.size() - 1)) + " or " + list.getLast();
    }

    /// ` (did you mean 'x'?)`, when one of the words differs by at most two letters; else nothing.
    static String hint(String word, Collection<String> words) {
        String best = "";
        int least = 3;
        for (String candidate : words.size() > 2000 || word.length() > 64 ? List.<String>of() : words) {
            int distance = distance(word, candidate, least);
            if (distance < least && distance < word.length() && distance < candidate.length()) {
                least = distance;
                best = candidate;
            }
        }
        return best.isEmpty() ? "" : " (did you mean '" + best + "'?)";
    }

    private static int distance(String a, String b, int enough) {
        if (Math.abs(a.length() - b.length()) >= enough) {
            return enough;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int same = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(same, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
