package truceline.intake;

import truceline.geo.Disc;
import truceline.geo.Sector;
import truceline.geo.SectorArea;
import truceline.observation.Draft;
import truceline.observation.PlaceBasis;

/// What an observer saw or heard, from where, in which directions and how far: as the area that enters the evidence.
/// Stateless.
final class ObservedArea {
    private ObservedArea() {}

    private static final int POINTS = 16;
    private static final int HALF_CIRCLE = 0xFF;

    /// Draws the area, unless the row names a place of its own. Directions on all sides, or a distance without any,
    /// draw none: its middle would be the observer.
    static void draw(Draft draft) {
        boolean described =
                draft.observerLonE7 != Draft.NOWHERE && draft.rangeToMetres >= 0 && isOneSided(draft.sectors);
        if (draft.basis != PlaceBasis.NONE || !described) {
            return;
        }
        Disc area = SectorArea.cover(
                draft.observerLonE7,
                draft.observerLatE7,
                Sector.ofMask(draft.sectors),
                draft.rangeFromMetres,
                draft.rangeToMetres);
        draft.lonE7 = area.lonE7();
        draft.latE7 = area.latE7();
        draft.radiusMetres = (int) Math.ceilDiv(area.radiusMm(), 1000);
        draft.basis = PlaceBasis.SECTORS;
    }

    private static boolean isOneSided(int mask) {
        for (int turn = 0; turn < POINTS; turn++) {
            int turned = (mask << turn | mask >>> POINTS - turn) & 0xFFFF;
            if (mask != 0 && (turned & ~HALF_CIRCLE) == 0) {
                return true;
            }
        }
        return false;
    }
}
