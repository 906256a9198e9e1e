package truceline.geo;

import java.util.Set;

/// What an observer describes by directions and a range ("2 to 10 km NW and WNW"), as one disc that holds all
/// of it and does not give the observer away. Stateless.
///
/// The centre of the disc lies on a grid about as wide as the area itself, and the radius is a whole number of
/// kilometres that allows for the shift, so neither holds the fine digits of the observer's place. Whoever also
/// knows the directions and the range, or has many discs of one observer, can still tell his place to a part of
/// a step of the grid.
public final class SectorArea {
    /// Steps of the grid: 0.01 degree, at most 1.2 km, for the smallest areas.
    private static final int[] GRIDS_E7 = {100_000, 200_000, 500_000, 1_000_000};

    /// The farthest range accepted.
    public static final long MAX_METRES = 500_000;

    private static final int STEPS = 16;
    private static final double METRES_PER_E7 = 0.01117;
    private static final long RADIUS_STEP_MM = 1_000_000;

    private SectorArea() {}

    /// The disc on the narrowest grid whose step is not shorter than the area's own radius, or on the widest.
    public static Disc cover(int lonE7, int latE7, Set<Sector> sectors, long fromMetres, long toMetres) {
        double halfWidth = StrictMath.toRadians(Sector.HALF_WIDTH_DEGREES) * sectors.size();
        double metres = Math.max((toMetres - fromMetres) / 2.0, toMetres * Math.min(1, halfWidth));
        int grid = 0;
        while (grid < GRIDS_E7.length - 1 && GRIDS_E7[grid] * METRES_PER_E7 < metres) {
            grid++;
        }
        return cover(lonE7, latE7, sectors, fromMetres, toMetres, GRIDS_E7[grid]);
    }

    /// The disc with its centre on multiples of `gridE7` (1 to 1,000,000). At least one sector; 0 <=
    /// `fromMetres` <= `toMetres` <= {@link #MAX_METRES}. Anything else is an {@link IllegalArgumentException}.
    public static Disc cover(int lonE7, int latE7, Set<Sector> sectors, long fromMetres, long toMetres, int gridE7) {
        if (sectors.isEmpty() || fromMetres < 0 || fromMetres > toMetres || toMetres > MAX_METRES) {
            throw new IllegalArgumentException("no area: " + sectors + ", " + fromMetres + " to " + toMetres + " m");
        }
        if (gridE7 < 1 || gridE7 > 1_000_000) {
            throw new IllegalArgumentException("no grid: " + gridE7 + " (1e-7 degree)");
        }
        Disc snug = Disc.cover(outline(lonE7, latE7, sectors, fromMetres, toMetres));
        double metres = snug.radiusMm() / 1000.0 + bulgeMetres(toMetres) + shiftMetres(gridE7);
        long radiusMm = (long) Math.ceil(metres * 1000 / RADIUS_STEP_MM) * RADIUS_STEP_MM;
        return new Disc(snap(snug.lonE7(), gridE7, 1_800_000_000), snap(snug.latE7(), gridE7, 900_000_000), radiusMm);
    }

    /// The corners of each sector and places along its outer arc: the farthest places from any centre are among
    /// them, up to the bulge.
    private static Path outline(int lonE7, int latE7, Set<Sector> sectors, long fromMetres, long toMetres) {
        int[] lon = new int[sectors.size() * (STEPS + 3)];
        int[] lat = new int[lon.length];
        int size = 0;
        for (Sector sector : Sector.ofMask(Sector.toMask(sectors))) {
            double first = sector.azimuthDegrees() - Sector.HALF_WIDTH_DEGREES;
            double width = 2 * Sector.HALF_WIDTH_DEGREES;
            for (int i = 0; i < STEPS + 3; i++) {
                boolean outer = i <= STEPS;
                double azimuth = first + width * (outer ? (double) i / STEPS : i - STEPS - 1);
                Place place = Geodesic.direct(lonE7, latE7, azimuth, (double) (outer ? toMetres : fromMetres));
                lon[size] = place.lonE7();
                lat[size++] = place.latE7();
            }
        }
        return new Path(lon, lat);
    }

    /// How far an arc reaches beyond the disc of its sampled places: its height over the chord between two, and
    /// the curvature of the earth over such a range.
    private static double bulgeMetres(long toMetres) {
        double curvature = (double) toMetres / Spot.EQUATOR_RADIUS;
        return 1 + toMetres * (1e-4 + curvature * curvature);
    }

    private static double shiftMetres(int gridE7) {
        return gridE7 * METRES_PER_E7 * Math.sqrt(0.5) + 0.1;
    }

    private static int snap(int e7, int gridE7, int limit) {
        long snapped = Math.floorDiv(e7 + gridE7 / 2L, gridE7) * gridE7;
        return Math.clamp(snapped, -limit, limit);
    }
}
