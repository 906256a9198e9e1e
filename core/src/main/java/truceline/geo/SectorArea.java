package truceline.geo;

import java.util.Set;

/// What an observer describes by directions and a range ("2 to 10 km NW and WNW"), as one disc that holds all
/// of it and does not give the observer away. Stateless.
///
/// The centre of the disc lies on a grid of round coordinates and the radius is a multiple of 100 m that allows
/// for the shift, so neither holds the fine digits of the observer's place. Whoever also knows the directions
/// and the range can still tell the observer's place to about one step of the grid: where that is too much, use
/// a wider grid.
public final class SectorArea {
    /// 0.001 degree, at most 112 m.
    public static final int GRID_E7 = 10_000;

    /// The farthest range accepted.
    public static final long MAX_METRES = 500_000;

    private static final int STEPS = 16;
    private static final double METRES_PER_E7 = 0.01117;
    private static final long RADIUS_STEP_MM = 100_000;

    private SectorArea() {}

    /// The disc on the usual grid.
    public static Disc cover(int lonE7, int latE7, Set<Sector> sectors, long fromMetres, long toMetres) {
        return cover(lonE7, latE7, sectors, fromMetres, toMetres, GRID_E7);
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
