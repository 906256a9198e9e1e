package truceline.report;

import truceline.finding.Attribution;
import truceline.finding.Verification;

/// The marks of the two ladders, as small drawings beside their words: circles for whether it happened, squares for
/// who is responsible. They read in greyscale and never carry a party's colour.
final class Marks {
    private static final String OPEN = "<svg class=\"mk\" width=\"16\" height=\"16\" viewBox=\"0 0 16 16\""
            + " fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\" aria-hidden=\"true\">";
    private static final String RING = "<circle cx=\"8\" cy=\"8\" r=\"5.7\"/>";
    private static final String DASHED_RING = "<circle cx=\"8\" cy=\"8\" r=\"5.7\" stroke-dasharray=\"2.2 2.3\"/>";
    private static final String SQUARE = "<rect x=\"2.5\" y=\"2.5\" width=\"11\" height=\"11\"/>";
    private static final String FILLED = "fill=\"currentColor\" stroke=\"none\"/>";

    private Marks() {}

    static String of(Verification verification) {
        String drawing = switch (verification) {
            case V0 -> DASHED_RING;
            case V1 -> RING;
            case V2 -> RING + "<path d=\"M8 2.3a5.7 5.7 0 0 0 0 11.4z\" " + FILLED;
            case V3 -> "<circle cx=\"8\" cy=\"8\" r=\"5.7\" fill=\"currentColor\"/>";
            case V4 -> "<circle cx=\"8\" cy=\"8\" r=\"4\" fill=\"currentColor\"/><circle cx=\"8\" cy=\"8\" r=\"7\"/>";
            case REFUTED -> RING + "<path d=\"M3.5 12.5l9-9\"/>";
            case NOT_VERIFIABLE -> DASHED_RING + "<path d=\"M5 8h6\"/>";
        };
        return OPEN + drawing + "</svg>";
    }

    static String of(Attribution.Level level) {
        String drawing = switch (level) {
            case A0 -> "<rect x=\"2.5\" y=\"2.5\" width=\"11\" height=\"11\" stroke-dasharray=\"2.2 2.2\"/>";
            case A1 -> SQUARE + "<path d=\"M2.5 8H8v5.5H2.5z\" " + FILLED;
            case A2 -> SQUARE + "<path d=\"M2.5 8h11v5.5h-11z\" " + FILLED;
            case A3 -> "<rect x=\"2.5\" y=\"2.5\" width=\"11\" height=\"11\" fill=\"currentColor\"/>";
            case A4 ->
                "<rect x=\"4.5\" y=\"4.5\" width=\"7\" height=\"7\" fill=\"currentColor\"/>"
                        + "<rect x=\"1.5\" y=\"1.5\" width=\"13\" height=\"13\"/>";
        };
        return OPEN + drawing + "</svg>";
    }

    /// The station's own sign.
    static String logo() {
        return "<svg class=\"lg\" width=\"22\" height=\"22\" viewBox=\"0 0 22 22\" aria-hidden=\"true\" fill=\"none\""
                + " stroke=\"currentColor\" stroke-width=\"2.5\"><path d=\"M2 7h8M12 7h8M2 15h18\"/>"
                + "<circle cx=\"11\" cy=\"11\" r=\"2\" fill=\"currentColor\" stroke=\"none\"/></svg>";
    }
}
