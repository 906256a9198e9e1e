package truceline.report;

import java.io.IOException;
import java.util.List;
import truceline.finding.Act;
import truceline.finding.Attribution;
import truceline.finding.Ballot;
import truceline.finding.CaseFile;
import truceline.finding.Finding;
import truceline.finding.Stated;
import truceline.finding.Statement;

/// The sections of a spot report on what people decided: whether it happened, who is responsible with every dissent,
/// and what the parties replied.
final class SpotDecisions {
    private final Spot spot;
    private final CaseFile file;
    private final Markup html;

    SpotDecisions(Spot spot, Markup html) {
        this.spot = spot;
        this.file = spot.decision().file();
        this.html = html;
    }

    void write() throws IOException {
        Sheet.heading(html, 1, "Did it happen?");
        verification();
        Sheet.heading(html, 2, "Who is responsible?");
        attribution();
        Sheet.heading(html, 3, "What each party says");
        replies();
    }

    private void verification() throws IOException {
        List<Stated> decided = file.decided();
        if (decided.isEmpty()) {
            List<Stated> said = file.of(Act.VERIFY);
            html.raw("<p>Not decided. "
                    + (said.isEmpty()
                            ? "No post has said anything on it"
                            : Phrases.capital(Phrases.small(said.size()))
                                    + (said.size() == 1 ? " post has" : " posts have") + " spoken")
                    + "; two posts of two sections must sign the same outcome.</p>");
            return;
        }
        html.raw("<p><b>" + Phrases.capital(outcome(String.valueOf(file.outcome()))) + "</b> by two posts, "
                + Words.utc(file.decidedMs()) + ".</p><div class=\"pair\">");
        for (Stated each : decided) {
            Statement said = each.statement();
            html.raw("<div><p class=\"who\">").text(each.by().id());
            html.raw("<span> section ").text(each.by().section());
            html.raw(", entry " + Words.number(each.index()) + "</span></p><p>").foreign(said.text("reason"));
            html.raw("</p><p class=\"alt\">Alternatives considered:</p><ul class=\"bl\">");
            for (String alternative : said.texts("alternatives")) {
                html.raw("<li>").foreign(alternative).raw("</li>");
            }
            html.raw("</ul></div>");
        }
        html.raw("</div>");
    }

    private static String outcome(String outcome) {
        return outcome.replace('-', ' ');
    }

    private void attribution() throws IOException {
        Attribution attribution = spot.decision().attribution();
        Ballot ballot = spot.decision().ballot();
        html.raw("<p>");
        switch (attribution.level()) {
            case A0 -> html.raw("<b>Not attributed.</b> Nobody is named.");
            case A1, A2 ->
                html.raw("<b>Not decided.</b> The monitor assesses it as "
                                + (attribution.level() == Attribution.Level.A1
                                        ? "consistent with an origin in the area held by "
                                        : "likely (55 to 75 %) an act of "))
                        .foreign(party())
                        .raw(". An assessment is not an attribution.");
            case A3 ->
                html.raw("<b>Attributed to ")
                        .foreign(party())
                        .raw("</b> by " + Phrases.small(votesFor(spot.decision().party())) + " of "
                                + Phrases.small(
                                        ballot == null ? 0 : ballot.seats().size()) + " seats.");
            case A4 -> html.raw("<b>Acknowledged by ").foreign(party()).raw("</b> itself.");
        }
        html.raw("</p>");
        assessed();
        if (ballot == null) {
            html.raw("<p>The agreement names no body that attributes.</p>");
        } else {
            vote(ballot);
        }
        dissent();
    }

    private String party() {
        return Phrases.name(spot.agreement(), spot.decision().party());
    }

    private long votesFor(String party) {
        return file.votes().values().stream()
                .filter(vote -> party.equals(vote.statement().findText("party")))
                .count();
    }

