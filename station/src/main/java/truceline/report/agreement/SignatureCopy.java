package truceline.report.agreement;

import java.io.IOException;
import java.util.List;
import java.util.SequencedMap;
import truceline.agreement.Actor;
import truceline.agreement.Agreement;
import truceline.agreement.Identity;
import truceline.agreement.Node;
import truceline.agreement.Provision;
import truceline.agreement.phrase.Basis;
import truceline.agreement.phrase.Leaf;
import truceline.report.Markup;
import truceline.report.Sheet;

/// The copy of an agreement that is signed, as one HTML file that needs nothing else: the text on the left, beside it
/// the norm that is computed from it, read as a sentence; then what the words mean, what is open, and where to sign.
///
/// What is not signed is not on it. Parties and readings stand in the order of the file and in one weight. The same
/// file gives the same bytes, which are also well-formed XML; {@link CopyPdf} prints them. English around the texts,
/// the texts in the language that is asked for.
public final class SignatureCopy {
    private static final int MOST_OF_A_TITLE = 80;
    private static final String SERIF = "\"Liberation Serif\",Georgia,serif";

    private final Agreement agreement;
    private final Node root;
    private final SignedBytes signed;
    private final String fileName;
    private final String language;
    private final Markup html;
    private final Terms terms;

    private SignatureCopy(
            Agreement agreement, Node root, SignedBytes signed, String fileName, String language, Markup html) {
        this.agreement = agreement;
        this.root = root;
        this.signed = signed;
        this.fileName = fileName;
        this.language = language;
        this.html = html;
        this.terms = new Terms(agreement, html);
    }

    /// Writes the copy.
    ///
    /// @param root the tree that the agreement was compiled from
    /// @param fileName name of the file, for the command that recomputes the hash
    /// @param language of the texts; where a text has none in it, the first that it has stands there, marked
    public static void write(
            Agreement agreement, Node root, SignedBytes signed, String fileName, String language, Appendable out)
            throws IOException {
        new SignatureCopy(agreement, root, signed, fileName, language, new Markup(out)).write();
    }

    private void write() throws IOException {
        Sheet.begin(html, title() + ", version " + agreement.version(), running(), List.of("agreement.css"));
        html.raw("<main class=\"pg\">\n");
        front();
        Parts parts = new Parts(html, terms);
        parts.heading("The parties", "parties");
        actors(agreement.parties());
        if (!agreement.others().isEmpty()) {
            parts.heading("Others who are named", "others");
            actors(agreement.others());
        }
        parts.heading("The provisions", "provisions");
        provisions();
        new CopyMeanings(agreement, html, terms, parts).write();
        new CopyOpen(root, html, parts).write();
        new CopySigning(agreement, signed, fileName, html, parts).write();
        html.raw("</main>\n</body></html>\n");
    }

    private String title() {
        return Texts.in(language, agreement.identity().title()).text();
    }

    /// What stands on every printed page: title, version, and the hash that a page is checked by.
    private String running() {
        String head = agreement.identity().status() == Identity.Status.DRAFT
                ? "Draft. Not agreed."
                : isModel() ? "Model. Not the text." : "Signature copy";
        String title = shortened(title());
        return "@page{size:A4;margin:23mm 20mm 24mm;" + box("top-left", Texts.css(title), "italic 8.5pt " + SERIF)
                + box("top-right", Texts.css(head + " Version " + agreement.version()), "8.5pt " + SERIF)
                + box("bottom-left", Texts.css("SHA-256 of what is signed  " + signed.sha256()), "7pt " + SERIF)
                + box("bottom-right", "\"Page \" counter(page) \" of \" counter(pages)", "8.5pt " + SERIF)
                + "}\n@page:first{@top-left{content:none}@top-right{content:none}}\n";
    }

    /// What stands in brackets at the end says what kind of a text this is, and stays.
    private static String shortened(String title) {
        if (title.length() <= MOST_OF_A_TITLE) {
            return title;
        }
        int bracket = title.endsWith(")") ? title.lastIndexOf(" (") : -1;
        String end = bracket < MOST_OF_A_TITLE / 2 ? "" : title.substring(bracket);
        boolean fits = end.length() < MOST_OF_A_TITLE / 2;
        int most = MOST_OF_A_TITLE - (fits ? end.length() : 0);
        return title.substring(0, fits ? Math.min(most, bracket < 0 ? most : bracket) : most)
                + "\u2026"
                + (fits ? end : "");
    }

    /// Whether a provision stands here in other words than the signed ones.
    private boolean isModel() {
        return agreement.provisions().values().stream()
                .anyMatch(provision -> provision.origin().basis() != Basis.TEXT);
    }

    private String standing() {
        if (agreement.identity().status() == Identity.Status.DRAFT) {
            return ". A draft: not agreed.</p>";
        }
        if (!isModel()) {
            return ". The agreed text.</p>";
        }
        long signed = agreement.provisions().values().stream()
                .filter(provision -> provision.origin().basis() == Basis.TEXT)
                .count();
        return ". A model of something agreed, not the agreed text: " + signed + " of "
                + agreement.provisions().size() + " provisions stand in the signed words.</p>";
    }

