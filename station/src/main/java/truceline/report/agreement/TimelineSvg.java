package truceline.report.agreement;

import java.util.List;
import java.util.Locale;
import truceline.agreement.Agreement;
import truceline.agreement.Identity;
import truceline.duty.Timeline;
import truceline.report.Markup;

/// The times of an agreement as one SVG drawing: a row per norm and reading, a lane per party, all lanes of
/// one form and one ink. Widths and heights are pixels; the same chart gives the same text.
public final class TimelineSvg {
    private static final int WIDTH = 1120;
    private static final int LEFT = 24;
    private static final int CHART = 452;
    private static final int CHART_END = 1000;
    private static final int ROW = 34;
    private static final int LINE = 18;
    private static final int MOST_OF_A_SENTENCE = 66;
    private static final String INK = "#1A1D21";
    private static final String INK_2 = "#474D54";
    private static final String RULE = "#D5D2C8";

    private final TimelineChart chart;
    private final StringBuilder svg = new StringBuilder();
    private int y = 34;

    private TimelineSvg(TimelineChart chart) {
        this.chart = chart;
    }

    /// The drawing as a file of its own.
    public static String of(TimelineChart chart) {
        return new TimelineSvg(chart).draw();
    }

    private String draw() {
        String title = chart.agreement().identity().title().firstEntry().getValue();
        text(LEFT, y, "font-size=\"20\"", title);
        y += 22;
        text(
                LEFT,
                y,
                note(),
                chart.agreement().id() + " " + chart.agreement().version() + draft(chart.agreement()) + ", times in "
                        + chart.agreement().timeZone()
                        + ". A date says when something falls due, not whether it was done.");
        y += 20;
        legend();
        chart.panels().forEach(this::panel);
        waiting();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + y + "\" viewBox=\"0 0 "
                + WIDTH + " " + y + "\" role=\"img\" aria-label=\"" + Markup.escaped("Timeline of " + title)
                + "\" font-family=\"'Liberation Serif','Source Serif 4',Georgia,'Times New Roman',serif\" fill=\"" + INK
                + "\">\n<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n" + svg + "</svg>\n";
    }

    /// A draft says so wherever its name stands.
    private static String draft(Agreement agreement) {
        return agreement.identity().status() == Identity.Status.DRAFT ? ", a draft, not agreed" : "";
    }

    private static String note() {
        return "font-size=\"12\" fill=\"" + INK_2 + "\"";
    }

    private void legend() {
        int x = LEFT + 6;
        for (Timeline.Edge edge : Timeline.Edge.values()) {
            mark(edge, x, y - 4);
            String word = switch (edge) {
                case FROM -> "from";
                case BEGIN_BY -> "begin by";
                case BY -> "by";
                case UNTIL -> "until";
                case EVERY -> "every, first time due";
            };
            text(x + 12, y, note(), word);
            x += 40 + word.length() * 7;
        }
        y += 16;
    }

    private void panel(TimelineChart.Panel panel) {
        Scale scale = Scale.of(panel);
        y += 26;
        String heading = panel.day() == null
                ? "By date" + (chart.days().isEmpty() ? "" : ": " + String.join(", ", chart.days()))
                : "Counted from " + panel.day() + ", which is not set" + meaning(panel.day());
        text(LEFT, y, "font-size=\"15\" font-weight=\"700\"", heading);
        y += 24;
        int top = y;
        ticks(panel, scale);
        int below = svg.length();
        panel.lanes().forEach(lane -> lane(lane, scale));
        String drawn = svg.substring(below);
        svg.setLength(below);
        grid(top, panel, scale);
        svg.append(drawn);
        y += 8;
    }

    private String meaning(String day) {
        var declared = chart.agreement().days().get(day);
        String is = declared == null ? null : declared.origin().meaning();
        return is == null ? "" : " (" + is + ")";
    }

