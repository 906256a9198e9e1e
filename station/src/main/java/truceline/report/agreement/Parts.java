package truceline.report.agreement;

import java.io.IOException;
import truceline.report.Markup;

/// The parts of the copy: each gets the next letter, so that the numbers stay the agreement's own. Not thread-safe.
final class Parts {
    private final Markup html;
    private final Terms terms;
    private char next = 'A';

    Parts(Markup html, Terms terms) {
        this.html = html;
        this.terms = terms;
    }

    void heading(String title, String anchor) throws IOException {
        html.raw("<h2 id=\"part-" + anchor + "\"><span>" + next + "</span> ")
                .text(title)
                .raw("</h2>\n");
        next++;
    }

    void phrase(String phrase) throws IOException {
        terms.write(phrase);
    }
}
