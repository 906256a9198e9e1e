package truceline.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import truceline.coverage.Restriction;
import truceline.finding.Attribution;
import truceline.finding.Finding;
import truceline.finding.Redaction;

/// The sections of a daily report on what people added to the period. A section stands there only where there is
/// something to say.
final class FloorHtml {
    private final FloorReport floor;
    private final Frame frame;
    private final Markup html;
    private int number;

    /// @param number of the last section before these
    FloorHtml(DailyReport report, Markup html, int number) {
        this.floor = report.floor();
        this.frame = report.frame();
        this.html = html;
        this.number = number;
    }

    void write() throws IOException {
        section("Findings published", floor.findings(), this::finding);
        coverage();
        section("Freedom of movement", floor.restrictions(), each -> restriction(html, each, frame));
        section("Civilian harm", floor.harm(), each -> harm(html, each));
        section("Localised ceasefires for repairs", floor.repairs(), this::repair);
        calls();
        claims();
        airAndSea();
        section("Redactions", floor.redactions(), this::redaction);
    }

    private void redaction(Redaction each) throws IOException {
        html.raw("What class " + each.classLetter() + " protects at <span class=\"id\">" + each.item() + "</span>: ");
        html.text(each.words() + " (" + each.reason() + ").");
    }

    private interface Line<T> {
        void write(T element) throws IOException;
    }

    private <T> void section(String title, List<T> elements, Line<T> line) throws IOException {
        if (elements.isEmpty()) {
            return;
        }
        Sheet.heading(html, ++number, title);
        html.raw("<ul class=\"bl\">");
        for (T each : elements) {
            html.raw("<li>");
            line.write(each);
            html.raw("</li>");
        }
        html.raw("</ul>");
    }

    private void finding(Published finding) throws IOException {
        html.raw("Incident <span class=\"id\">" + finding.incident() + "</span>, provision ");
        html.text(finding.provisions().isEmpty() ? "none" : String.join(", ", finding.provisions()));
        String party = finding.party();
        html.raw(": <b>" + level(finding.level()));
        if (party != null) {
            html.raw(", ").foreign(name(party));
        }
        html.raw("</b>. Published " + Words.utc(finding.publishedMs()) + ", entry " + Words.number(finding.entry())
                + ", SHA-256 <span class=\"id wr\">" + finding.sha256() + "</span>.");
        for (Finding.Dissent each : finding.dissent()) {
            html.raw("<blockquote class=\"dis\"><p>").foreign(each.text());
            html.raw("</p><footer>Dissent of the seat ").foreign(name(each.seat()));
            html.raw("</footer></blockquote>");
        }
    }

    private static String level(String level) {
        return level + " "
                + Phrases.attribution(Attribution.Level.valueOf(level)).toLowerCase(Locale.ROOT);
    }

    private String name(String code) {
        return name(frame, code);
    }

    /// The agreement's name for a party; another seat keeps its code.
    private static String name(Frame frame, String code) {
        for (Frame.Party party : frame.parties()) {
            if (party.code().equals(code)) {
                return party.name();
            }
        }
        return code;
    }

    private void coverage() throws IOException {
        if (floor.lines().isEmpty() && floor.silent().isEmpty()) {
            return;
        }
        Sheet.heading(html, ++number, "Coverage");
        if (!floor.lines().isEmpty()) {
            hours();
        }
        if (!floor.silent().isEmpty()) {
            html.raw("<p class=\"sil\">Silent when a sign of life was due: ");
            String separator = "";
            for (FloorReport.Silence each : floor.silent()) {
                html.raw(separator).foreign(each.source());
                html.raw(" (" + Words.duration(each.silentMs()) + " of the period, since " + Words.utc(each.sinceMs())
                        + ")");
                separator = ", ";
            }
            html.raw(". What they would have seen is not observed.</p>");
        }
    }

