package truceline.report;

import java.io.IOException;
import truceline.coverage.Restriction;

/// The sections of a spot report on the evidence, the provisions, harm, access, and what is not known.
final class SpotEvidence {
    private final Spot spot;
    private final Markup html;

    SpotEvidence(Spot spot, Markup html) {
        this.spot = spot;
        this.html = html;
    }

    void write() throws IOException {
        Sheet.heading(html, 4, "Evidence");
        evidence();
        Sheet.heading(html, 5, "Why these are one incident");
        why();
        Sheet.heading(html, 6, "Provisions");
        provisions();
        Sheet.heading(html, 7, "Harm");
        harm();
        Sheet.heading(html, 8, "Access");
        restrictions();
        Sheet.heading(html, 9, "What is not known");
        html.raw("<ul class=\"bl\">");
        for (String each : spot.unknowns()) {
            html.raw("<li>").text(each).raw("</li>");
        }
        html.raw("</ul>");
    }

    private void evidence() throws IOException {
        html.raw("<div class=\"tw\" tabindex=\"0\"><table class=\"an\">");
        Sheet.head(html, "Address", "Source", "Observation", "#No.", "Means", "UTC", "Grade", "Counts as independent");
        html.raw("<tbody>");
        for (Spot.Evidence each : spot.evidence()) {
            html.raw("<tr><td class=\"id\">" + each.address() + "</td><td>").foreign(each.source());
            html.raw("</td><td>").text(each.kind());
            html.raw("</td><td class=\"n nw\">").text(each.count());
            html.raw("</td><td>").text(each.means());
            html.raw("</td><td class=\"nw\">" + Phrases.utc(each.fromMs(), each.toMs()) + "</td><td>" + each.grade()
                    + "</td><td>");
            html.text(weight(each)).raw("</td></tr>");
        }
        html.raw("</tbody></table></div>");
        for (Spot.Evidence each : spot.evidence()) {
            for (String words : each.withheld()) {
                html.raw("<p class=\"nt\">" + each.address() + ", ").text(words).raw(".</p>");
            }
        }
        html.raw("<p class=\"nt\">Grade: reliability of the source A to F, credibility of the report"
                + " 1 to 6; F and 6 say that nobody has judged it, not that it is poor. Two independent accounts, or one"
                + " of the monitor's own, corroborate.</p>");
    }

    private String weight(Spot.Evidence evidence) {
        return switch (evidence.weight()) {
            case COUNTS -> "monitor".equals(evidence.owner()) ? "Yes, the monitor's own" : "Yes";
            case REPEATS -> "No: the same account as one above";
            case INTERESTED ->
                "No: a source of " + Phrases.name(spot.agreement(), String.valueOf(evidence.owner())) + " itself";
            case CUE -> "No: a machine's cue";
        };
    }

    private void why() throws IOException {
        if (spot.why().isEmpty()) {
            html.raw("<p>"
                    + (spot.evidence().size() == 1
                            ? "It rests on one observation; nothing was joined to it."
                            : "People put these observations together by a statement in the record.")
                    + "</p>");
            return;
        }
        html.raw("<ul class=\"bl\">");
        for (String each : spot.why()) {
            html.raw("<li>").text(each).raw("</li>");
        }
        html.raw("</ul>");
    }

    private void provisions() throws IOException {
        if (spot.provisions().isEmpty()) {
            html.raw("<p>It stands against no provision that is evaluated.</p>");
            return;
        }
        html.raw("<div class=\"tw\" tabindex=\"0\"><table>");
        Sheet.head(html, "Provision", "Text", "Case", "Because");
        html.raw("<tbody>");
        for (Spot.Touched each : spot.provisions()) {
            html.raw("<tr><th scope=\"row\">").text(each.id()).raw("</th><td>");
            html.foreign(each.text()).raw("</td><td>" + (each.isCandidate() ? "candidate" : "indeterminate"));
            html.raw("</td><td>").text(each.reason()).raw("</td></tr>");
        }
        html.raw(
                "</tbody></table></div><p class=\"nt\">A candidate is a case until people decide it. Indeterminate: place,"
                        + " time or weapon is too roughly known to say.</p>");
    }

    private void harm() throws IOException {
        if (spot.harm().isEmpty()) {
            html.raw("<p>No report of harm names this incident. That is not the same as no harm.</p>");
            return;
        }
        html.raw("<ul class=\"bl\">");
        for (FloorReport.Harm each : spot.harm()) {
            html.raw("<li>");
            FloorHtml.harm(html, each);
            html.raw("</li>");
        }
        html.raw("</ul>");
    }

    private void restrictions() throws IOException {
        if (spot.restrictions().isEmpty()) {
            html.raw("<p>No restriction of movement is linked to this incident.</p>");
            return;
        }
        html.raw("<ul class=\"bl\">");
        for (Restriction each : spot.restrictions()) {
            html.raw("<li>");
            FloorHtml.restriction(html, each, spot.frame());
            html.raw("</li>");
        }
        html.raw("</ul>");
    }
}
