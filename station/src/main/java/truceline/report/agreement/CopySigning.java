package truceline.report.agreement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import truceline.agreement.Actor;
import truceline.agreement.Agreement;
import truceline.agreement.NamedMap;
import truceline.report.Markup;

/// The last part of the copy: which bytes are signed, how anybody recomputes their hash, and a line for each party.
final class CopySigning {
    private final Agreement agreement;
    private final SignedBytes signed;
    private final String fileName;
    private final Markup html;
    private final Parts parts;

    CopySigning(Agreement agreement, SignedBytes signed, String fileName, Markup html, Parts parts) {
        this.agreement = agreement;
        this.signed = signed;
        this.fileName = fileName;
        this.html = html;
        this.parts = parts;
    }

    void write() throws IOException {
        html.raw("<section class=\"sg\">");
        parts.heading("What is signed, and by whom", "signing");
        html.raw("<p class=\"le\">Signed are the first " + signed.length() + " bytes of the file ");
        html.element("span", " class=\"m\"", fileName);
        html.raw(signed.unsigned().isEmpty() ? ", which are the whole file" : ", up to the line before ");
        if (!signed.unsigned().isEmpty()) {
            html.element("span", " class=\"m\"", signed.unsigned().getFirst());
        }
        html.raw(". Their SHA-256 is</p><p class=\"hash\">");
        groups(signed.sha256());
        html.raw("</p><p class=\"le\">To recompute it: <span class=\"m\">").text(signed.command(fileName));
        html.raw(
                "</span>. The same hash stands at the foot of every page; a page with another hash is of another text.</p>");
        if (!signed.unsigned().isEmpty()) {
            html.raw("<p class=\"le\">The file goes on with ").text(Words.and(unsigned()));
            html.raw(". They are not signed and not on this copy.</p>");
        }
        maps();
        lines();
        html.raw("</section>\n");
    }

    /// Which maps the signatures hold: those whose hash the text names, and no other.
    private void maps() throws IOException {
        List<String> bare = NamedMap.of(agreement).stream()
                .filter(map -> !map.isCovered())
                .map(map -> map.file() + " (" + map.element() + ")")
                .toList();
        if (!bare.isEmpty()) {
            html.raw("<p class=\"le\"><b>This hash does not cover the ")
                    .raw(bare.size() == 1 ? "map " : "maps ")
                    .text(Words.and(bare))
                    .raw("</b>: the text names the file and not its SHA-256.</p>");
        }
    }

    private List<String> unsigned() {
        List<String> counts = new ArrayList<>();
        add(counts, agreement.proposals().size(), "proposal");
        add(counts, agreement.statements().size(), "statement");
        add(counts, agreement.claims().size(), "claim");
        return counts;
    }

    private static void add(List<String> counts, int number, String noun) {
        if (number > 0) {
            counts.add(Words.count(number, noun));
        }
    }

    private void groups(String hash) throws IOException {
        for (int i = 0; i < hash.length(); i += 8) {
            html.raw(i == 0 ? "" : i == 32 ? "<br/>" : " ").text(hash.substring(i, i + 8));
        }
    }

    /// A line for each party, two in a row, in the order of the file.
    private void lines() throws IOException {
        html.raw("<table class=\"sl\"><tbody>");
        int column = 0;
        for (Actor party : agreement.parties().values()) {
            html.raw(column == 0 ? "<tr>" : "");
            html.raw("<td><p class=\"for\">For ")
                    .text(party.name())
                    .raw("</p><p class=\"ln\">&#160;</p>"
                            + "<p class=\"n\">Name and office</p><p class=\"ln\">&#160;</p><p class=\"n\">Signature</p>"
                            + "<p class=\"ln\">&#160;</p><p class=\"n\">Place and date</p></td>");
            column = 1 - column;
            html.raw(column == 0 ? "</tr>" : "");
        }
        html.raw(column == 1 ? "<td></td></tr>" : "").raw("</tbody></table>");
    }
}
