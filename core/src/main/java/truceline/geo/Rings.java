package truceline.geo;

/// The direction in which a closed ring is drawn, decided exactly. Stateless.
public final class Rings {
    private Rings() {}

    /// The ring, turned round where it is drawn clockwise.
    public static Path counterClockwise(Path ring) {
        return turn(ring) < 0 ? reversed(ring) : ring;
    }

    /// The ring, turned round where it is drawn counter-clockwise.
    public static Path clockwise(Path ring) {
        return turn(ring) > 0 ? reversed(ring) : ring;
    }

    /// The same positions in the other direction.
    public static Path reversed(Path path) {
        int size = path.size();
        int[] lonE7 = new int[size];
        int[] latE7 = new int[size];
        for (int i = 0; i < size; i++) {
            lonE7[i] = path.lonE7(size - 1 - i);
            latE7[i] = path.latE7(size - 1 - i);
        }
        return new Path(lonE7, latE7);
    }

    /// The sign of the enclosed area in longitude and latitude: 1 counter-clockwise, -1 clockwise, 0 without area.
    public static int turn(Path ring) {
        // Products need 62 bits and their sum more than 64, so the halves of each product are summed apart.
        long high = 0;
        long low = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            long forward = (long) ring.lonE7(i) * ring.latE7(i + 1);
            long back = (long) ring.lonE7(i + 1) * ring.latE7(i);
            high += (forward >> 32) - (back >> 32);
            low += (forward & 0xFFFF_FFFFL) - (back & 0xFFFF_FFFFL);
        }
        high += low >> 32;
        return high != 0 ? Long.signum(high) : Long.signum(low & 0xFFFF_FFFFL);
    }
}
