package truceline.report.agreement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.BodyClocks;
import truceline.agreement.Origin;
import truceline.agreement.Readings;
import truceline.agreement.SeverityRow;
import truceline.agreement.Source;
import truceline.agreement.Verification;
import truceline.report.Markup;

/// The parts of the copy that say what the words of the norms mean: days, lines, places, zones, classes, facts; who
/// decides how; who verifies; clocks; severity; sources.
final class CopyMeanings {
    private final Agreement agreement;
    private final Markup html;
    private final Terms terms;
    private final Parts parts;

    CopyMeanings(Agreement agreement, Markup html, Terms terms, Parts parts) {
        this.agreement = agreement;
        this.html = html;
        this.terms = terms;
        this.parts = parts;
    }

    void write() throws IOException {
        parts.heading("What the words mean", "meanings");
        words();
        new CopyBodies(agreement, html, terms, parts).write();
        verification();
        clocks();
        severity();
        sources();
    }

    private void words() throws IOException {
        begin("Days", agreement.days().isEmpty());
        for (var day : agreement.days().values()) {
            row(day.name(), day.origin(), day.terms(), Meanings::day);
        }
        end(agreement.days().isEmpty());
        begin("Lines", agreement.lines().isEmpty());
        for (var line : agreement.lines().values()) {
            row(line.name(), line.origin(), line.terms(), Meanings::line);
        }
        end(agreement.lines().isEmpty());
        begin("Places", agreement.places().isEmpty());
        for (var place : agreement.places().values()) {
            head(place.name(), place.origin().meaning());
            html.raw("<p>");
            position(Meanings.place(place));
            html.raw("</p>");
            Origins.write(html, place.origin());
            html.raw("</td></tr>");
        }
        end(agreement.places().isEmpty());
        begin("Zones", agreement.zones().isEmpty());
        for (var zone : agreement.zones().values()) {
            row(zone.name(), zone.origin(), zone.form(), form -> Meanings.zone(form, agreement.partyCodes()));
        }
        end(agreement.zones().isEmpty());
        begin("Classes of things and persons", agreement.classes().isEmpty());
        for (var declared : agreement.classes().values()) {
            row(declared.name(), declared.origin(), Meanings.objectClass(declared));
        }
        end(agreement.classes().isEmpty());
        begin("Facts that somebody attests", agreement.facts().isEmpty());
        for (var fact : agreement.facts().values()) {
            row(fact.name(), fact.origin(), Meanings.fact(fact));
        }
        end(agreement.facts().isEmpty());
    }

    /// The `E` of a position is not the day E.
    private void position(String position) throws IOException {
        if (position.equals("open")) {
            terms.write(position);
        } else {
            html.text(position);
        }
    }

    private void begin(String title, boolean isEmpty) throws IOException {
        if (!isEmpty) {
            html.element("h3", title).raw("<table class=\"df\"><tbody>");
        }
    }

    private void end(boolean isEmpty) throws IOException {
        html.raw(isEmpty ? "" : "</tbody></table>\n");
    }

    private void row(String name, Origin origin, String meaning) throws IOException {
        head(name, origin.meaning());
        html.raw("<p>");
        terms.write(meaning);
        html.raw("</p>");
        Origins.write(html, origin);
        html.raw("</td></tr>");
    }

    private <T> void row(String name, Origin origin, Readings<T> readings, Function<T, String> meaning)
            throws IOException {
        if (!readings.isDisputed()) {
            row(name, origin, meaning.apply(readings.common()));
            return;
        }
        head(name, origin.meaning());
        html.raw("<p class=\"rd\">Read differently: ")
                .text(Words.and(readings.keys()))
                .raw("</p>");
        List<String> holders = NormHtml.holders(agreement, readings.byHolder().keySet());
        List<String> phrases = new ArrayList<>();
        holders.forEach(holder -> phrases.add(meaning.apply(readings.in(holder))));
        NormHtml.beside(html, terms, holders, phrases);
        Origins.write(html, origin);
        html.raw("</td></tr>");
    }

    private void head(String name, @Nullable String is) throws IOException {
        html.raw("<tr id=\"def-" + name + "\"><th scope=\"row\">").text(name).raw("</th><td>");
        if (is != null) {
            html.element("p", " class=\"is\"", is);
        }
    }

    private void verification() throws IOException {
        Verification verification = agreement.verification();
        if (verification == null) {
            return;
        }
        parts.heading("Who verifies", "verification");
        html.raw("<p class=\"le\">Where a provision does not say otherwise, it is verified ");
        terms.write(Words.verification(verification));
        html.raw(".</p>\n");
    }

    private void clocks() throws IOException {
        BodyClocks clocks = agreement.clocks();
        if (clocks == null) {
            return;
        }
        parts.heading("How long the bodies may take", "clocks");
        html.raw("<p class=\"le\">A clock stands still while access is denied.</p><table class=\"df\"><tbody>");
        for (var each : clocks.limits().entrySet()) {
            row(each.getKey(), Words.duration(each.getValue()));
        }
        html.raw("</tbody></table>");
        Origins.write(html, clocks.origin());
    }

    private void row(String name, String value) throws IOException {
        html.raw("<tr><th scope=\"row\">").text(name.replace('-', ' ')).raw("</th><td><p>");
        terms.write(value);
        html.raw("</p></td></tr>");
    }

    private void severity() throws IOException {
        if (agreement.severity().isEmpty()) {
            return;
        }
        parts.heading("How grave a breach is", "severity");
        html.raw("<p class=\"le\">The gravest row that fits decides, whatever its place; its name is the reason that is"
                + " given. A level that a provision states goes before this table.</p><table class=\"df sv\"><tbody>");
        for (SeverityRow row : agreement.severity().values()) {
            html.raw("<tr><th scope=\"row\">").text(row.name()).raw("</th><td><p>");
            terms.write(Meanings.severity(row));
            html.raw("</p>");
            Origins.write(html, row.origin());
            html.raw("</td><td class=\"lv\">");
            terms.write(Meanings.level(row));
            html.raw("</td></tr>");
        }
        html.raw("</tbody></table>\n");
    }

    private void sources() throws IOException {
        if (agreement.sources().isEmpty()) {
            return;
        }
        parts.heading("Sources", "sources");
        html.raw("<table class=\"df src\"><tbody>");
        for (Source source : agreement.sources().values()) {
            html.raw("<tr id=\"src-" + source.name() + "\"><th scope=\"row\">")
                    .text(source.name())
                    .raw("</th><td><p>");
            html.text(source.at()).raw("</p><p class=\"o\">");
            List<String> notes = new ArrayList<>();
            add(notes, "", source.meaning());
            add(notes, "of ", source.date());
            add(notes, "by ", source.by());
            add(notes, "read ", source.read());
            html.text(String.join("; ", notes)).raw("</p></td></tr>");
        }
        html.raw("</tbody></table>\n");
    }

    private static void add(List<String> notes, String before, @Nullable String note) {
        if (note != null) {
            notes.add(before + note);
        }
    }
}
