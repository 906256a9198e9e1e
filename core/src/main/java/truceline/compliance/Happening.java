package truceline.compliance;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import truceline.geo.Disc;
import truceline.geo.Geodesic;
import truceline.incident.Facts;
import truceline.incident.Family;
import truceline.observation.Columns;
import truceline.observation.Field;

/// Where and when something was or is said to have been: what claims and incidents are compared by. Immutable.
///
/// @param number of the incident, or row of the claim
/// @param toMs moment by which it was over, precision included
/// @param place the disc in which it was, or null where none can be drawn
/// @param name name of the place in lower case, or empty
/// @param cosLatitude cosine of the centre's latitude
record Happening(
        int number,
        Family family,
        long fromMs,
        long toMs,
        @Nullable Disc place,
        String name,
        double cosLatitude) {
    /// The answer for two places that are farther apart than was asked.
    static final long FARTHER = Long.MAX_VALUE;

    private static final double RADIANS_PER_E7 = StrictMath.PI / 1.8e9;
    private static final double LEAST_LATITUDE_MM_PER_E7 = 11.05;
    private static final double EQUATOR_MM = 6_378_137_000.0;

    static Happening of(
            int number, Family family, long fromMs, long toMs, @Nullable Disc place, @Nullable String name) {
        double cosine = place == null ? 1 : StrictMath.cos(place.latE7() * RADIANS_PER_E7);
        String plain = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        return new Happening(number, family, fromMs, toMs, place, plain, cosine);
    }

    static Happening ofClaim(Columns columns, int row) {
        return of(
                row,
                Family.of(columns.kind(row)),
                columns.fromMs(row),
                columns.toMs(row) + columns.precisionMs(row),
                Sighting.place(columns, row),
                columns.text(Field.PLACE, row));
    }

    static Happening ofIncident(Columns columns, Facts facts) {
        return of(
                facts.incident(),
                Family.of(facts.kind()),
                facts.fromMs(),
                facts.toMs(),
                facts.bestRow() < 0 ? null : Sighting.place(columns, facts.bestRow()),
                facts.placeName());
    }

    /// Time between the two, 0 where they touch or overlap.
    long gapMs(Happening other) {
        return Math.max(0, Math.max(other.fromMs - toMs, fromMs - other.toMs));
    }

    /// The way from rim to rim in millimetres, 0 where the discs meet, or {@link #FARTHER} beyond `mostMm`.
    long gapMm(Happening other, long mostMm) {
        Disc one = place;
        Disc two = other.place;
        if (one == null || two == null) {
            return FARTHER;
        }
        long radiiMm = one.radiusMm() + two.radiusMm();
        if (isSurelyBeyond(one, two, other.cosLatitude, mostMm + radiiMm)) {
            return FARTHER;
        }
        long distanceMm = Geodesic.distanceMm(one.lonE7(), one.latE7(), two.lonE7(), two.latE7());
        return distanceMm - radiiMm > mostMm ? FARTHER : Math.max(0, distanceMm - radiiMm);
    }

    /// A lower bound of the distance that costs no sine: along the meridian, and as the chord between two meridians at
    /// the latitude nearer to a pole, by sin x >= 2x/pi.
    private boolean isSurelyBeyond(Disc one, Disc two, double otherCosine, long limitMm) {
        long north = Math.abs((long) one.latE7() - two.latE7());
        if (north * LEAST_LATITUDE_MM_PER_E7 > limitMm + 1) {
            return true;
        }
        long east = Math.abs((long) one.lonE7() - two.lonE7());
        double turn = Math.min(east, 3_600_000_000L - east) * RADIANS_PER_E7;
        return EQUATOR_MM * Math.min(cosLatitude, otherCosine) * turn * (2 / StrictMath.PI) > limitMm + 1;
    }
}
