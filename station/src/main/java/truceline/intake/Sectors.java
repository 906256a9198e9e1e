package truceline.intake;

import java.util.Optional;
import java.util.Set;
import truceline.geo.Sector;

/// Directions as a mask of 16-point sectors: `NW`, `NW, WNW and ENE`, `N|NNE`, `north-west`. Stateless.
final class Sectors {
    /// The answer for text that names no sector.
    static final int UNKNOWN = -1;

    private Sectors() {}

    /// The mask (bit i is sector i, 0 is north, 4 is east), or {@link #UNKNOWN}.
    static int mask(String written) {
        Optional<Set<Sector>> sectors = Sector.findAll(written.replace('|', ','));
        return sectors.isPresent() ? Sector.toMask(sectors.get()) : UNKNOWN;
    }

    /// The one sector, 0 to 15, or {@link #UNKNOWN}.
    static int one(String written) {
        int mask = mask(written);
        return Integer.bitCount(mask) == 1 && mask > 0 ? Integer.numberOfTrailingZeros(mask) : UNKNOWN;
    }
}
