package truceline.report.agreement;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import truceline.agreement.Agreement;
import truceline.report.Markup;

/// Writes phrases of an agreement so that every declared name leads to its definition and every value that was left
/// open stands out. Not thread-safe.
final class Terms {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern DAY_BEFORE = Pattern.compile("([A-Za-z0-9-]+)-[0-9]+");
    private static final List<String> BEFORE_ID = List.of("on", "by", "after", "before", "under", "if", "unless", "or");
    private static final List<String> AFTER_ID =
            List.of("fulfilled", "running", "breached", "suspended", "excused", "triggered");
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+");

    private final Map<String, String> anchors = new TreeMap<>();
    private final Markup html;

    Terms(Agreement agreement, Markup html) {
        this.html = html;
        List.of(
                        agreement.parties(),
                        agreement.others(),
                        agreement.bodies(),
                        agreement.forces(),
                        agreement.days(),
                        agreement.lines(),
                        agreement.places(),
                        agreement.zones(),
                        agreement.classes(),
                        agreement.facts())
                .forEach(section -> section.keySet().forEach(name -> anchors.put(name, "def-" + name)));
        agreement.provisions().keySet().forEach(id -> anchors.put(id, "p-" + id));
    }

    /// A phrase or a sentence.
    void write(String phrase) throws IOException {
        Matcher token = TOKEN.matcher(phrase);
        int done = 0;
        String before = "";
        while (token.find()) {
            html.text(phrase.substring(done, token.start()));
            write(token.group(), before, next(phrase, token.end()));
            before = token.group();
            done = token.end();
        }
        html.text(phrase.substring(done));
    }

    private void write(String word, String before, String after) throws IOException {
        if (word.equals("open")) {
            html.raw("<b class=\"open\">open</b>");
            return;
        }
        Matcher counted = DAY_BEFORE.matcher(word);
        if (!anchors.containsKey(word) && counted.matches() && anchors.containsKey(counted.group(1))) {
            link(counted.group(1));
            html.text(word.substring(counted.end(1)));
        } else if (anchors.containsKey(word) && isMeant(word, before, after)) {
            link(word);
        } else {
            html.text(word);
        }
    }

    /// `2 findings` and `5 days` hold numbers, `after 5.b` and `2.1 breached` hold provisions.
    private static boolean isMeant(String word, String before, String after) {
        if (!NUMBER.matcher(word).matches()) {
            return true;
        }
        return AFTER_ID.contains(after) || BEFORE_ID.contains(before) && (after.isEmpty() || !isUnit(after));
    }

    private static boolean isUnit(String word) {
        return List.of("min", "h", "day", "days", "month", "months", "m", "km", "nm", "ft", "findings", "persons")
                .contains(word);
    }

    private static String next(String phrase, int from) {
        Matcher next = TOKEN.matcher(phrase);
        boolean joined = from < phrase.length() && phrase.charAt(from) == ' ';
        return joined && next.find(from) && next.start() == from + 1 ? next.group() : "";
    }

    private void link(String name) throws IOException {
        html.element("a", " class=\"t\" href=\"#" + anchors.get(name) + "\"", name);
    }
}
