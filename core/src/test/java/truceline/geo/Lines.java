package truceline.geo;

import java.util.SplittableRandom;

/// Lines and rings for tests.
final class Lines {
    private Lines() {}

    static Path path(int... lonLat) {
        int[] lon = new int[lonLat.length / 2];
        int[] lat = new int[lonLat.length / 2];
        for (int i = 0; i < lon.length; i++) {
            lon[i] = lonLat[2 * i];
            lat[i] = lonLat[2 * i + 1];
        }
        return new Path(lon, lat);
    }

    /// A random walk that keeps to the earth.
    static Path walk(SplittableRandom random, int lonE7, int latE7, int step, int size) {
        int[] lon = new int[size];
        int[] lat = new int[size];
        long atLon = lonE7;
        long atLat = latE7;
        for (int i = 0; i < size; i++) {
            atLon = Math.clamp(atLon + random.nextInt(-step, step + 1), -1_800_000_000, 1_800_000_000);
            atLat = Math.clamp(atLat + random.nextInt(-step, step + 1), -900_000_000, 900_000_000);
            lon[i] = (int) atLon;
            lat[i] = (int) atLat;
        }
        return new Path(lon, lat);
    }

    static Path reversed(Path path) {
        int[] lon = new int[path.size()];
        int[] lat = new int[path.size()];
        for (int i = 0; i < lon.length; i++) {
            lon[i] = path.lonE7(lon.length - 1 - i);
            lat[i] = path.latE7(lon.length - 1 - i);
        }
        return new Path(lon, lat);
    }

    /// A closed ring round a centre, counter-clockwise, with a random radius at each of its corners.
    static Path star(SplittableRandom random, int lonE7, int latE7, int radius, int size) {
        int[] lon = new int[size + 1];
        int[] lat = new int[size + 1];
        for (int i = 0; i < size; i++) {
            double angle = 2 * Math.PI * i / size;
            double length = radius * random.nextDouble(0.3, 1);
            lon[i] = lonE7 + (int) (length * StrictMath.cos(angle));
            lat[i] = latE7 + (int) (length * StrictMath.sin(angle));
        }
        lon[size] = lon[0];
        lat[size] = lat[0];
        return new Path(lon, lat);
    }

    static boolean crossesItself(Path path) {
        for (int i = 0; i + 1 < path.size(); i++) {
            for (int j = i + 2; j + 1 < path.size(); j++) {
                if (turn(path, i, i + 1, j) * turn(path, i, i + 1, j + 1) <= 0
                        && turn(path, j, j + 1, i) * turn(path, j, j + 1, i + 1) <= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int turn(Path path, int a, int b, int p) {
        return Turn.sign(path.lonE7(a), path.latE7(a), path.lonE7(b), path.latE7(b), path.lonE7(p), path.latE7(p));
    }
}
