package truceline.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import truceline.compliance.Norms;

/// The numbered sections of a daily report after its summary.
final class DailyTables {
    /// Number of the last section that every report has.
    private static final int LAST = 7;

    private static final int MOST_SOURCES = 40;
    private static final int MOST_EMPTY_REGIONS = 12;
    private static final int MOST_CORRECTIONS = 40;

    private final DailyReport report;
    private final Markup html;

    DailyTables(DailyReport report, Markup html) {
        this.report = report;
        this.html = html;
    }

    void write() throws IOException {
        regions();
        html.raw("<div class=\"two\"><div>");
        provisions();
        html.raw("</div><div>");
        kinds();
        html.raw("</div></div>");
        new DayStrip(report, html).write();
        sources();
        corrections();
        rejections();
        new FloorHtml(report, html, LAST).write();
    }

    private void heading(int number, String text) throws IOException {
        html.raw("<h2><span>" + number + "</span>").text(text).raw("</h2>");
    }

    private void head(String... names) throws IOException {
        html.raw("<thead><tr>");
        for (int i = 0; i < names.length; i++) {
            boolean isNumber = names[i].startsWith("#");
            html.raw("<th scope=\"col\"" + (isNumber ? " class=\"n\">" : ">") + names[i].substring(isNumber ? 1 : 0)
                    + "</th>");
        }
        html.raw("</tr></thead>");
    }

    private void number(long number) throws IOException {
        html.raw("<td class=\"n\">" + Words.number(number) + "</td>");
    }

    private void regions() throws IOException {
        heading(2, "Incidents by region");
        html.raw("<div class=\"tw\" tabindex=\"0\"><table>");
        head(
                "Region",
                "#Incidents",
                "#of them with a<br/>candidate case",
                "#only in-<br/>determinate",
                "#Ceasefire viola-<br/>tions, at least<sup>2</sup>",
                "#Explosions,<br/>at least",
                "#Cues<br/>only<sup>3</sup>");
        html.raw("<tbody>");
        int named = report.frame().regions().size();
        List<String> empty = emptyRegions();
        for (int i = 0; i < report.regions().size(); i++) {
            DailyReport.RegionCount region = report.regions().get(i);
            if (empty.contains(region.region())) {
                continue;
            }
            html.raw(i < named ? "<tr>" : "<tr class=\"e\">")
                    .raw("<th scope=\"row\">")
                    .foreign(region.region())
                    .raw("</th>");
            counts(region.counts());
            html.raw("</tr>");
        }
        html.raw("</tbody><tfoot><tr><th scope=\"row\">All</th>");
        counts(report.total());
        html.raw("</tr></tfoot></table></div><p class=\"nt\">");
        if (!empty.isEmpty()) {
            html.raw("Nothing was recorded in ");
            names(empty);
            html.raw(", which is not the same as nothing having happened there. ");
        }
        html.raw(nearBorder()
                + (report.isMeasured()
                        ? "These counts are no rates: rates per observed hour stand under Coverage.</p>"
                        : "Hours of observation are not yet measured, so these counts are no rates and regions cannot"
                                + " be compared.</p>"));
    }

    /// Named regions without any record, where there are too many regions to give each a row.
    private List<String> emptyRegions() {
        int named = report.frame().regions().size();
        if (named <= MOST_EMPTY_REGIONS) {
            return List.of();
        }
        return report.regions().subList(0, named).stream()
                .filter(region -> region.counts().equals(Counts.NONE))
                .map(DailyReport.RegionCount::region)
                .toList();
    }

    private void names(List<String> names) throws IOException {
        for (int i = 0; i < names.size(); i++) {
            html.raw(i == 0 ? "" : i == names.size() - 1 ? " and " : ", ").foreign(names.get(i));
        }
    }

    private String nearBorder() {
        long near = report.total().nearBorder();
        return near == 0
                ? ""
                : Words.number(near, "place is", "places are")
                        + " known too roughly to say on which side of a region's border;"
                        + " each is counted once, in the region of its centre. ";
    }

    private void counts(Counts counts) throws IOException {
        number(counts.incidents());
        number(counts.candidates());
        number(counts.indeterminate());
        number(counts.violationsAtLeast());
        number(counts.explosionsAtLeast());
        number(counts.cues());
    }

    private void provisions() throws IOException {
        heading(3, "Cases by provision");
        if (report.provisions().isEmpty()) {
            html.raw("<p>No incident of the period stands against a provision that is evaluated.</p>");
        } else {
            html.raw("<table>");
            head("Provision", "#Candidate", "#Indeterminate");
            html.raw("<tbody>");
            for (DailyReport.ProvisionCount each : report.provisions()) {
                html.raw("<tr><th scope=\"row\">").text(each.provision()).raw("</th>");
                number(each.candidates());
                number(each.indeterminate());
                html.raw("</tr>");
            }
            html.raw("</tbody></table>");
        }
        int evaluated = report.frame().norms().evaluated().size();
        html.raw("<p class=\"nt\">" + Words.number(evaluated, "prohibition is", "prohibitions are") + " evaluated. ");
        notEvaluated();
        html.raw("</p>");
    }

    private void notEvaluated() throws IOException {
        List<Norms.Silent> silent = report.frame().norms().notEvaluated();
        if (silent.isEmpty()) {
            return;
        }
        html.raw(
                Words.number(silent.size(), "part", "parts")
                        + " of the agreement cannot be evaluated in this version and can have no case here (listed in annex B).");
    }

