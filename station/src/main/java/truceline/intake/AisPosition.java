package truceline.intake;

import java.util.Locale;
import java.util.OptionalLong;
import truceline.geo.Degrees;
import truceline.intake.ais.AisMessage;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;

/// A position report of AIS as a row. Stateless.
final class AisPosition {
    /// Positions are sent as 1/10,000 minute, in messages of type 27 as 1/10 minute.
    private static final long FINE_PER_DEGREE = 600_000;

    private static final long COARSE_PER_DEGREE = 600;
    private static final long E7 = 10_000_000;
    private static final int EXACT_METRES = 10;
    private static final int INEXACT_METRES = 100;

    /// Half the diagonal of a cell of 1/10 minute, rounded up.
    private static final int COARSE_METRES = 132;

    private static final long MOST_MMSI = 999_999_999;
    private static final long HIGHEST_METRES = 4094;

    private AisPosition() {}

    /// Fills the draft; other types than position reports of craft are no rows.
    ///
    /// @param timeMs when the receiver heard it, {@link Draft#NONE} where the log does not say
    static LineFile.Fate fill(AisMessage message, long timeMs, int precisionMs, Draft draft, Fault fault) {
        boolean isAircraft = message.type() == 9;
        boolean isVessel = switch (message.type()) {
            case 1, 2, 3, 18, 19, 27 -> true;
            default -> false;
        };
        if (!isAircraft && !isVessel) {
            return LineFile.Fate.OTHER;
        }
        draft.kind = isAircraft ? Kind.AIRCRAFT : Kind.VESSEL;
        draft.means = Means.AIS;
        boolean good = craft(message, draft, fault) && place(message, draft, fault) && time(timeMs, fault);
        if (!good) {
            return LineFile.Fate.REJECTED;
        }
        draft.at(timeMs, precisionMs);
        message.findNumber("alt").ifPresent(metres -> {
            if (metres <= HIGHEST_METRES) {
                draft.altitudeMetres = (int) metres;
            }
        });
        return LineFile.Fate.ROW;
    }

    private static boolean craft(AisMessage message, Draft draft, Fault fault) {
        long mmsi = message.findNumber("mmsi").orElse(0);
        if (mmsi < 1 || mmsi > MOST_MMSI) {
            return fault.at("mmsi", "out-of-range", Long.toString(mmsi));
        }
        draft.craft = String.format(Locale.ROOT, "mmsi:%09d", mmsi);
        return true;
    }

    private static boolean place(AisMessage message, Draft draft, Fault fault) {
        OptionalLong accuracy = message.findNumber("accuracy");
        OptionalLong lon = message.findNumber("lon");
        OptionalLong lat = message.findNumber("lat");
        if (accuracy.isEmpty() || lon.isEmpty() || lat.isEmpty()) {
            return fault.at("payload", "message-too-short", message.length() + " bits");
        }
        boolean coarse = message.type() == 27;
        long perDegree = coarse ? COARSE_PER_DEGREE : FINE_PER_DEGREE;
        if (lon.getAsLong() == 181 * perDegree || lat.getAsLong() == 91 * perDegree) {
            return fault.at(lon.getAsLong() == 181 * perDegree ? "longitude" : "latitude", "no-position", "");
        }
        int metres = accuracy.getAsLong() == 1 ? EXACT_METRES : INEXACT_METRES;
        draft.radiusMetres = coarse ? metres + COARSE_METRES : metres;
        return range(lon.getAsLong(), 180 * perDegree, "longitude", fault)
                && range(lat.getAsLong(), 90 * perDegree, "latitude", fault)
                && CraftFields.place(e7(lon.getAsLong(), perDegree), e7(lat.getAsLong(), perDegree), draft, fault);
    }

    private static boolean range(long sent, long most, String field, Fault fault) {
        return Math.abs(sent) <= most || fault.at(field, field + "-out-of-range", Long.toString(sent));
    }

    /// Minutes in steps to 1e-7 degree, half to even on the integers.
    static int e7(long sent, long perDegree) {
        long e7 = CraftFields.divideHalfEven(sent * E7, perDegree);
        return Math.abs(e7) > Integer.MAX_VALUE ? Degrees.MALFORMED : (int) e7;
    }

    private static boolean time(long timeMs, Fault fault) {
        return timeMs != Draft.NONE || fault.at("time", "time-missing", "");
    }
}
