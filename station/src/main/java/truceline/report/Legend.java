package truceline.report;

import java.util.ArrayList;
import java.util.List;

/// The legend of a map: only what the map draws, and what it cannot yet draw.
final class Legend {
    /// @param swatch a drawing 22 wide and 12 high
    record Item(String swatch, String text) {}

    private Legend() {}

    static List<Item> items(DailyReport report, String prefix) {
        List<Item> items = new ArrayList<>();
        items.add(new Item(
                "<g fill=\"" + Svg.SURFACE + "\" stroke=\"" + Svg.EVENT
                        + "\" stroke-width=\"1.5\"><path d=\"M11 1.3l4.7 4.7-4.7 4.7-4.7-4.7z\"/></g>",
                report.events().stream().anyMatch(Event::isVerified)
                        ? "Incident; filled where it is verified"
                        : "Incident, registered (none is verified yet)"));
        items.add(new Item(
                "<circle cx=\"11\" cy=\"6\" r=\"5.4\" fill=\"" + Svg.EVENT + "\" fill-opacity=\".12\" stroke=\""
                        + Svg.EVENT + "\" stroke-width=\".9\" stroke-dasharray=\"3 2\"/>",
                "Where it was: stated precision, to scale"));
        items.add(new Item(
                "<circle cx=\"11\" cy=\"6\" r=\"5.4\" fill=\"" + Svg.SURFACE + "\" stroke=\"" + Svg.EVENT
                        + "\" stroke-width=\"1.5\"/><text x=\"11\" y=\"8.8\" font-size=\"8\" font-weight=\"650\" fill=\""
                        + Svg.EVENT
                        + "\" text-anchor=\"middle\">4</text>",
                "Several incidents close together"));
        if (report.total().cues() > 0) {
            items.add(new Item(
                    "<path d=\"M11 1.6l5 8.8h-10z\" fill=\"none\" stroke=\"" + Svg.EVENT
                            + "\" stroke-width=\".9\" stroke-dasharray=\"1.8 1.3\"/>",
                    "Thermal anomalies, cues only"));
        }
        lines(report, prefix, items);
        areas(report, items);
        if (!report.isMeasured()) {
            items.add(new Item(
                    "<rect x=\"2.5\" y=\"1.5\" width=\"17\" height=\"9\" fill=\"url(#" + prefix + "hatch)\" stroke=\""
                            + Svg.UNOBSERVED + "\" stroke-dasharray=\"3 2\"/>",
                    "Not observed: hours not yet measured"));
        }
        return items;
    }

    private static void lines(DailyReport report, String prefix, List<Item> items) {
        List<Frame.Line> lines = report.frame().lines();
        if (lines.isEmpty()) {
            return;
        }
        items.add(new Item(
                "<path d=\"M1 6h20\" stroke=\"" + Svg.INK + "\" stroke-width=\"3.2\"/><path d=\"M1 6h20\" stroke=\""
                        + Svg.HALO + "\" stroke-width=\"1.2\"/>",
                "Line of the agreement"));
        for (int party = 0;
                party < Math.min(Svg.patterns(), report.frame().parties().size());
                party++) {
            int each = party;
            if (lines.stream().anyMatch(line -> line.left() == each || line.right() == each)) {
                items.add(new Item(
                        "<rect x=\"2.5\" y=\"1.5\" width=\"17\" height=\"9\" fill=\"url(#" + prefix + "p" + party
                                + ")\" stroke=\"" + Svg.party(party) + "\"/>",
                        "Side of " + report.frame().parties().get(party).name()));
            }
        }
    }

    private static void areas(DailyReport report, List<Item> items) {
        if (!report.frame().zones().isEmpty()) {
            items.add(new Item(
                    "<rect x=\"2.5\" y=\"1.5\" width=\"17\" height=\"9\" fill=\"" + Svg.ZONE
                            + "\" fill-opacity=\".08\" stroke=\"" + Svg.ZONE + "\"/>",
                    "Zone of the agreement"));
        }
        if (report.control() != null) {
            items.add(new Item(
                    "<path d=\"M1 6h20\" stroke=\"" + Svg.INK_3 + "\" stroke-dasharray=\"5 2.5\"/>",
                    "Control map of " + report.control().date() + ", its edge"));
        }
    }

    static void draw(StringBuilder svg, List<Item> items, int top, int columnWidth, int columns, int rowHeight) {
        int rows = (items.size() + columns - 1) / columns;
        for (int i = 0; i < items.size(); i++) {
            int x = i / rows * columnWidth;
            int y = top + i % rows * rowHeight;
            svg.append("<g transform=\"translate(" + x + " " + y + ")\">"
                    + items.get(i).swatch() + "<text x=\"28\" y=\"9.5\"" + " font-size=\"10.5\" fill=\"" + Svg.INK_2
                    + "\">" + Markup.escaped(items.get(i).text()) + "</text></g>");
        }
    }
}