    private void hours() throws IOException {
        html.raw("<div class=\"tw\" tabindex=\"0\"><table>");
        Sheet.head(
                html,
                "Line and side",
                "#Line-hours<br/>observed",
                "#of<br/>possible",
                "#Share<br/>observed",
                "<span class=\"wide\">Stretch by stretch</span>",
                "#Events of fire per<br/>observed hour");
        html.raw("<tbody>");
        for (FloorReport.LineCoverage line : floor.lines()) {
            for (FloorReport.SideCoverage side : line.sides()) {
                side(line, side);
            }
        }
        html.raw(
                "</tbody></table></div><p class=\"nt\">A line-hour is one hour in which somebody could see one side of one"
                        + " stretch of 10 km. Ink: observed; hatched: not observed. Only events that began while their stretch was in view are in a rate, so that blocking a"
                        + " patrol lowers nobody's rate.");
        int unseen = floor.lines().stream()
                .mapToInt(FloorReport.LineCoverage::unseen)
                .sum();
        if (unseen > 0) {
            html.raw(" " + Words.number(unseen, "event", "events")
                    + " of fire began where nobody watched: known from elsewhere, and in no rate.");
        }
        html.raw("</p>");
    }

    private void side(FloorReport.LineCoverage line, FloorReport.SideCoverage side) throws IOException {
        html.raw("<tr><th scope=\"row\">").text(line.name()).raw(", ").foreign(side.name());
        html.raw("</th><td class=\"n\">" + hours(side.observedMs()) + "</td><td class=\"n\">" + hours(side.possibleMs())
                + "</td><td class=\"n\">" + side.percent() + Words.THIN + "%</td><td class=\"wide\">");
        html.raw(Bars.stretches(side, line.coverage().toMs() - line.coverage().fromMs()));
        String rate = side.rate().text();
        html.raw("</td><td class=\"n\">"
                + (rate == null
                        ? "none observed"
                        : rate.substring(0, rate.indexOf(' ')) + " ("
                                + side.rate().incidents() + ")")
                + "</td></tr>");
    }

    private static String hours(long ms) {
        return Words.number((ms + 1_800_000) / 3_600_000) + Words.THIN + "h";
    }

