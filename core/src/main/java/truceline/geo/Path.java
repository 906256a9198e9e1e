package truceline.geo;

import java.util.Arrays;

/// A run of positions in 1e-7 degree (longitude ±1,800,000,000, latitude ±900,000,000), joined by edges that are
/// straight
/// in longitude and latitude. Immutable.
///
/// As a ring of a {@link Polygon} its last position repeats the first.
public final class Path {
    private final int[] lonE7;
    private final int[] latE7;

    /// Takes copies of two arrays of one length.
    public Path(int[] lonE7, int[] latE7) {
        if (lonE7.length != latE7.length) {
            throw new IllegalArgumentException(lonE7.length + " longitudes, " + latE7.length + " latitudes");
        }
        this.lonE7 = lonE7.clone();
        this.latE7 = latE7.clone();
    }

    /// Number of positions.
    public int size() {
        return lonE7.length;
    }

    public int lonE7(int index) {
        return lonE7[index];
    }

    public int latE7(int index) {
        return latE7[index];
    }

    /// True where the last position repeats the first.
    public boolean isClosed() {
        int last = lonE7.length - 1;
        return last > 0 && lonE7[0] == lonE7[last] && latE7[0] == latE7[last];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Path path && Arrays.equals(lonE7, path.lonE7) && Arrays.equals(latE7, path.latE7);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lonE7) + Arrays.hashCode(latE7);
    }

    @Override
    public String toString() {
        return "Path of " + size() + " positions";
    }
}