    private static String box(String where, String content, String font) {
        return "@" + where + "{content:" + content + ";font:" + font + ";color:#474D54;white-space:nowrap}";
    }

    private void front() throws IOException {
        Identity identity = agreement.identity();
        html.raw("<header><p class=\"kind\">Signature copy</p>");
        html.element(
                "h1",
                " lang=\"" + Markup.escaped(Texts.in(language, identity.title()).language()) + "\"",
                title());
        html.raw("<p class=\"ver\">Version ").text(agreement.version());
        html.raw(standing());
        html.raw("</header>\n<table class=\"kv\"><tbody>");
        fact("Name of the text", agreement.id());
        Identity.Predecessor before = identity.supersedes();
        if (before != null) {
            Leaf<String> hash = before.sha256();
            fact("In place of", "version " + before.version() + ", SHA-256 of its file " + Words.text(hash));
        }
        String prevails = identity.prevails();
        fact(
                "Languages that bind",
                Words.and(identity.languages())
                        + (prevails == null ? "" : "; where they differ, " + prevails + " prevails"));
        fact("Every clock time is in", identity.timeZone().getId());
        if (identity.runsFrom() != null || identity.runsUntil() != null) {
            fact(
                    "Runs, where a norm does not say",
                    (identity.runsFrom() == null
                                    ? ""
                                    : "from " + identity.runsFrom().text())
                            + (identity.runsUntil() == null
                                    ? ""
                                    : " until " + identity.runsUntil().text()));
        }
        if (!identity.amendedBy().isEmpty()) {
            fact("A new version is signed by", Words.and(Words.names(identity.amendedBy())));
        }
        if (identity.pointsOf() != null) {
            fact("Numbers are the points of", identity.pointsOf());
        }
        html.raw("</tbody></table>\n");
        html.raw(
                "<div class=\"how\"><p>Left is the text. Right is the norm that is computed from it, read as a sentence in"
                        + " the words of the file; each of these words leads to what it means. A value that the drafters left open"
                        + " reads <b class=\"open\">open</b>: what depends on it is pending. Where parties read a provision"
                        + " differently, their readings stand beside each other in the order in which the file names the"
                        + " parties, and the words that differ are underlined; none of them is preferred. Below each text stands"
                        + " on what it rests: <i>text</i> (signed words), <i>text paraphrased</i> (our words of a text that was"
                        + " read), <i>official</i>, <i>reported</i>, <i>inferred</i> or <i>assumed</i>, and the source.</p></div>\n");
    }

    private void fact(String name, String value) throws IOException {
        html.raw("<tr>").element("th", " scope=\"row\"", name).raw("<td>");
        terms.write(value);
        html.raw("</td></tr>");
    }

    private void actors(SequencedMap<String, Actor> actors) throws IOException {
        html.raw("<table class=\"df\"><tbody>");
        for (Actor actor : actors.values()) {
            html.raw("<tr id=\"def-" + actor.code() + "\"><th scope=\"row\">").text(actor.code());
            html.raw("</th><td><p>").text(actor.name());
            if (!actor.members().isEmpty()) {
                html.raw(", that is ");
                terms.write(Words.and(actor.members()));
            }
            html.raw("</p>");
            Origins.write(html, actor.origin());
            html.raw("</td></tr>");
        }
        html.raw("</tbody></table>\n");
    }

    private void provisions() throws IOException {
        NormHtml norms = new NormHtml(agreement, html, terms);
        html.raw("<table class=\"pv\"><thead><tr><th scope=\"col\">No.</th><th scope=\"col\">The text</th>"
                + "<th scope=\"col\">The norm, read as a sentence</th></tr></thead><tbody>\n");
        for (Provision provision : agreement.provisions().values()) {
            boolean isTop = provision.parent() == null;
            html.raw("<tr id=\"p-" + provision.id() + "\"" + (isTop ? " class=\"top\"" : "") + "><th scope=\"row\">");
            html.text(provision.id()).raw("</th><td>");
            text(provision);
            Origins.write(html, provision.origin());
            html.raw("</td><td>");
            norms.write(provision);
            html.raw("</td></tr>\n");
        }
        html.raw("</tbody></table>\n");
    }

    private void text(Provision provision) throws IOException {
        String parent = provision.parent();
        if (provision.inheritsText() && parent != null) {
            html.raw("<p class=\"q\">The text of <a class=\"t\" href=\"#p-" + parent + "\">" + parent + "</a>.</p>");
            return;
        }
        Texts.Found found = Texts.in(language, provision.text());
        html.raw("<p class=\"tx\" lang=\"" + Markup.escaped(found.language()) + "\">")
                .text(found.text())
                .raw("</p>");
        if (!found.language().equals(language) && !found.text().isEmpty()) {
            html.raw("<p class=\"n\">No text in ")
                    .text(language)
                    .raw("; this is ")
                    .text(found.language())
                    .raw(".</p>");
        }
    }

    /// The languages in which the file holds a title or a text, in file order.
    public static List<String> languages(Agreement agreement) {
        return Texts.languages(agreement);
    }
}
