package truceline.intake;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import truceline.geo.Degrees;

/// Reads one `coordinates` array of any nesting, the parser standing on its first bracket. After the first fault the
/// rest is passed over. Used once.
final class Coordinates {
    private static final int MOST_DIGITS = 4;
    private static final int LEAST_DIGITS = -7;

    /// The first thing wrong: where below `coordinates`, a kebab code, a sentence.
    record Fault(String place, String code, String detail) {}

    private final JsonParser in;
    private final int most;
    private final Positions positions = new Positions();
    private final int[] index = new int[Positions.MOST_LEVELS + 1];
    private int depth;
    private @Nullable Fault fault;

    Coordinates(JsonParser in, int mostPositions) {
        this.in = in;
        this.most = mostPositions;
    }

    Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    Positions read() {
        open();
        while (depth > 0) {
            JsonToken token = in.nextToken();
            if (token == JsonToken.START_ARRAY) {
                open();
            } else if (token == JsonToken.END_ARRAY) {
                if (fault == null) {
                    positions.end(depth);
                }
                close();
            } else if (token.isNumeric()) {
                position();
                close();
            } else {
                fail("coordinates-expected", "neither a number nor an array");
                in.skipChildren();
            }
        }
        return positions;
    }

    private void open() {
        if (depth == Positions.MOST_LEVELS) {
            fail("coordinates-too-deep", "more than " + Positions.MOST_LEVELS + " arrays in one another");
            in.skipChildren();
        } else {
            index[++depth] = 0;
        }
    }

    private void close() {
        depth--;
        index[depth]++;
    }

    /// The parser stands on the first number; leaves it on the closing bracket.
    private void position() {
        String lon = in.getString();
        boolean isFirst = index[depth] == 0;
        JsonToken token = in.nextToken();
        boolean isPosition = isFirst && token.isNumeric();
        String lat = isPosition ? in.getString() : "";
        while (token != JsonToken.END_ARRAY) {
            isPosition &= token.isNumeric();
            in.skipChildren();
            token = in.nextToken();
        }
        if (!isPosition) {
            fail("position-malformed", "a position is a longitude and a latitude");
        } else if (fault == null) {
            add(lon, lat);
        }
    }

    private void add(String lonText, String latText) {
        int lon = e7(lonText);
        int lat = e7(latText);
        boolean isSwapped = Degrees.isLatitude(lon) && Degrees.isLongitude(lat);
        if (!Degrees.isLongitude(lon)) {
            fail("longitude-out-of-range", lonText);
        } else if (!Degrees.isLatitude(lat)) {
            fail(
                    "latitude-out-of-range",
                    latText + (isSwapped ? "; the longitude comes first: they may be swapped" : ""));
        } else if (positions.size() == most) {
            fail("too-many-positions", "the document holds more positions than are read");
        } else if (!positions.add(depth, lon, lat)) {
            fail("coordinates-uneven", "positions at different depths");
        }
    }

    /// JSON allows exponents where plain decimals do not.
    private static int e7(String number) {
        return Degrees.parseE7(number).orElseGet(() -> {
            BigDecimal degrees;
            try {
                degrees = new BigDecimal(number);
            } catch (NumberFormatException _) {
                return Integer.MAX_VALUE;
            }
            // Checked before writing out, which would spell every zero of 1e999999999.
            long digits = (long) degrees.precision() - degrees.scale();
            if (degrees.signum() == 0 || digits < LEAST_DIGITS) {
                return 0;
            }
            return digits > MOST_DIGITS
                    ? Integer.MAX_VALUE
                    : Degrees.parseE7(degrees.toPlainString()).orElseThrow();
        });
    }

    private void fail(String code, String detail) {
        if (fault == null) {
            StringBuilder place = new StringBuilder();
            for (int i = 1; i < depth; i++) {
                place.append('[').append(index[i]).append(']');
            }
            fault = new Fault(place.toString(), code, detail);
        }
    }
}
