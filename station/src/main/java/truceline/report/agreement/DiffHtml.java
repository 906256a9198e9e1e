package truceline.report.agreement;

import java.io.IOException;
import java.util.List;
import truceline.report.Markup;
import truceline.report.Sheet;

/// A redline as one HTML file that needs nothing else: what is gone is struck through, what is new is underlined, so
/// that it reads in black and white and aloud (`del` and `ins`). The same files give the same bytes.
public final class DiffHtml {
    private final AgreementDiff diff;
    private final Markup html;

    private DiffHtml(AgreementDiff diff, Markup html) {
        this.diff = diff;
        this.html = html;
    }

    public static void write(AgreementDiff diff, Appendable out) throws IOException {
        new DiffHtml(diff, new Markup(out)).write();
    }

    private void write() throws IOException {
        String title = "Redline of " + DiffWords.versions(diff);
        Sheet.begin(html, title, "@page{size:A4;margin:20mm}\n", List.of("agreement.css"));
        html.raw("<main class=\"pg\">\n<header><p class=\"kind\">Redline</p>");
        if (!DiffWords.isOneAgreement(diff)) {
            html.element("h1", diff.old().identity().title().firstEntry().getValue());
            html.raw("<p class=\"ver\">compared with</p>");
        }
        html.element("h1", diff.young().identity().title().firstEntry().getValue());
        html.raw("<p class=\"ver\">").text(DiffWords.versions(diff)).raw("</p></header>\n<table class=\"kv\"><tbody>");
        fact("Signed bytes of the older", diff.oldBytes().sha256());
        fact("Signed bytes of the newer", diff.youngBytes().sha256());
        html.raw("</tbody></table><div class=\"how\"><p>")
                .text(DiffWords.supersedes(diff))
                .raw(" ");
        html.text(DiffWords.summary(diff));
        html.raw(" <del>Struck through</del> is gone, <ins>underlined</ins> is new.</p></div>\n");
        if (!diff.provisions().isEmpty()) {
            html.raw("<h2>The provisions</h2>\n<table class=\"df\"><tbody>");
            for (AgreementDiff.ProvisionChange change : diff.provisions()) {
                provision(change);
            }
            html.raw("</tbody></table>\n");
        }
        changes("Head and definitions", diff.elements());
        changes("Not signed", diff.unsigned());
        html.raw("</main>\n</body></html>\n");
    }

    private void fact(String name, String hash) throws IOException {
        html.raw("<tr>").element("th", " scope=\"row\"", name).raw("<td>");
        html.element("span", " class=\"m\"", hash).raw("</td></tr>");
    }

    private void provision(AgreementDiff.ProvisionChange change) throws IOException {
        html.raw("<tr>").element("th", " scope=\"row\"", change.id());
        html.raw("<td><p class=\"rd\">").text(DiffWords.heading(change)).raw("</p>");
        for (AgreementDiff.Part part : change.parts()) {
            part(part);
        }
        html.raw("</td></tr>\n");
    }

    private void part(AgreementDiff.Part part) throws IOException {
        boolean isNorm = part.label().startsWith("norm");
        if (!isNorm || part.before().isEmpty() || part.after().isEmpty()) {
            html.raw("<p><i>").text(DiffWords.label(part)).raw(":</i> ");
            redline(part, WordDiff.Kind.values());
            html.raw("</p>");
            return;
        }
        html.raw("<p><i>").text(part.label()).raw(", before:</i> ");
        redline(part, WordDiff.Kind.SAME, WordDiff.Kind.REMOVED);
        html.raw("</p><p><i>").text(part.label()).raw(", after:</i> ");
        redline(part, WordDiff.Kind.SAME, WordDiff.Kind.ADDED);
        html.raw("</p>");
    }

    private void changes(String title, List<AgreementDiff.Change> changes) throws IOException {
        if (changes.isEmpty()) {
            return;
        }
        html.element("h2", title).raw("\n");
        String section = "";
        for (AgreementDiff.Change change : changes) {
            if (!change.section().equals(section)) {
                html.raw(section.isEmpty() ? "" : "</tbody></table>");
                section = change.section();
                html.element("h3", section).raw("<table class=\"df\"><tbody>");
            }
            html.raw("<tr>")
                    .element("th", " scope=\"row\"", change.part().label())
                    .raw("<td><p>");
            redline(change.part(), WordDiff.Kind.values());
            html.raw("</p></td></tr>");
        }
        html.raw("</tbody></table>\n");
    }

    private void redline(AgreementDiff.Part part, WordDiff.Kind... kinds) throws IOException {
        for (WordDiff.Run run : WordDiff.of(part.before(), part.after()).runs()) {
            if (!List.of(kinds).contains(run.kind())) {
                continue;
            }
            switch (run.kind()) {
                case SAME -> html.text(run.text());
                case REMOVED -> html.element("del", run.text());
                case ADDED -> html.element("ins", run.text());
            }
        }
    }
}
