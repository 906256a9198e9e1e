package truceline.report.agreement;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Body;
import truceline.agreement.Force;
import truceline.report.Markup;

/// The parts of the copy on bodies and forces: who sits there, what they may do, how they decide, what holds when they
/// have not.
final class CopyBodies {
    private final Agreement agreement;
    private final Markup html;
    private final Terms terms;
    private final Parts parts;
    private final CopyVotes votes;

    CopyBodies(Agreement agreement, Markup html, Terms terms, Parts parts) {
        this.agreement = agreement;
        this.html = html;
        this.terms = terms;
        this.parts = parts;
        this.votes = new CopyVotes(agreement, html, terms);
    }

    void write() throws IOException {
        parts.heading("Bodies, and how they decide", "bodies");
        html.raw("<p class=\"le\">Dissent is always recorded.</p><table class=\"df\"><tbody>");
        for (Body body : agreement.bodies().values()) {
            body(body);
        }
        html.raw("</tbody></table>\n");
        if (agreement.forces().isEmpty()) {
            return;
        }
        parts.heading("Forces of others", "forces");
        html.raw("<table class=\"df\"><tbody>");
        for (Force force : agreement.forces().values()) {
            force(force);
        }
        html.raw("</tbody></table>\n");
    }

    private void body(Body body) throws IOException {
        head(body.name(), body.origin().meaning());
        line("Seats", Meanings.seats(body));
        line("Led by", Words.and(Words.names(body.lead())));
        line("Stands over", Words.and(Words.names(body.over())));
        line("May", Words.and(Words.words(body.powers())).replace('-', ' '));
        Body.Rule decides = body.decides();
        line("Decides by", decides == null ? "" : Meanings.rule(decides));
        Body.Rule quorum = body.quorum();
        line("Present", quorum == null ? "" : "at least " + Meanings.rule(quorum));
        line("Within", body.within() == null ? "" : Words.duration(body.within()));
        Body.Otherwise otherwise = body.otherwise();
        line("Else", otherwise == null ? "" : Meanings.otherwise(otherwise));
        votes.write(body);
        Origins.write(html, body.origin());
        html.raw("</td></tr>");
    }

    private void force(Force force) throws IOException {
        head(force.name(), force.origin().meaning());
        line("Led by", Words.and(Words.names(force.lead())));
        line("Mandate", Words.and(force.mandate()));
        for (var sent : force.contingents().entrySet()) {
            line("Contingent", Meanings.contingent(sent.getKey(), sent.getValue()));
        }
        for (Force.Hub hub : force.hubs().values()) {
            line("Hub", Meanings.hub(hub));
        }
        Origins.write(html, force.origin());
        html.raw("</td></tr>");
    }

    private void head(String name, @Nullable String is) throws IOException {
        html.raw("<tr id=\"def-" + name + "\"><th scope=\"row\">").text(name).raw("</th><td>");
        if (is != null) {
            html.element("p", " class=\"is\"", is);
        }
    }

    private void line(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            html.raw("<p><i>" + name + ":</i> ");
            terms.write(value);
            html.raw("</p>");
        }
    }
}
