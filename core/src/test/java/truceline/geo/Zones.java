package truceline.geo;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Areas for tests, and what is inside them by the plainest exact arithmetic.
final class Zones {
    private Zones() {}

    /// One to three polygons, some with holes, within `reach` of a random centre; small reaches give many coincidences.
    static Shape.Areas random(SplittableRandom random, int reach) {
        int lon = random.nextInt(-1_800_000_000 + reach, 1_800_000_000 - reach);
        int lat = reach >= 450_000_000 ? 0 : random.nextInt(-900_000_000 + 2 * reach, 900_000_000 - 2 * reach);
        return random(random, lon, lat, reach);
    }

    static Shape.Areas random(SplittableRandom random, int lonE7, int latE7, int reach) {
        List<Polygon> polygons = new ArrayList<>();
        for (int n = random.nextInt(1, 4); n > 0; n--) {
            int radius = Math.max(1, Math.min(reach / 2, 400_000_000));
            int lon = lonE7 + random.nextInt(-radius, radius + 1) / 2;
            int lat = latE7 + random.nextInt(-radius, radius + 1) / 2;
            Path shell = Lines.star(random, lon, lat, radius, random.nextInt(3, 20));
            Path hole = Lines.star(random, lon, lat, radius / 3, random.nextInt(3, 8));
            polygons.add(new Polygon(shell, random.nextBoolean() ? List.of(hole) : List.of()));
        }
        return new Shape.Areas(polygons);
    }

    /// A position that is likely to be on a vertex, on an edge, or level with one.
    static Place delicate(SplittableRandom random, Shape.Areas areas) {
        Polygon polygon = areas.polygons().get(random.nextInt(areas.polygons().size()));
        Path ring = polygon.holes().isEmpty() || random.nextBoolean()
                ? polygon.shell()
                : polygon.holes().getFirst();
        int i = random.nextInt(ring.size() - 1);
        int j = random.nextInt(ring.size() - 1);
        long lon = ring.lonE7(i);
        long lat = ring.latE7(i);
        switch (random.nextInt(5)) {
            case 0 -> {
                lon = (lon + ring.lonE7(i + 1)) / 2;
                lat = (lat + ring.latE7(i + 1)) / 2;
            }
            case 1 -> lon += random.nextInt(-2, 3);
            case 2 -> lon = ring.lonE7(j);
            case 3 -> {
                lon = (lon + ring.lonE7(j)) / 2;
                lat = (lat + ring.latE7(j)) / 2 + random.nextInt(-1, 2);
            }
            default -> lat += random.nextInt(-1, 2);
        }
        return new Place((int) Math.clamp(lon, -1_800_000_000L, 1_800_000_000L), (int)
                Math.clamp(lat, -900_000_000L, 900_000_000L));
    }

    static boolean contains(Shape.Areas areas, int lonE7, int latE7) {
        for (Polygon polygon : areas.polygons()) {
            List<Path> rings = new ArrayList<>(polygon.holes());
            rings.add(polygon.shell());
            boolean odd = false;
            boolean on = false;
            for (Path ring : rings) {
                for (int i = 0; i + 1 < ring.size(); i++) {
                    on |= isOn(ring, i, lonE7, latE7);
                    odd ^= crosses(ring, i, lonE7, latE7);
                }
            }
            if (on || odd) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOn(Path ring, int i, int lon, int lat) {
        return cross(ring, i, lon, lat).signum() == 0
                && Math.min(ring.lonE7(i), ring.lonE7(i + 1)) <= lon
                && Math.max(ring.lonE7(i), ring.lonE7(i + 1)) >= lon
                && Math.min(ring.latE7(i), ring.latE7(i + 1)) <= lat
                && Math.max(ring.latE7(i), ring.latE7(i + 1)) >= lat;
    }

    private static boolean crosses(Path ring, int i, int lon, int lat) {
        boolean up = ring.latE7(i) <= lat && ring.latE7(i + 1) > lat;
        boolean down = ring.latE7(i + 1) <= lat && ring.latE7(i) > lat;
        int sign = cross(ring, i, lon, lat).signum();
        return (up && sign > 0) || (down && sign < 0);
    }

    private static BigInteger cross(Path ring, int i, int lon, int lat) {
        BigInteger ux = BigInteger.valueOf((long) ring.lonE7(i + 1) - ring.lonE7(i));
        BigInteger uy = BigInteger.valueOf((long) ring.latE7(i + 1) - ring.latE7(i));
        BigInteger vx = BigInteger.valueOf((long) lon - ring.lonE7(i));
        BigInteger vy = BigInteger.valueOf((long) lat - ring.latE7(i));
        return ux.multiply(vy).subtract(uy.multiply(vx));
    }
}
