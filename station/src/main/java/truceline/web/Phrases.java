package truceline.web;

import java.util.Locale;
import mil.nga.mgrs.MGRS;
import mil.nga.mgrs.grid.GridType;
import org.jspecify.annotations.Nullable;
import truceline.observation.Kind;

/// Figures and words of the vocabulary as a reader meets them. English.
final class Phrases {
    private static final double E7 = 1e7;
    private static final int EXACT_METRES = 100;
    private static final int VICINITY_METRES = 1_000;
    private static final int LOCALITY_METRES = 3_000;

    private Phrases() {}

    /// A word of a vocabulary with a capital and without hyphens.
    static String title(Kind kind) {
        return switch (kind) {
            case UAV_FLIGHT -> "UAV flight";
            case UAV_STRIKE -> "UAV strike";
            case WEAPON -> "Weapon seen";
            case NONE_SEEN -> "Nothing seen";
            default -> capital(kind.word().replace('-', ' '));
        };
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// Metres below one kilometre, else kilometres to the tenth.
    static String distance(long mm) {
        if (mm < 999_500) {
            return (mm + 500) / 1000 + " m";
        }
        long tenthsKm = (mm + 50_000) / 100_000;
        return tenthsKm / 10 + "." + tenthsKm % 10 + " km";
    }

    /// Seconds below two minutes, minutes below two hours, else hours and minutes.
    static String duration(long ms) {
        long seconds = (ms + 500) / 1000;
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = (seconds + 30) / 60;
        if (minutes < 120) {
            return minutes + " min";
        }
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    /// How precisely a place is known, in the classes of the interface; null where it is not.
    static @Nullable String precision(int radiusMetres) {
        if (radiusMetres < 0) {
            return null;
        }
        if (radiusMetres <= EXACT_METRES) {
            return "exact";
        }
        if (radiusMetres <= VICINITY_METRES) {
            return "vicinity";
        }
        return radiusMetres < LOCALITY_METRES ? "locality" : "area";
    }

    /// Grid reference, no finer than the place is known: `26J MQ 455 823`. Null outside the grid, which ends at 80° S
    /// and 84° N.
    static @Nullable String mgrs(int lonE7, int latE7, int radiusMetres) {
        double lat = latE7 / E7;
        if (lat < -80 || lat > 84) {
            return null;
        }
        MGRS place = MGRS.from(mil.nga.grid.features.Point.degrees(lonE7 / E7, lat));
        GridType grid = radiusMetres <= EXACT_METRES
                ? GridType.TEN_METER
                : radiusMetres <= VICINITY_METRES ? GridType.HUNDRED_METER : GridType.KILOMETER;
        String digits = place.getEastingAndNorthing(grid);
        int half = digits.length() / 2;
        return place.getZone() + "" + place.getBand() + " " + place.getColumnRowId() + " " + digits.substring(0, half)
                + " " + digits.substring(half);
    }

    /// Decimal degrees from 1e-7 degree.
    static double degrees(int e7) {
        return e7 / E7;
    }

    /// Degrees rounded to 1e-5, which is about a metre, for drawings.
    static double drawn(double e7) {
        return Math.rint(e7 / 100) / 100_000;
    }
}
