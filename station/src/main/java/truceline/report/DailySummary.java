package truceline.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import truceline.incident.Family;

/// The summary of a daily report: sentences computed from its figures, each with what it is compared with.
final class DailySummary {
    private final DailyReport report;
    private final Markup html;
    private final Counts total;
    private final Counts before;

    DailySummary(DailyReport report, Markup html) {
        this.report = report;
        this.html = html;
        this.total = report.total();
        this.before = report.before();
    }

    void write() throws IOException {
        incidents();
        violations();
        cases();
        places();
        harm();
        cues();
        observation();
        findings();
    }

    private void incidents() throws IOException {
        String registered = total.incidents() == 0
                ? "No incident registered"
                : Words.number(total.incidents(), "incident", "incidents") + " registered";
        html.raw("<li><b>" + registered + "</b>,<sup>1</sup> " + compared(total.incidents(), before.incidents())
                + ".</li>");
    }

    private static String compared(long now, long before) {
        long change = now - before;
        if (change == 0) {
            return "as many as the day before";
        }
        return Words.number(Math.abs(change)) + (change > 0 ? " more" : " fewer") + " than the day before ("
                + Words.number(before) + ")";
    }

    private void violations() throws IOException {
        if (total.violationsAtLeast() == 0) {
            html.raw(
                    "<li>No ceasefire violation was recorded.<sup>2</sup> That is not the same as none having happened.</li>");
            return;
        }
        html.raw("<li><b>At least "
                + Words.number(total.violationsAtLeast(), "ceasefire violation", "ceasefire violations")
                + "</b><sup>2</sup> recorded" + explosions() + " (the day before: at least "
                + Words.number(before.violationsAtLeast())
                + (total.explosionsAtLeast() == 0 ? "" : " and " + Words.number(before.explosionsAtLeast()))
                + ").</li>");
    }

    private String explosions() {
        return total.explosionsAtLeast() == 0
                ? ""
                : ", including at least " + Words.number(total.explosionsAtLeast(), "explosion", "explosions");
    }

    private void cases() throws IOException {
        long candidates = report.provisions().stream()
                .mapToLong(DailyReport.ProvisionCount::candidates)
                .sum();
        long indeterminate = report.provisions().stream()
                .mapToLong(DailyReport.ProvisionCount::indeterminate)
                .sum();
        if (candidates + indeterminate == 0) {
            html.raw("<li>No incident of the period stands against a provision that is evaluated.</li>");
            return;
        }
        html.raw("<li><b>" + Words.number(candidates, "candidate case", "candidate cases")
                + "</b>, party undetermined, and "
                + Words.number(indeterminate, "indeterminate case", "indeterminate cases") + ", under ");
        html.raw(Words.number(report.provisions().size(), "provision", "provisions") + " (section 3).</li>");
    }

    private void places() throws IOException {
        List<DailyReport.RegionCount> named = new ArrayList<>(
                report.regions().subList(0, report.frame().regions().size()));
        named.removeIf(region -> region.counts().incidents() == 0);
        named.sort(Comparator.comparingLong(
                        (DailyReport.RegionCount region) -> region.counts().incidents())
                .reversed());
        if (named.isEmpty()) {
            return;
        }
        html.raw("<li>Most were recorded in ");
        int shown = Math.min(3, named.size());
        for (int i = 0; i < shown; i++) {
            html.raw(i == 0 ? "" : i == shown - 1 ? " and " : ", ")
                    .foreign(named.get(i).region());
            html.raw(" (" + Words.number(named.get(i).counts().incidents()) + ")");
        }
        html.raw(".</li>");
    }

    private void harm() throws IOException {
        long harm = incidentsOf(Family.HARM);
        long movement = incidentsOf(Family.MOVEMENT);
        if (harm + movement == 0) {
            return;
        }
        String harmed = Words.number(harm, "incident", "incidents") + " of casualties or damage";
        String restricted = Words.number(movement, "restriction", "restrictions") + " of movement";
        html.raw("<li>" + (harm == 0 ? restricted : movement == 0 ? harmed : harmed + ", " + restricted) + ".</li>");
    }

    private long incidentsOf(Family family) {
        return report.kinds().stream()
                .filter(each -> Family.of(each.kind()) == family)
                .mapToLong(DailyReport.KindCount::incidents)
                .sum();
    }

    private void cues() throws IOException {
        if (total.cues() > 0) {
            html.raw("<li>" + Words.number(total.cues(), "thermal anomaly", "thermal anomalies")
                    + ", cues only,<sup>3</sup> counted apart (" + Words.number(before.cues())
                    + " the day before).</li>");
        }
    }

    private void observation() throws IOException {
        long silent =
                report.sources().stream().filter(source -> source.rows() == 0).count();
        long reporting = report.sources().size() - silent;
        html.raw("<li>" + Words.number(reporting, "source", "sources") + " reported on the period, "
                + Words.number(silent) + " did not (section 5)."
                + (report.isMeasured() ? "" : " Hours of observation are not yet measured.") + "</li>");
        FloorReport floor = report.floor();
        if (report.isMeasured()) {
            html.raw("<li><b>" + FloorReport.percent(floor.observedMs(), floor.possibleMs()) + Words.THIN
                    + "% of the line-hours were observed.</b> What happened in the others is not counted.</li>");
        }
        if (!floor.restrictions().isEmpty()) {
            html.raw("<li>Movement was restricted "
                    + Words.number(floor.restrictions().size(), "time", "times") + ".</li>");
        }
    }

    private void findings() throws IOException {
        List<Published> findings = report.floor().findings();
        if (findings.isEmpty()) {
            return;
        }
        long dissenting =
                findings.stream().filter(each -> !each.dissent().isEmpty()).count();
        html.raw("<li><b>" + Words.number(findings.size(), "finding", "findings") + " published</b>"
                + (dissenting == 0 ? "" : ", " + Words.number(dissenting) + " with dissent, which stands in full")
                + ".</li>");
    }
}
