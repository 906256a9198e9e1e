package truceline.intake;

import java.util.Locale;
import truceline.geo.Degrees;
import truceline.observation.Draft;
import truceline.observation.PlaceBasis;

/// What the formats of aircraft and ships have in common: who it is, where, how high. Stateless.
final class CraftFields {
    private static final int LOWEST_FEET = -2_000;
    private static final int HIGHEST_FEET = 200_000;
    private static final int MOST_LABEL = 32;

    private CraftFields() {}

    static boolean place(int lonE7, int latE7, Draft draft, Fault fault) {
        String code = PlaceFields.faultOf(lonE7, latE7);
        if (!code.isEmpty()) {
            String field = code.startsWith("longitude") ? "longitude" : "latitude";
            return fault.at(field, code, Degrees.toText(lonE7) + " " + Degrees.toText(latE7));
        }
        draft.lonE7 = lonE7;
        draft.latE7 = latE7;
        draft.basis = PlaceBasis.POINT;
        return true;
    }

    /// A 24-bit address as six hexadecimal digits. One that begins with `~` was made up by the receiver or by
    /// a ground station; it is not the aircraft's own.
    static boolean aircraft(String hex, String field, Draft draft, Fault fault) {
        boolean own = !hex.startsWith("~");
        String digits = own ? hex : hex.substring(1);
        if (hex.isEmpty()) {
            return fault.at(field, "missing-value", "");
        }
        if (digits.length() != 6 || !digits.chars().allMatch(CraftFields::isHexDigit)) {
            return fault.at(field, "not-an-address", hex);
        }
        draft.craft = (own ? "icao:" : "other:") + digits.toLowerCase(Locale.ROOT);
        return true;
    }

    private static boolean isHexDigit(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /// Feet to whole metres, half to even.
    static boolean height(long feet, String shown, String field, Draft draft, Fault fault) {
        if (feet == Decimals.MALFORMED) {
            return fault.at(field, "not-a-number", shown);
        }
        if (feet < LOWEST_FEET || feet > HIGHEST_FEET) {
            return fault.at(field, "out-of-range", shown);
        }
        draft.altitudeMetres = (int) divideHalfEven(feet * 3048, 10_000);
        return true;
    }

    /// The quotient as a whole number, half to even; the divisor is positive.
    static long divideHalfEven(long number, long divisor) {
        long down = Math.floorDiv(number, divisor);
        long twice = 2 * Math.floorMod(number, divisor);
        boolean up = twice > divisor || twice == divisor && (down & 1) == 1;
        return up ? down + 1 : down;
    }

    /// A callsign becomes a label; one that is empty says nothing.
    static boolean label(String text, String field, Draft draft, Fault fault) {
        String label = text.strip();
        if (label.isEmpty()) {
            return true;
        }
        if (label.length() > MOST_LABEL) {
            return fault.at(field, "too-long", label.substring(0, MOST_LABEL));
        }
        if (label.indexOf('|') >= 0 || label.chars().anyMatch(Character::isISOControl)) {
            return fault.at(field, "control-character", "");
        }
        draft.labels = draft.labels == null ? label : draft.labels + "|" + label;
        return true;
    }
}
