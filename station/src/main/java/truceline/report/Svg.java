package truceline.report;

/// Marks, patterns and numbers of our drawings. Every drawing carries its own colours, so that it can be taken out
/// of the document. Colours and geometry: the visual language of the station, light theme.
final class Svg {
    static final String INK = "#1A1D21";
    static final String INK_2 = "#474D54";
    static final String INK_3 = "#5F666D";
    static final String RULE = "#DAD7CE";
    static final String RULE_STRONG = "#85877F";
    static final String LAND = "#F4F2EA";
    static final String HALO = "#FAF9F5";
    static final String SURFACE = "#FFFFFF";
    static final String EVENT = "#661548";
    static final String ZONE = "#5A5F54";
    static final String UNOBSERVED = "#6E7276";

    private static final String[] PARTY = {"#1B706B", "#814C14"};
    private static final String[] PARTY_TINT = {"#DDECE9", "#F5E8D8"};

    private Svg() {}

    /// A number to the tenth, in the fewest characters.
    static void number(StringBuilder svg, double value) {
        long tenths = Math.round(value * 10);
        if (tenths < 0) {
            svg.append('-');
        }
        long size = Math.abs(tenths);
        svg.append(size / 10);
        if (size % 10 != 0) {
            svg.append('.').append(size % 10);
        }
    }

    static String number(double value) {
        StringBuilder text = new StringBuilder();
        number(text, value);
        return text.toString();
    }

    /// How many parties have a pattern.
    static int patterns() {
        return PARTY.length;
    }

    /// Colour of a party's pattern; only ever used for the pattern itself.
    static String party(int party) {
        return PARTY[party];
    }

    /// The patterns of the parties (1 vertical lines, 2 dots), under ids that begin with a prefix.
    static String definitions(String prefix) {
        return "<pattern id=\"" + prefix + "p0\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">"
                + "<rect width=\"5\" height=\"5\" fill=\"" + PARTY_TINT[0] + "\"/><path d=\"M1 0v5\" stroke=\""
                + PARTY[0]
                + "\" stroke-width=\"1.5\"/></pattern><pattern id=\"" + prefix
                + "p1\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><rect width=\"5\" height=\"5\" fill=\""
                + PARTY_TINT[1] + "\"/><circle cx=\"2.5\" cy=\"2.5\" r=\"1.2\" fill=\"" + PARTY[1]
                + "\"/></pattern><pattern id=\""
                + prefix
                + "hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                + "<path d=\"M0 0v7\" stroke=\"" + UNOBSERVED + "\" stroke-width=\"1.4\"/></pattern>";
    }

    /// The box that stands beside a party's name.
    static String chip(int party, String prefix) {
        String colour = PARTY[party];
        return "<svg class=\"chip\" width=\"18\" height=\"12\" viewBox=\"0 0 18 12\" aria-hidden=\"true\"><defs>"
                + definitions(prefix) + "</defs><rect x=\".5\" y=\".5\" width=\"17\" height=\"11\" fill=\"url(#"
                + prefix + "p"
                + party + ")\" stroke=\"" + colour + "\"/></svg>";
    }

    /// An incident that is registered and no more: a lozenge in outline.
    static void incident(StringBuilder svg, double x, double y) {
        svg.append("<path d=\"M");
        number(svg, x);
        svg.append(' ');
        number(svg, y - 5.2);
        svg.append("l5.2 5.2-5.2 5.2-5.2-5.2z\"/>");
    }

    /// A cue: a dashed triangle.
    static void cue(StringBuilder svg, double x, double y) {
        svg.append("<path d=\"M");
        number(svg, x);
        svg.append(' ');
        number(svg, y - 4);
        svg.append("l4.2 7.4h-8.4z\"/>");
    }
}
