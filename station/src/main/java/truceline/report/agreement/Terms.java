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
    private final List<String> days;
    private final Markup html;

    Terms(Agreement agreement, Markup html) {
        this.html = html;
        this.days = List.copyOf(agreement.days().keySet());
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
            if (token.start() < done) {
                continue;
            }
            html.text(phrase.substring(done, token.start()));
            done = write(phrase, token, before);
            before = token.group();
        }
        html.text(phrase.substring(done));
    }

    /// Writes a word, and with a marked one what follows it without a space; says where it stopped.
    private int write(String phrase, Matcher token, String before) throws IOException {
        String word = token.group();
        Matcher counted = DAY_BEFORE.matcher(word);
        boolean isCounted = !anchors.containsKey(word) && counted.matches() && days.contains(counted.group(1));
        String name = isCounted ? counted.group(1) : word;
        boolean isOpen = word.equals("open");
        if (!isOpen && !(anchors.containsKey(name) && isMeant(word, before, next(phrase, token.end())))) {
            html.text(word);
            return token.end();
        }
        int end = phrase.indexOf(' ', token.end());
        int stop = end < 0 ? phrase.length() : end;
        html.raw("<span class=\"w\">");
        if (isOpen) {
            html.raw("<b class=\"open\">open</b>");
        } else {
            html.element("a", " class=\"t\" href=\"#" + anchors.get(name) + "\"", name);
        }
        html.text(phrase.substring(token.start() + name.length(), stop)).raw("</span>");
        return stop;
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
}
