package truceline.report;

import java.io.IOException;
import java.time.LocalDate;

/// A daily report as one HTML file that needs nothing else: no script, no request, printable on A4, readable aloud.
/// It is also well-formed XML. The same report gives the same bytes.
public final class DailyHtml {
    private static final String LOGO =
            "<svg viewBox=\"0 0 22 22\" aria-hidden=\"true\" fill=\"none\" stroke=\"#1A1D21\""
                    + " stroke-width=\"2.5\"><path d=\"M2 7h8M12 7h8M2 15h18\"/><circle cx=\"11\" cy=\"11\" r=\"2\" fill=\"#1A1D21\""
                    + " stroke=\"none\"/></svg>";
    private static final int SMALL_WIDTH = 300;
    private static final int SMALL_HEIGHT = 236;

    private final DailyReport report;
    private final Markup html;

    private DailyHtml(DailyReport report, Markup html) {
        this.report = report;
        this.html = html;
    }

    public static void write(DailyReport report, Appendable out) throws IOException {
        new DailyHtml(report, new Markup(out)).write();
    }

    private void write() throws IOException {
        String title = title() + " - " + report.frame().title();
        boolean isPlain = report.floor().isEmpty() && !report.isDemo();
        if (isPlain) {
            Sheet.begin(html, title, "daily.css");
        } else {
            Sheet.begin(html, title, "daily.css", "floor.css");
        }
        html.raw("<main class=\"pg\">");
        heading();
        summary();
        new DailyTables(report, html).write();
        notes();
        check();
        html.raw("</main>\n");
        new DailyAnnex(report, html).write();
        html.raw("</body></html>\n");
    }

    private String title() {
        return "Daily report " + report.period().number();
    }

    private void heading() throws IOException {
        Period period = report.period();
        html.raw("<header><div class=\"rh\"><div class=\"m\">" + LOGO)
                .foreign(report.frame().title());
        html.raw("</div><div class=\"r\">Daily report <b>" + period.number() + "</b><br/>As received by "
                + Words.utc(report.cutOffMs()) + "</div></div>");
        Sheet.demo(html, report.isDemo());
        html.element("h1", "Daily report, " + Words.day(period.date()));
        html.raw("<p class=\"sub\">Covers " + Words.day(period.date()) + ", 00:00 to 24:00 local time (")
                .text(zone());
        html.raw("), that is <span class=\"nw\">" + Words.utc(period.fromMs()) + "</span> to <span class=\"nw\">"
                + Words.utc(period.toMs()) + "</span>, "
                + Words.duration(period.toMs() - period.fromMs())
                + ". All times are local unless marked Z."
                + " Cut-off for receipt <span class=\"nw\">" + Words.utc(report.cutOffMs())
                + ".</span> Figures are pinned to ledger size "
                + Words.number(report.size()) + ".");
        if (!report.frame().version().isEmpty()) {
            html.raw(" Agreement version ").text(report.frame().version()).raw(".");
        }
        html.raw("</p>");
        if (report.isProvisional()) {
            html.raw("<p class=\"ui inv\">Provisional: the period was not over at the cut-off.</p>");
        }
        html.raw("</header>");
    }

    private String zone() {
        Period period = report.period();
        String first = Words.offset(period.firstOffset());
        String last = Words.offset(period.lastOffset());
        String offsets = first.equals(last) ? first : first + ", from the change of clocks " + last;
        String id = period.zone().getId();
        return id.equals("Z") ? offsets : id + ", " + offsets;
    }

    private void summary() throws IOException {
        html.raw("<section class=\"two\"><div><h2><span>1</span>Summary</h2><ul class=\"bl\">");
        new DailySummary(report, html).write();
        html.raw("</ul>");
        parties();
        MapSvg.Drawing map = MapSvg.of(report, "s", SMALL_WIDTH, SMALL_HEIGHT, 1, 6);
        html.raw("</div><div class=\"side\"><figure>").raw(map.svg());
        html.raw("<figcaption><b>Map 1.</b> Incidents of the period. " + unmapped(map.outside())
                + "</figcaption></figure></div></section>");
    }

    private void parties() throws IOException {
        if (report.frame().parties().isEmpty()) {
            return;
        }
        html.raw("<p class=\"pty ui\">Parties: ");
        int position = 0;
        for (Frame.Party party : report.frame().parties()) {
            html.raw("<span>");
            if (position < Svg.patterns()) {
                html.raw(Svg.chip(position, "c" + position));
            }
            html.foreign(party.name()).raw("</span>");
            position++;
        }
        html.raw("</p>");
    }

    private String unmapped(long outside) {
        long placeless =
                report.events().stream().filter(event -> event.place() == null).count();
        String missing = placeless == 0 ? "" : Words.number(placeless, "has", "have") + " no known place. ";
        return missing + (outside == 0 ? "" : Words.number(outside, "lies", "lie") + " outside the map.");
    }

    private void notes() throws IOException {
        html.raw(
                "<div class=\"fn\"><p><sup>1</sup> An incident is what the observations of one event make together; it counts"
                        + " in the period in which it begins, and once. Counts are “at least”: an event that nobody recorded is not in"
                        + " them.</p><p><sup>2</sup> Ceasefire violation is used as in the tables of monitoring missions: an event of fire"
                        + " that was recorded. Whether it breaches a provision is a case, and a case is a candidate until people decide"
                        + " it. Indeterminate: place, time or weapon is too roughly known to say.</p><p><sup>3</sup> A thermal anomaly is a"
                        + " hint from orbit that nobody on the ground has confirmed. It is never a ceasefire violation and is in none of"
                        + " the other figures. Parties stand in the order of the agreement. The number of the report is the day of the"
                        + " year.</p></div>");
    }

    private void check() throws IOException {
        Footer footer = report.footer();
        LocalDate next = report.period().date().plusDays(1);
        html.raw(
                        "<footer class=\"ft\"><b>Check it yourself.</b> <span class=\"id\">truceline audit DIR</span> recomputes every"
                                + " figure from the ledger. Origin <span class=\"id\">")
                .text(footer.origin());
        html.raw("</span>, tree size " + Words.number(footer.treeSize()) + ", root <span class=\"id\">")
                .text(footer.rootBase64());
        html.raw(
                "</span>.<br/>The next report covers " + Words.day(next)
                        + ". A later change of these figures appears there as a correction; this document is not rewritten.</footer>");
    }
}