    private void ticks(TimelineChart.Panel panel, Scale scale) {
        for (int tick : scale.ticks()) {
            String label = panel.day() == null
                    ? panel.origin().toLocalDate().plusDays(tick).toString()
                    : panel.day() + (tick == 0 ? "" : tick > 0 ? "+" + tick : "\u2212" + -tick);
            text(scale.x(tick), y - 6, "font-size=\"11\" text-anchor=\"middle\" fill=\"" + INK_2 + "\"", label);
        }
    }

    private void grid(int top, TimelineChart.Panel panel, Scale scale) {
        StringBuilder lines = new StringBuilder();
        for (int tick : scale.ticks()) {
            boolean isDay = panel.day() != null && tick == 0;
            lines.append("M")
                    .append(number(scale.x(tick)))
                    .append(' ')
                    .append(top)
                    .append('V')
                    .append(y);
            if (isDay) {
                line("M" + number(scale.x(0)) + " " + top + "V" + y, INK_2, "1");
            }
        }
        line(lines.toString(), RULE, "0.6");
    }

    private void lane(TimelineChart.Lane lane, Scale scale) {
        line("M" + LEFT + " " + y + "H" + (WIDTH - LEFT), INK, "0.8");
        y += 19;
        text(LEFT, y, "font-size=\"13\" font-weight=\"700\"", lane.name());
        y += 8;
        lane.items().forEach(item -> item(item, scale));
        if (lane.items().isEmpty()) {
            text(LEFT, y + 13, note(), "no dated duty");
            y += ROW;
        }
        y += 6;
    }

    private void item(TimelineChart.Item item, Scale scale) {
        String reader = item.holder() == null ? "" : " as " + item.holder() + " reads it";
        text(LEFT, y + 13, "font-size=\"12\"", item.provision() + reader);
        String sentence = item.sentence();
        String shown = sentence.length() <= MOST_OF_A_SENTENCE
                ? sentence
                : sentence.substring(0, sentence.lastIndexOf(' ', MOST_OF_A_SENTENCE)) + "\u2026";
        svg.append("<g><title>").append(Markup.escaped(sentence)).append("</title>");
        text(LEFT, y + 27, note(), shown);
        svg.append("</g>\n");
        bar(item, scale, y + ROW / 2 - 3);
        y += ROW;
    }

    private void bar(TimelineChart.Item item, Scale scale, int middle) {
        double from = CHART_END;
        double to = CHART;
        boolean isOpenStart = true;
        boolean isOpenEnd = true;
        StringBuilder words = new StringBuilder();
        for (TimelineChart.Mark mark : item.marks()) {
            double x = scale.x(mark.days());
            from = Math.min(from, x);
            to = Math.max(to, x);
            isOpenStart &= mark.edge() != Timeline.Edge.FROM && mark.edge() != Timeline.Edge.BEGIN_BY;
            isOpenEnd &= mark.edge() == Timeline.Edge.FROM || mark.edge() == Timeline.Edge.BEGIN_BY;
            words.append(words.isEmpty() ? "" : ", ");
            String edge = mark.edge().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            words.append(mark.edge() == Timeline.Edge.EVERY ? mark.phrase() : edge + " " + mark.phrase());
        }
        boolean isUntil = item.marks().stream().anyMatch(mark -> mark.edge() == Timeline.Edge.UNTIL);
        double start = isOpenStart && isUntil ? CHART : from;
        double end = isOpenEnd ? CHART_END : to;
        line("M" + number(start) + " " + middle + "H" + number(end), INK, "1.6");
        if (isOpenEnd) {
            line(
                    "M" + (CHART_END - 5) + " " + (middle - 4) + "L" + CHART_END + " " + middle + "L" + (CHART_END - 5)
                            + " " + (middle + 4),
                    INK,
                    "1.6");
        }
        item.marks().forEach(mark -> mark(mark.edge(), scale.x(mark.days()), middle));
        boolean isLeft = to > (CHART + CHART_END) / 2.0 && words.length() * 6 > WIDTH - LEFT - to;
        double x = isOpenEnd ? from : isLeft ? to : to + 10;
        int drop = isOpenEnd || isLeft ? 15 : 4;
        String anchor = isLeft && !isOpenEnd ? "end" : "start";
        text(x, middle + drop, "font-size=\"11\" text-anchor=\"" + anchor + "\"", words.toString());
    }

