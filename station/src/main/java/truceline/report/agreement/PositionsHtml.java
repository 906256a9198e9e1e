package truceline.report.agreement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.PointMap;
import truceline.agreement.Positions;
import truceline.agreement.Proposal;
import truceline.agreement.phrase.Basis;
import truceline.report.Markup;
import truceline.report.Sheet;

/// Who answered what to each point of a proposal, as one HTML file that needs nothing else. Every figure stands with
/// its
/// numerator, its denominator, whose agreement it is and on what it rests. Nothing here is signed, and it says so.
public final class PositionsHtml {
    private final Agreement agreement;
    private final Positions positions;
    private final Markup html;

    private PositionsHtml(Agreement agreement, Positions positions, Markup html) {
        this.agreement = agreement;
        this.positions = positions;
        this.html = html;
    }

    /// Writes the page.
    ///
    /// @param figures which sets of actors to tell, in their order
    /// @param map from the version before, null where there is none
    public static void write(
            Agreement agreement,
            Positions positions,
            List<Positions.Agreed> figures,
            @Nullable PointMap map,
            Appendable out)
            throws IOException {
        PositionsHtml page = new PositionsHtml(agreement, positions, new Markup(out));
        page.head();
        page.figures(figures);
        page.answers();
        page.reasons();
        page.map(map);
        page.html.raw("</main>\n</body></html>\n");
    }

    private void head() throws IOException {
        Proposal proposal = positions.proposal();
        String title = "Positions on " + proposal.name();
        Sheet.begin(html, title, "@page{size:A4;margin:20mm}\n", List.of("agreement.css"));
        html.raw("<main class=\"pg\">\n<header><p class=\"kind\">Not signed</p>")
                .element("h1", title);
        html.raw("<p class=\"ver\">").text(Words.count(proposal.points(), "point"));
        html.text(proposal.date() == null ? "" : ", " + proposal.date()).raw("; in the file of ");
        html.text(agreement.id() + " " + agreement.version()).raw("</p></header>\n");
    }

    private void figures(List<Positions.Agreed> figures) throws IOException {
        html.raw("<h2>Who agrees on how much</h2>\n<table class=\"df fg\"><thead><tr>");
        head("Agreed among", "Points", "Percent", "Signed", "Basis", "Not agreed");
        for (Positions.Agreed figure : figures) {
            List<Integer> others = new ArrayList<>();
            for (int point = 1; point <= figure.of(); point++) {
                if (!figure.points().contains(point)) {
                    others.add(point);
                }
            }
            html.raw("<tr>").element("th", " scope=\"row\"", String.join(", ", figure.among()));
            int tenths = figure.percentTenths();
            cells(
                    of(figure.points(), figure),
                    tenths / 10 + "." + tenths % 10 + " %",
                    of(figure.signed(), figure),
                    basis(figure.basis()),
                    numbers(others));
        }
        html.raw(
                "</tbody></table><p class=\"n\">A point is agreed among actors when the latest answer of each is accept; no"
                        + " answer on file is not agreement. Signed: each of them rests on signed words. The basis is the weakest of"
                        + " all answers read. The figure counts points of equal weight: it is not how close peace is, not how much"
                        + " of the dispute is settled, and not the agreement of anybody who is not named beside it.</p>\n");
    }

    private static String of(List<Integer> points, Positions.Agreed figure) {
        return points.size() + "\u00a0of\u00a0" + figure.of();
    }

    private void answers() throws IOException {
        html.raw("<h2>Point by point</h2>\n<table class=\"df fg\"><thead><tr>");
        List<String> names = new ArrayList<>(List.of("Point", "Title"));
        names.addAll(positions.actors());
        head(names.toArray(String[]::new));
        for (int point = 1; point <= positions.proposal().points(); point++) {
            List<String> row = new ArrayList<>();
            row.add(positions.proposal().titles().getOrDefault(point, ""));
            for (Positions.Cell cell : positions.cells()) {
                if (cell.point() == point) {
                    Proposal.Position said = cell.position();
                    row.add(said == null ? "unknown" : Words.word(said.say()));
                }
            }
            html.raw("<tr>").element("th", " scope=\"row\"", Integer.toString(point));
            cells(row.toArray(String[]::new));
        }
        html.raw("</tbody></table>\n");
    }

    private void reasons() throws IOException {
        html.raw("<h2>In their words</h2>\n<table class=\"df\"><tbody>");
        for (Positions.Cell cell : positions.cells()) {
            Proposal.Position said = cell.position();
            if (said != null && said.gist() != null) {
                html.raw("<tr>")
                        .element("th", " scope=\"row\"", cell.point() + ", " + cell.actor())
                        .raw("<td><p>");
                html.text(said.gist()).raw("</p><p class=\"o\">");
                html.text(said.date() + "; " + Origins.text(said.origin())).raw("</p></td></tr>");
            }
        }
        html.raw("</tbody></table>\n");
    }

    private void map(@Nullable PointMap map) throws IOException {
        if (map == null) {
            return;
        }
        html.element("h2", "From " + map.older() + " to " + map.newer());
        html.raw("<p class=\"n\">Basis: ").text(basis(map.basis())).raw(".</p><table class=\"df\"><tbody>");
        line("kept", numbers(map.with(PointMap.Change.KEPT)));
        line("moved", moves(map, PointMap.Change.MOVED));
        line("merged", moves(map, PointMap.Change.MERGED));
        String split = map.splits().entrySet().stream()
                .map(each -> each.getKey() + " into " + numbers(each.getValue()))
                .collect(Collectors.joining("; "));
        line("split", split.isEmpty() ? "none" : split);
        line("new", numbers(map.with(PointMap.Change.NEW)));
        line(map.isComplete() ? "vanished" : "no heir on file", numbers(map.vanished()));
        line("not known", numbers(map.with(PointMap.Change.UNKNOWN)));
        html.raw("</tbody></table>\n");
    }

    private void line(String name, String value) throws IOException {
        html.raw("<tr>")
                .element("th", " scope=\"row\"", name)
                .raw("<td><p>")
                .text(value)
                .raw("</p></td></tr>");
    }

    private static String moves(PointMap map, PointMap.Change change) {
        String moves = map.rows().stream()
                .filter(row -> row.changes().contains(change))
                .map(row -> row.from().stream().map(String::valueOf).collect(Collectors.joining(" and ")) + " to "
                        + row.point())
                .collect(Collectors.joining(", "));
        return moves.isEmpty() ? "none" : moves;
    }

    private static String numbers(List<Integer> points) {
        return points.isEmpty() ? "none" : points.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String basis(@Nullable Basis basis) {
        return basis == null ? "unknown" : Words.basis(basis);
    }

    private void head(String... names) throws IOException {
        for (String name : names) {
            html.element("th", " scope=\"col\"", name);
        }
        html.raw("</tr></thead><tbody>");
    }

    private void cells(String... texts) throws IOException {
        for (String text : texts) {
            html.element("td", text);
        }
        html.raw("</tr>\n");
    }
}