    /// One restriction in the fields of the field's own spot reports.
    static void restriction(Markup html, Restriction each, Frame frame) throws IOException {
        html.raw("<b>" + kind(each.kind()) + "</b>, ").foreign(each.area());
        html.raw(", " + Words.utc(each.fromMs()) + " to " + Words.utc(each.untilMs()) + " ("
                + Words.duration(each.untilMs() - each.fromMs()) + "), by ");
        html.foreign(each.by()).raw(". Reason given: “").foreign(each.reason()).raw("”. Outcome: ");
        html.foreign(each.outcome()).raw(". " + (each.isAnnounced() ? "Announced before." : "Not announced before."));
        if (each.party() != null) {
            html.raw(" Area held by ").foreign(name(frame, each.party())).raw(".");
        }
        if (each.incident() != null) {
            html.raw(" It kept people from looking into incident <span class=\"id\">")
                    .text(each.incident());
            html.raw("</span>.");
        }
        html.raw(" Entry " + Words.number(each.index()) + ".");
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "denial" -> "Denial";
            case "delay" -> "Delay";
            case "condition" -> "Conditional access";
            case "jamming" -> "Signal interference, assessed as probable jamming";
            case "regular" -> "Regular restriction";
            default -> "Other impediment";
        };
    }

    static void harm(Markup html, FloorReport.Harm each) throws IOException {
        String how = switch (each.qualifier()) {
            case "at-least" -> "at least ";
            case "about" -> "about ";
            default -> "";
        };
        html.raw("<b>" + Phrases.capital(people(how, each.dead(), "dead")) + ", "
                + people(how, each.injured(), "injured") + "</b>");
        html.raw("; objects: ").foreign(each.objects());
        html.raw(" (" + each.status().replace('-', ' ') + ")");
        if (each.incident() != null) {
            html.raw(", incident <span class=\"id\">" + each.incident() + "</span>");
        }
        html.raw(". Entry " + Words.number(each.entry()) + ".");
    }

    private static String people(String how, long number, String what) {
        return (number == 0 ? "" : how) + Words.number(number) + " " + what;
    }

    private void repair(FloorReport.Repair repair) throws IOException {
        html.raw("<b>" + Phrases.capital(repair.status()) + "</b>: ").foreign(repair.what());
        html.raw(", ").foreign(repair.area());
        html.raw(", " + Words.utc(repair.fromMs()) + " to " + Words.utc(repair.untilMs()) + " ("
                + Words.duration(repair.untilMs() - repair.fromMs()) + "). Entry " + Words.number(repair.entry())
                + ".");
    }

    private void calls() throws IOException {
        if (floor.calls().isEmpty()) {
            return;
        }
        long answered = floor.calls().stream()
                .filter(call -> call.outcome().equals("answered"))
                .count();
        Sheet.heading(html, ++number, "Liaison calls");
        html.raw("<p>" + Words.number(floor.calls().size(), "call", "calls") + ": " + Words.number(answered)
                + " answered, " + Words.number(floor.calls().size() - answered)
                + " not.</p><div class=\"tw\" tabindex=\"0\"><table>");
        Sheet.head(html, "UTC", "From", "To", "Outcome", "About");
        html.raw("<tbody>");
        for (FloorReport.Call each : floor.calls()) {
            html.raw("<tr><td class=\"nw\">" + Words.utc(each.startedMs()) + "</td><td>")
                    .foreign(name(each.from()));
            html.raw("</td><td>").foreign(name(each.to()));
            html.raw("</td><td>" + each.outcome().replace('-', ' ') + "</td><td>")
                    .foreign(each.about());
            html.raw("</td></tr>");
        }
        html.raw("</tbody></table></div>");
    }

    private void claims() throws IOException {
        if (floor.claims().isEmpty()) {
            return;
        }
        Sheet.heading(html, ++number, "Claims of the parties");
        html.raw("<div class=\"tw\" tabindex=\"0\"><table>");
        Sheet.head(
                html,
                "List",
                "Says it of",
                "#Claimed",
                "#Matched",
                "#Observed,<br/>none found",
                "#Not<br/>observed",
                "#Said<br/>before",
                "#Out of<br/>scope");
        html.raw("<tbody>");
        for (FloorReport.Claims each : floor.claims()) {
            html.raw("<tr><th scope=\"row\">").foreign(each.source()).raw("</th><td>");
            html.foreign(each.accused().isEmpty() ? "nobody" : name(each.accused()))
                    .raw("</td>");
            for (long count : List.of(
                    each.claims(),
                    each.matched(),
                    each.unmatchedObserved(),
                    each.notObserved(),
                    each.duplicate(),
                    each.outOfScope())) {
                html.raw("<td class=\"n\">" + Words.number(count) + "</td>");
            }
            html.raw("</tr>");
        }
        html.raw("</tbody></table></div><p class=\"nt\">A claim raises no incident and changes none; every list is held"
                + " against the same observations by the same rule.</p>");
    }

    private void airAndSea() throws IOException {
        if (floor.crossings().isEmpty() && floor.interference().isEmpty()) {
            return;
        }
        Sheet.heading(html, ++number, "Air and sea");
        html.raw("<ul class=\"bl\">");
        for (FloorReport.Crossing each : floor.crossings()) {
            crossing(each, null);
        }
        for (FloorReport.Crossing each : floor.interference()) {
            crossing(each, "Interference: positions that no craft can have. No zone rule is applied to them.");
        }
        html.raw("</ul>");
    }

    private void crossing(FloorReport.Crossing each, @Nullable String instead) throws IOException {
        html.raw("<li>" + Words.title(each.kind()) + " <span class=\"id\">" + each.incident() + "</span>, "
                + Phrases.utc(each.fromMs(), each.toMs()) + ". ");
        if (instead != null) {
            html.raw(instead).raw("</li>");
            return;
        }
        html.text("Provision " + each.provisions().stream().collect(Collectors.joining(", ")) + ": " + each.reason())
                .raw(".</li>");
    }
}
