package truceline.incident;

import truceline.geo.Geodesic;
import truceline.observation.Columns;
import truceline.observation.Field;
import truceline.observation.Kind;

/// When positions that a craft sent of itself are its way, and when they are a jump that no craft can make.
///
/// A position is possible after another one of the same craft where the distance between them, less both radii, is
/// under the jump that never counts, or no longer than the greatest speed allows in the longest time that may lie
/// between their moments. Millimetres, milliseconds, metres a second.
///
/// @param version number by which entries refer to the rule; a change of meaning takes a new number
/// @param gapMs longest silence within one track, inclusive
/// @param jumpMm distance under which no jump counts
/// @param nearMm distance within which suspect positions are of one event, inclusive
/// @param nearGapMs time within which they are, inclusive
public record TrackRule(
        int version,
        long gapMs,
        long aircraftMetresPerSecond,
        long vesselMetresPerSecond,
        long jumpMm,
        long nearMm,
        long nearGapMs) {
    /// Rule version 1: an hour; 1,000 and 50 m/s; jumps under 2 km never count; 2 km and 10 minutes.
    public static final TrackRule FIRST = new TrackRule(1, 3_600_000, 1000, 50, 2_000_000, 2_000_000, 600_000);

    private static final long DAY_MS = 86_400_000;
    private static final long HUNDRED_KM_MM = 100_000_000;

    public TrackRule {
        boolean known = version == 1
                && gapMs > 0
                && gapMs <= DAY_MS
                && isSpeed(aircraftMetresPerSecond)
                && isSpeed(vesselMetresPerSecond)
                && isDistance(jumpMm)
                && isDistance(nearMm)
                && nearGapMs > 0
                && nearGapMs <= DAY_MS;
        if (!known) {
            throw new IllegalArgumentException("tracks rule " + version + " or one of its parameters is not known");
        }
    }

    /// True where the row is a position that a craft sent of itself.
    public static boolean isOwnPosition(Columns columns, int row) {
        return columns.text(Field.CRAFT, row) != null
                && columns.isPlaced(row)
                && Family.of(columns, row) != Family.NONE;
    }

    /// True where a craft may have gone from the place of one row to that of a later one.
    boolean isPossible(Columns columns, int from, int to) {
        return isPossible(columns, from, to, mostMm(columns, from, to))
                || isPossible(columns, from, to, distanceMm(columns, from, to));
    }

    static long distanceMm(Columns columns, int one, int two) {
        return Geodesic.distanceMm(columns.lonE7(one), columns.latE7(one), columns.lonE7(two), columns.latE7(two));
    }

    /// A length that the shortest way does not pass: along a parallel and a meridian, with 11.2 mm for each 1e-7
    /// degree, which is more than any has. It spares most positions the exact distance.
    private static long mostMm(Columns columns, int one, int two) {
        long lonE7 = Math.abs((long) columns.lonE7(one) - columns.lonE7(two));
        long latE7 = Math.abs((long) columns.latE7(one) - columns.latE7(two));
        return (lonE7 + latE7) * 112 / 10 + 1;
    }

    /// True where a craft may have gone that far from one row to a later one.
    boolean isPossible(Columns columns, int from, int to, long distanceMm) {
        long beyondMm = distanceMm - 1000L * (columns.radiusMetres(from) + columns.radiusMetres(to));
        if (beyondMm < jumpMm) {
            return true;
        }
        boolean isVessel = columns.kind(from) == Kind.VESSEL && columns.kind(to) == Kind.VESSEL;
        long speed = isVessel ? vesselMetresPerSecond : aircraftMetresPerSecond;
        long longestMs = columns.toMs(to) + columns.precisionMs(to) - columns.fromMs(from);
        return Math.ceilDiv(beyondMm, speed) <= longestMs;
    }

    private static boolean isSpeed(long metresPerSecond) {
        return metresPerSecond > 0 && metresPerSecond <= 10_000;
    }

    private static boolean isDistance(long mm) {
        return mm >= 0 && mm <= HUNDRED_KM_MM;
    }
}
