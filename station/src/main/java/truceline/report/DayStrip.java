package truceline.report;

import java.io.IOException;
import java.util.List;

/// The days around the period as bars with their numbers. A day that was not over at the cut-off is drawn open, one
/// that had not begun not at all: no bar of zero stands for a day that nobody could know.
final class DayStrip {
    private static final int WIDTH = 682;
    private static final int HEIGHT = 96;
    private static final int BASE = 66;
    private static final int TALLEST = 46;

    private final DailyReport report;
    private final Markup html;

    DayStrip(DailyReport report, Markup html) {
        this.report = report;
        this.html = html;
    }

    void write() throws IOException {
        List<DailyReport.DayCount> days = report.days();
        long most = days.stream()
                .mapToLong(day -> Math.max(
                        day.counts().incidents(),
                        Math.max(day.counts().violationsAtLeast(), day.counts().cues())))
                .max()
                .orElse(0);
        html.raw("<figure><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                        + "\" width=\"" + WIDTH
                        + "\" height=\"" + HEIGHT
                        + "\" style=\"max-width:100%\" role=\"img\" aria-labelledby=\"dt dd\"><title id=\"dt\">Five days"
                        + "</title><desc id=\"dd\">")
                .text(description());
        html.raw(
                "</desc><g font-family=\"'Source Sans 3',system-ui,sans-serif\" font-size=\"11.5\" text-anchor=\"middle\" fill=\""
                        + Svg.INK + "\"><path d=\"M0 " + (BASE + .5) + "h" + WIDTH + "\" stroke=\"" + Svg.INK + "\"/>");
        for (int i = 0; i < days.size(); i++) {
            day(days.get(i), i * WIDTH / days.size(), i == DailyReport.THIS_DAY, Math.max(1, most));
        }
        html.raw(
                "</g></svg><figcaption><b>Figure 1.</b> Each day from left to right: incidents (outline), ceasefire violations at"
                        + " least (solid), cues only (dashed). Days that were not over at the cut-off are dotted below.</figcaption></figure>");
    }

    private String description() {
        StringBuilder text = new StringBuilder();
        for (DailyReport.DayCount day : report.days()) {
            text.append(Words.shortDay(day.date())).append(": ");
            if (day.coverage() == DailyReport.Received.NOTHING && isEmpty(day.counts())) {
                text.append("not yet received. ");
            } else {
                text.append(Words.number(day.counts().incidents(), "incident", "incidents"))
                        .append(", at least ");
                text.append(Words.number(day.counts().violationsAtLeast(), "violation", "violations"))
                        .append(", ");
                text.append(Words.number(day.counts().cues(), "cue", "cues")).append(". ");
            }
        }
        return text.toString().strip();
    }

    private static boolean isEmpty(Counts counts) {
        return counts.incidents() == 0 && counts.cues() == 0;
    }

    private void day(DailyReport.DayCount day, int left, boolean isThis, long most) throws IOException {
        int middle = left + WIDTH / 10;
        String weight = isThis ? " font-weight=\"650\"" : "";
        boolean isUnknown = day.coverage() == DailyReport.Received.NOTHING && isEmpty(day.counts());
        if (isUnknown) {
            html.raw("<text x=\"" + middle + "\" y=\"" + (BASE - 8) + "\" fill=\"" + Svg.INK_3
                    + "\">not yet received</text>");
        } else {
            bar(
                    middle - 40,
                    day.counts().incidents(),
                    most,
                    "fill=\"" + Svg.SURFACE + "\" stroke=\"" + Svg.EVENT + "\" stroke-width=\"1.3\"");
            bar(
                    middle,
                    day.counts().violationsAtLeast(),
                    most,
                    "fill=\"" + Svg.EVENT + "\" stroke=\"" + Svg.EVENT + "\" stroke-width=\"1.3\"");
            bar(
                    middle + 40,
                    day.counts().cues(),
                    most,
                    "fill=\"none\" stroke=\"" + Svg.EVENT + "\" stroke-width=\"1\" stroke-dasharray=\"2.4 1.8\"");
        }
        html.raw("<text x=\"" + middle + "\" y=\"" + (BASE + 16) + "\"" + weight + ">" + Words.shortDay(day.date())
                + "</text>");
        if (isThis) {
            html.raw("<path d=\"M" + (left + 8) + " " + (BASE + 1.5) + "h" + (WIDTH / 5 - 16) + "\" stroke=\"" + Svg.INK
                    + "\" stroke-width=\"3\"/>");
        }
        if (day.coverage() != DailyReport.Received.WHOLE) {
            html.raw("<path d=\"M" + (middle - 30) + " " + (BASE + 22) + "h60\" stroke=\"" + Svg.INK_3
                    + "\" stroke-dasharray=\"1.5 3\" stroke-width=\"1.5\"/>");
        }
    }

    private void bar(int middle, long value, long most, String look) throws IOException {
        double height = value == 0 ? 0 : Math.max(1.5, (double) TALLEST * value / most);
        if (value > 0) {
            html.raw("<rect x=\"" + (middle - 13) + "\" y=\"" + Svg.number(BASE - height) + "\" width=\"26\" height=\""
                    + Svg.number(height) + "\" " + look + "/>");
        }
        html.raw("<text x=\"" + middle + "\" y=\"" + Svg.number(BASE - height - 5) + "\">" + Words.number(value)
                + "</text>");
    }
}
