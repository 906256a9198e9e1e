package truceline.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What every HTML document of a station has alike: its head, the mark of a demonstration, the two answers about an
/// incident, and how to check it.
public final class Sheet {
    private Sheet() {}

    /// Everything up to the body's first element.
    ///
    /// @param styles names of style sheets in the jar, in their order
    public static void begin(Markup html, String title, String... styles) throws IOException {
        begin(html, title, "", List.of(styles));
    }

    /// The same, with rules of the document's own after those of the jar.
    public static void begin(Markup html, String title, String rules, List<String> styles) throws IOException {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\""
                + " content=\"width=device-width,initial-scale=1\"/><meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'\"/><meta name=\"referrer\""
                + " content=\"no-referrer\"/>");
        html.element("title", title).raw("<style>\n");
        for (String style : styles) {
            html.raw(style(style));
        }
        html.raw(rules).raw("</style></head><body>\n");
    }

    public static String style(String name) throws IOException {
        try (InputStream css = Sheet.class.getResourceAsStream("/report/" + name)) {
            if (css == null) {
                throw new IllegalStateException("the style sheet " + name + " is missing from the jar");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void demo(Markup html, boolean isDemo) throws IOException {
        if (isDemo) {
            html.raw("<p class=\"demo ui\">" + Phrases.DEMO + "</p>");
        }
    }

    /// Both ladders side by side: whether it happened, and who is responsible.
    static void status(Markup html, Decision decision) throws IOException {
        html.raw("<span class=\"v\">" + Marks.of(decision.verification()) + "<b>"
                + code(decision) + Phrases.verification(decision.verification())
                + "</b></span><span class=\"a\">"
                + Marks.of(decision.attribution().level()) + "<b>"
                + decision.attribution().level() + " "
                + Phrases.attribution(decision.attribution().level()) + "</b></span>");
    }

    private static String code(Decision decision) {
        String word = decision.verification().word();
        return word.startsWith("V") ? word + " " : "";
    }

    /// How a reader checks the document himself; leaves the element `footer` open.
    static void check(Markup html, Footer footer) throws IOException {
        html.raw(
                        "<footer class=\"ft\"><b>Check it yourself.</b> <span class=\"id\">truceline audit DIR</span> recomputes"
                                + " every figure from the ledger. Origin <span class=\"id\">")
                .text(footer.origin());
        html.raw("</span>, tree size " + Words.number(footer.treeSize()) + ", root <span class=\"id\">")
                .text(footer.rootBase64());
        html.raw("</span>.<br/>");
    }

    /// A section's heading with its number.
    static void heading(Markup html, int number, String text) throws IOException {
        html.raw("<h2><span>" + number + "</span>").text(text).raw("</h2>");
    }

    /// The head of a table; a name that begins with `#` is a column of numbers.
    static void head(Markup html, String... names) throws IOException {
        html.raw("<thead><tr>");
        for (String name : names) {
            boolean isNumber = name.startsWith("#");
            html.raw("<th scope=\"col\"" + (isNumber ? " class=\"n\">" : ">") + name.substring(isNumber ? 1 : 0)
                    + "</th>");
        }
        html.raw("</tr></thead>");
    }
}