    private void mark(Timeline.Edge edge, double x, int middle) {
        String path = switch (edge) {
            case FROM -> "m-4 -5 9 5-9 5z";
            case BEGIN_BY -> "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z";
            case BY -> "m0 -6 6 6-6 6-6-6z";
            case UNTIL -> "m-2 -7h4v14h-4z";
            case EVERY -> "m-5 -5h10v10h-10z";
        };
        boolean isFilled = edge == Timeline.Edge.BY || edge == Timeline.Edge.UNTIL || edge == Timeline.Edge.FROM;
        svg.append("<path d=\"M")
                .append(number(x))
                .append(' ')
                .append(middle)
                .append(path)
                .append("\" stroke=\"");
        svg.append(INK)
                .append("\" stroke-width=\"1.3\" fill=\"")
                .append(isFilled ? INK : "#FFFFFF")
                .append("\"/>\n");
    }

    /// What no day dates, in two columns.
    private void waiting() {
        List<Timeline.Row> rows = chart.waiting();
        if (rows.isEmpty()) {
            y += 16;
            return;
        }
        y += 30;
        text(LEFT, y, "font-size=\"15\" font-weight=\"700\"", "Without a date");
        y += 8;
        int half = (rows.size() + 1) / 2;
        for (int i = 0; i < rows.size(); i++) {
            Timeline.Row row = rows.get(i);
            String edge = row.edge() == Timeline.Edge.EVERY
                    ? ""
                    : row.edge().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " ";
            String waits = "open".equals(row.waitsFor()) ? "left open" : "waits for " + row.waitsFor();
            String reader = row.holder() == null ? "" : ", as " + row.holder() + " reads it";
            int column = i < half ? LEFT : WIDTH / 2;
            text(
                    column,
                    y + LINE * (i % half + 1),
                    note(),
                    row.provision() + reader + ": " + edge + row.phrase() + ", " + waits);
        }
        y += LINE * half + 24;
    }

    private void text(double x, double at, String attributes, String text) {
        svg.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(at))
                .append("\" ")
                .append(attributes);
        svg.append('>').append(Markup.escaped(text)).append("</text>\n");
    }

    private void line(String path, String ink, String width) {
        if (!path.isEmpty()) {
            svg.append("<path d=\"")
                    .append(path)
                    .append("\" fill=\"none\" stroke=\"")
                    .append(ink);
            svg.append("\" stroke-width=\"").append(width).append("\"/>\n");
        }
    }

    private static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + Math.abs(tenths % 10);
    }

    /// Days to pixels, with at most eight ticks on whole days.
    private record Scale(double first, double last, int step) {
        private static final int[] STEPS = {1, 2, 5, 7, 14, 30, 60, 90, 180, 365, 730, 1825, 3650};

        static Scale of(TimelineChart.Panel panel) {
            double first = panel.day() == null ? Double.MAX_VALUE : 0;
            double last = panel.day() == null ? -Double.MAX_VALUE : 0;
            for (TimelineChart.Lane lane : panel.lanes()) {
                for (TimelineChart.Item item : lane.items()) {
                    for (TimelineChart.Mark mark : item.marks()) {
                        first = Math.min(first, mark.days());
                        last = Math.max(last, mark.days());
                    }
                }
            }
            double low = Math.floor(first);
            double high = Math.max(Math.ceil(last), low + 1);
            int step = STEPS[STEPS.length - 1];
            for (int i = STEPS.length - 1; i >= 0; i--) {
                step = (high - low) / STEPS[i] <= 7 ? STEPS[i] : step;
            }
            return new Scale(low, high, step);
        }

        double x(double days) {
            return CHART + 10 + (days - first) / (last - first) * (CHART_END - CHART - 40);
        }

        int[] ticks() {
            int start = (int) (Math.ceil(first / step) * step);
            int count = (int) ((last - start) / step) + 1;
            int[] ticks = new int[Math.max(count, 0)];
            for (int i = 0; i < ticks.length; i++) {
                ticks[i] = start + i * step;
            }
            return ticks;
        }
    }
}