    private void kinds() throws IOException {
        heading(4, "What was recorded");
        if (report.kinds().isEmpty()) {
            html.raw("<p>Nothing but cues, or nothing at all.</p>");
            return;
        }
        html.raw("<table>");
        head("Observation", "#Incidents", "#Events, at least");
        html.raw("<tbody>");
        for (DailyReport.KindCount each : report.kinds()) {
            html.raw("<tr><th scope=\"row\">").text(Words.title(each.kind())).raw("</th>");
            number(each.incidents());
            number(each.eventsAtLeast());
            html.raw("</tr>");
        }
        html.raw("</tbody></table>");
    }

    private void sources() throws IOException {
        heading(5, "Observation");
        List<DailyReport.SourceCount> reporting = new ArrayList<>(report.sources());
        reporting.removeIf(source -> source.rows() == 0);
        if (!reporting.isEmpty()) {
            html.raw("<div class=\"tw\" tabindex=\"0\"><table>");
            head(
                    "Source",
                    "Grade",
                    "#Observations<br/>of the period",
                    "#Searches that<br/>found nothing",
                    "#First received",
                    "#Last received");
            html.raw("<tbody>");
            for (DailyReport.SourceCount source : reporting.subList(0, Math.min(MOST_SOURCES, reporting.size()))) {
                source(source);
            }
            html.raw("</tbody></table></div>");
        }
        if (reporting.size() > MOST_SOURCES) {
            html.raw("<p class=\"nt\">And "
                    + Words.number(reporting.size() - MOST_SOURCES, "further source.</p>", "further sources.</p>"));
        }
        silent();
        html.raw("<p class=\"nt\">" + (report.isMeasured() ? "" : "Hours of observation are not yet measured. ")
                + "A grade F says that a source has not been judged, not that"
                + " it is poor.</p>");
    }

    private void source(DailyReport.SourceCount source) throws IOException {
        html.raw("<tr><th scope=\"row\">").foreign(source.id()).raw("</th><td>" + source.grade() + "</td>");
        number(source.rows());
        number(source.searches());
        html.raw("<td class=\"n nw\">" + Words.utc(source.firstReceivedMs()) + "</td><td class=\"n nw\">"
                + Words.utc(source.lastReceivedMs()) + "</td></tr>");
    }

    private void silent() throws IOException {
        List<DailyReport.SourceCount> silent = new ArrayList<>(report.sources());
        silent.removeIf(source -> source.rows() > 0);
        if (silent.isEmpty()) {
            return;
        }
        html.raw("<p>No report on the period from ");
        int shown = Math.min(MOST_SOURCES, silent.size());
        html.raw("<b>");
        names(silent.subList(0, shown).stream().map(DailyReport.SourceCount::id).toList());
        html.raw("</b>");
        if (silent.size() > shown) {
            html.raw(" and " + Words.number(silent.size() - shown, "further source", "further sources"));
        }
        html.raw(": not observed, which is not the same as nothing happened.</p>");
    }

    private void corrections() throws IOException {
        heading(6, "Corrections to earlier reports");
        List<DailyReport.Correction> corrections = report.corrections();
        if (corrections.isEmpty()) {
            html.raw("<p>No correction to earlier reports.");
        } else {
            html.raw("<ul class=\"bl\">");
            for (DailyReport.Correction each : corrections.subList(0, Math.min(MOST_CORRECTIONS, corrections.size()))) {
                correction(each);
            }
            html.raw("</ul><p>");
            if (corrections.size() > MOST_CORRECTIONS) {
                html.raw("And " + Words.number(corrections.size() - MOST_CORRECTIONS, "further one.", "further ones."));
            }
        }
        if (report.lateIncidents() > 0) {
            html.raw(" " + Words.number(report.lateIncidents(), "incident", "incidents") + " of earlier days "
                    + (report.lateIncidents() == 1 ? "was" : "were")
                    + " first received in this period; they count in the figures of their own days.");
        }
        html.raw("</p>");
    }

    private void correction(DailyReport.Correction each) throws IOException {
        html.raw("<li>Incident <span class=\"id\">" + each.id() + "</span> of "
                + Words.when(each.fromMs(), each.fromMs(), report.period().zone()));
        if (each.placeName() != null) {
            html.raw(", ").foreign(each.placeName());
        }
        html.raw(": " + Words.number(each.added(), "observation", "observations") + " added");
        if (each.joined() > 0) {
            html.raw(", now one with " + Words.number(each.joined(), "other incident", "other incidents"));
        }
        String was = Words.word(each.kindBefore()) + ", " + each.countBefore().text();
        String is = Words.word(each.kindAfter()) + ", " + each.countAfter().text();
        html.text(was.equals(is) ? "; still " + is : "; was " + was + ", is " + is)
                .raw(".</li>");
    }

    private void rejections() throws IOException {
        heading(7, "Rows that could not be used");
        if (report.rejections().isEmpty()) {
            html.raw("<p>None up to the cut-off.</p>");
            return;
        }
        long all =
                report.rejections().values().stream().mapToLong(Long::longValue).sum();
        html.raw("<p>" + Words.number(all, "row was", "rows were")
                + " rejected since the ledger began, each kept with its reason: ");
        boolean first = true;
        for (Map.Entry<String, Long> each : report.rejections().entrySet()) {
            html.raw(first ? "" : ", ").text(each.getKey()).raw(" (" + Words.number(each.getValue()) + ")");
            first = false;
        }
        html.raw(".</p>");
    }
}
