package truceline.compliance;

import java.util.List;
import truceline.observation.Weapon;

/// A prohibition as far as this version evaluates it: {@code who / must-not / what / where / from}, common reading.
///
/// @param provision id of the provision
/// @param verb the act that is forbidden
/// @param what the classes it is forbidden with, any of them
/// @param where the place in which it is forbidden
/// @param fromMs moment from which it holds, milliseconds UTC
/// @param untilMs moment at which it ends, {@link Long#MAX_VALUE} where none is set
public record Norm(String provision, String verb, List<WeaponClass> what, Zone where, long fromMs, long untilMs) {
    public Norm {
        what = List.copyOf(what);
    }

    /// Whether a weapon as assessed is of any of the classes.
    Certainty weapon(Weapon weapon, int calibreTenthMm) {
        Certainty best = Certainty.NO;
        for (WeaponClass each : what) {
            best = best.or(each.holds(weapon, calibreTenthMm));
        }
        return best;
    }

    /// Whether an event between two moments lies in the time of the norm.
    Certainty time(long eventFromMs, long eventToMs) {
        if (eventToMs <= fromMs || eventFromMs >= untilMs) {
            return eventFromMs == eventToMs && eventFromMs == fromMs && fromMs < untilMs ? Certainty.YES : Certainty.NO;
        }
        return eventFromMs >= fromMs && eventToMs <= untilMs ? Certainty.YES : Certainty.INDETERMINATE;
    }
}
