package truceline.demo;

import java.util.Locale;

/// Writes position reports of ships as AIS sentences: message 1 of ITU-R M.1371-5, with a tag block that holds the
/// second. Stateless.
final class AisSentences {
    private static final int BITS = 168;

    private AisSentences() {}

    /// One report, as a line without its end.
    ///
    /// @param knots speed over ground
    /// @param course degrees clockwise from north
    static String position(long ms, int mmsi, Point at, double knots, double course) {
        StringBuilder bits = new StringBuilder(BITS);
        put(bits, 6, 1);
        put(bits, 2, 0);
        put(bits, 30, mmsi);
        put(bits, 4, 0);
        put(bits, 8, 0x80);
        put(bits, 10, StrictMath.round(knots * 10));
        put(bits, 1, 1);
        put(bits, 28, StrictMath.round(at.lon() * 600_000));
        put(bits, 27, StrictMath.round(at.lat() * 600_000));
        put(bits, 12, StrictMath.round(course * 10) % 3600);
        put(bits, 9, StrictMath.round(course) % 360);
        put(bits, 6, ms / 1000 % 60);
        put(bits, 25, 0);
        String sentence = "AIVDM,1,1,,A," + armoured(bits) + ",0";
        String tag = "c:" + ms / 1000;
        return "\\" + tag + "*" + checksum(tag) + "\\!" + sentence + "*" + checksum(sentence);
    }

    /// Appends a number in two's complement.
    private static void put(StringBuilder bits, int length, long number) {
        for (int bit = length - 1; bit >= 0; bit--) {
            bits.append((number >> bit & 1) == 1 ? '1' : '0');
        }
    }

    private static String armoured(StringBuilder bits) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < BITS; at += 6) {
            int six = Integer.parseInt(bits.substring(at, at + 6), 2);
            text.append((char) (six < 40 ? six + 48 : six + 56));
        }
        return text.toString();
    }

    private static String checksum(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum ^= text.charAt(i);
        }
        return String.format(Locale.ROOT, "%02X", sum);
    }
}