    private void assessed() throws IOException {
        for (Stated each : file.assessed()) {
            html.raw("<p class=\"said\"><b>").text(each.by().id()).raw("</b> ");
            html.foreign(each.statement().text("reason")).raw(" Alternatives: ");
            html.foreign(String.join(" ", each.statement().texts("alternatives")))
                    .raw("</p>");
        }
    }

    private void vote(Ballot ballot) throws IOException {
        html.raw("<p class=\"nt\">Decided by ").text(ballot.body().name());
        html.raw(", rule: ").text(ballot.rule());
        if (!file.isVerified()) {
            html.raw(". Seats vote once it is verified.</p>");
            return;
        }
        long lapses = file.lapsesMs(ballot);
        html.raw(". " + Words.number(file.votes().size()) + " of "
                + Words.number(ballot.seats().size(), "seat has", "seats have") + " voted"
                + (lapses == Long.MAX_VALUE ? "" : "; their time ends " + Words.utc(lapses))
                + (spot.decision().isClosed() ? "; closed" : "; open") + ".</p>");
        html.raw("<div class=\"tw\" tabindex=\"0\"><table>");
        Sheet.head(html, "Seat", "Vote", "In its own words");
        html.raw("<tbody>");
        for (String seat : ballot.seats()) {
            Stated vote = file.votes().get(seat);
            html.raw("<tr><th scope=\"row\">")
                    .foreign(Phrases.seat(spot.agreement(), seat))
                    .raw("</th><td>");
            if (vote == null) {
                html.raw("has not voted</td><td></td></tr>");
            } else {
                boolean dissents =
                        spot.dissent().stream().anyMatch(each -> each.seat().equals(seat));
                html.text(ballot(vote)).raw("</td><td>");
                html.foreign(
                                dissents
                                        ? "Its dissent stands in full below."
                                        : vote.statement().text("text"))
                        .raw("</td></tr>");
            }
        }
        html.raw("</tbody></table></div>");
    }

    private String ballot(Stated vote) {
        return switch (vote.statement().text("ballot")) {
            case "attribute" ->
                "to attribute to "
                        + Phrases.name(
                                spot.agreement(),
                                String.valueOf(vote.statement().findText("party")));
            case "do-not-attribute" -> "not to attribute";
            default -> "abstains";
        };
    }

    private void dissent() throws IOException {
        for (Finding.Dissent each : spot.dissent()) {
            html.raw("<blockquote class=\"dis\"><p>").foreign(each.text());
            html.raw("</p><footer>Dissent of ")
                    .foreign(Phrases.seat(spot.agreement(), each.seat()))
                    .raw("</footer></blockquote>");
        }
    }

    private void replies() throws IOException {
        if (spot.frame().parties().isEmpty()) {
            html.raw("<p>No agreement, and so no party, has been entered.</p>");
            return;
        }
        html.raw("<div class=\"pair\">");
        int position = 0;
        for (Frame.Party party : spot.frame().parties()) {
            html.raw("<div><p class=\"who\">");
            if (position < Svg.patterns()) {
                html.raw(Svg.chip(position, "r" + position));
            }
            html.foreign(party.name()).raw("</p>");
            reply(party);
            html.raw("</div>");
            position++;
        }
        html.raw("</div>");
    }

    private void reply(Frame.Party party) throws IOException {
        List<Stated> replies = file.of(Act.REPLY).stream()
                .filter(reply -> reply.by().seatCode().equals(party.code()))
                .toList();
        if (replies.isEmpty()) {
            html.raw("<p>No reply by " + Words.utc(spot.picture().receivedMs()) + ".</p>");
        }
        for (Stated reply : replies) {
            html.raw("<blockquote><p lang=\"" + Markup.escaped(reply.statement().text("language")) + "\">")
                    .foreign(reply.statement().text("text"));
            html.raw("</p><footer>" + Words.utc(reply.receivedMs()) + ", entry " + Words.number(reply.index())
                    + (reply.statement().flag("acknowledges") ? ", acknowledges" : "") + "</footer></blockquote>");
        }
    }
}
