package truceline.report;

import java.io.IOException;
import java.util.List;
import truceline.compliance.Norms;

/// The annexes of a daily report: the large map, the table of ceasefire violations in the field's own form, the
/// other incidents, and what is not evaluated.
final class DailyAnnex {
    private static final int MOST_ROWS = 200;
    private static final int MOST_OTHERS = 100;
    private static final String COLUMNS = "<colgroup><col style=\"width:21%\"/><col style=\"width:11%\"/>"
            + "<col style=\"width:9%\"/><col style=\"width:11%\"/><col style=\"width:13%\"/><col style=\"width:11%\"/>"
            + "<col style=\"width:11%\"/><col style=\"width:7%\"/><col style=\"width:6%\"/></colgroup>";
    private static final int MAP_WIDTH = 682;
    private static final int MAP_HEIGHT = 420;

    private final DailyReport report;
    private final Markup html;

    DailyAnnex(DailyReport report, Markup html) {
        this.report = report;
        this.html = html;
    }

    void write() throws IOException {
        html.raw("<section class=\"pg\"><div class=\"rh\"><div>Annex to daily report <b>"
                + report.period().number() + "</b></div><div class=\"r\">"
                + Words.day(report.period().date()) + "</div></div>");
        List<Event> violations =
                report.events().stream().filter(Event::isViolation).toList();
        List<Event> others = report.events().stream()
                .filter(event -> !event.isViolation() && !event.isCue())
                .toList();
        table("A", "Table of ceasefire violations", violations, MOST_ROWS);
        html.raw(
                "<p class=\"nt\">One row per incident: what several sources recorded and was assessed to be the same event is"
                        + " entered only once. N/K: not known. Distance, direction and weapon are as assessed, and not always precise."
                        + " Live-fire exercises and controlled detonations assessed as such are included. Case: the provision against which"
                        + " the incident is a candidate; the party is undetermined.</p>");
        if (!others.isEmpty()) {
            table("", "Other incidents", others, MOST_OTHERS);
        }
        html.raw("<figure>")
                .raw(MapSvg.of(report, "l", MAP_WIDTH, MAP_HEIGHT, 2, 24).svg());
        html.raw(
                "<figcaption><b>Map 2.</b> As map 1, larger. Lines and areas are those of the agreement and of the maps entered"
                        + " with it; a line drawn here is the agreement's text, not a claim of this document.</figcaption></figure>");
        notEvaluated();
        html.raw("</section>\n");
    }

    private void table(String letter, String title, List<Event> events, int most) throws IOException {
        html.raw("<h2><span>" + letter + "</span>" + title + "</h2>");
        if (events.isEmpty()) {
            html.raw("<p>None was recorded in the period. That is not the same as none having happened.</p>");
            return;
        }
        html.raw("<div class=\"tw\" tabindex=\"0\"><table class=\"an\">" + COLUMNS
                + "<thead><tr><th scope=\"col\">Event location</th><th scope=\"col\">Means</th>"
                + "<th scope=\"col\" class=\"n\">No.</th><th scope=\"col\">Observation</th><th scope=\"col\">Description</th>"
                + "<th scope=\"col\">Weapon</th><th scope=\"col\">Date, time</th><th scope=\"col\">Incident</th><th scope=\"col\">Case</th>"
                + "</tr></thead><tbody>");
        for (Event event : events.subList(0, Math.min(most, events.size()))) {
            row(event);
        }
        html.raw("</tbody></table></div>");
        if (events.size() > most) {
            html.raw("<p class=\"nt\">The " + most + " most important of " + Words.number(events.size())
                    + " are shown: those with a case first, then by number. The CSV of this report holds all.</p>");
        }
    }

    private void row(Event event) throws IOException {
        html.raw("<tr><th scope=\"row\">");
        location(event);
        html.raw("</th>");
        cell(Words.means(event.means()));
        html.raw("<td class=\"n nw\">").text(event.count().text()).raw("</td>");
        cell(Words.title(event.kind()));
        cell(Words.description(event.descriptions(), event.flight()));
        cell(Words.weapon(event.weapon(), event.calibreTenthMm()));
        String when = Words.when(event.fromMs(), event.toMs(), report.period().zone());
        html.raw("<td><span class=\"nw\">" + when.replace(", ", "</span> <span class=\"nw\">") + "</span></td>");
        html.raw("<td class=\"id\">").text(event.id()).raw("</td>");
        cell(String.join(", ", event.cases()));
        html.raw("</tr>");
    }

    private void cell(String text) throws IOException {
        html.raw("<td>").text(text).raw("</td>");
    }

    private void location(Event event) throws IOException {
        if (event.placeName() != null) {
            html.foreign(event.placeName());
        } else if (event.place() != null) {
            html.raw("<span class=\"nw\">" + Words.position(event.place()) + "</span>");
        } else {
            html.raw("N/K");
        }
        if (event.place() != null && event.radiusMetres() > 0) {
            html.raw(" <span class=\"nw\">±" + Words.distance(event.radiusMetres() * 1000L) + "</span>");
        }
    }

    private void notEvaluated() throws IOException {
        List<Norms.Silent> silent = report.frame().norms().notEvaluated();
        if (silent.isEmpty()) {
            return;
        }
        html.raw("<h2><span>B</span>Parts of the agreement that are not evaluated</h2><table class=\"an\"><thead><tr>"
                + "<th scope=\"col\">Part</th><th scope=\"col\">Reason</th></tr></thead><tbody>");
        for (Norms.Silent each : silent) {
            html.raw("<tr><th scope=\"row\">")
                    .text(each.id())
                    .raw("</th><td>")
                    .text(each.reason())
                    .raw("</td></tr>");
        }
        html.raw("</tbody></table>");
    }
}
