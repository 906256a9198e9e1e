package truceline.report;

/// Bars of what was observed: ink for observed, hatch for not observed, never a blank.
final class Bars {
    private Bars() {}

    /// One bar with a cell for each stretch of a line, each filled from below by its observed share.
    ///
    /// @param periodMs length of the period
    static String stretches(FloorReport.SideCoverage side, long periodMs) {
        StringBuilder bar =
                new StringBuilder("<span class=\"bar\" role=\"img\" aria-label=\"observed by stretch, percent:");
        for (long observedMs : side.stretches()) {
            bar.append(' ').append(FloorReport.percent(observedMs, periodMs));
        }
        bar.append("\">");
        for (long observedMs : side.stretches()) {
            bar.append("<i><b style=\"height:")
                    .append(FloorReport.percent(observedMs, periodMs))
                    .append("%\"></b></i>");
        }
        return bar.append("</span>").toString();
    }

    /// One bar from left to right.
    static String share(int percent) {
        return "<span class=\"strip\"><i class=\"seen\" style=\"width:" + percent
                + "%\"></i><i class=\"un\" style=\"width:" + (100 - percent) + "%\"></i></span>";
    }
}
