package truceline.compliance;

/// How high the ground can be, as far as is known without a map of heights: a few boxes of the world with the height of
/// their highest mountain, rounded up. A height above ground is only decided where it holds over any ground of the box.
/// Whole metres above the sea; general geography.
final class Ground {
    /// The shore of the Dead Sea, rounded down.
    static final int LOWEST_METRES = -450;

    private static final Box[] BOXES = {
        new Box("Europe west of the Caucasus", -250_000_000, 400_000_000, 360_000_000, 900_000_000, 4_810),
        new Box("Africa and Arabia", -250_000_000, 520_000_000, -900_000_000, 360_000_000, 5_900),
        new Box("the Americas", -1_700_000_000, -250_000_000, -600_000_000, 900_000_000, 6_970),
    };
    private static final int HIGHEST_METRES = 8_850;

    private Ground() {}

    /// The greatest height that the ground may have there.
    static int highestMetres(int lonE7, int latE7) {
        for (Box box : BOXES) {
            if (box.holds(lonE7, latE7)) {
                return box.highestMetres;
            }
        }
        return HIGHEST_METRES;
    }

    private record Box(String name, int westE7, int eastE7, int southE7, int northE7, int highestMetres) {
        boolean holds(int lonE7, int latE7) {
            return lonE7 >= westE7 && lonE7 <= eastE7 && latE7 >= southE7 && latE7 <= northE7;
        }
    }
}
