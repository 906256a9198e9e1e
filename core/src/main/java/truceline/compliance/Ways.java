package truceline.compliance;

import java.util.Locale;

/// Distances and times in words. Stateless.
final class Ways {
    private static final long MINUTE_MS = 60_000;

    private Ways() {}

    /// Metres below one kilometre, else kilometres to the tenth.
    static String distance(long mm) {
        long metres = (mm + 500) / 1000;
        long tenths = (mm + 50_000) / 100_000;
        return metres < 1000
                ? String.format(Locale.ROOT, "%d m", metres)
                : String.format(Locale.ROOT, "%d.%d km", tenths / 10, tenths % 10);
    }

    /// Whole minutes, above two hours hours and minutes.
    static String duration(long ms) {
        long minutes = (ms + MINUTE_MS / 2) / MINUTE_MS;
        return minutes <= 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
