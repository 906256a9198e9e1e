package truceline.compliance;

import java.util.List;
import truceline.observation.Kind;
import truceline.observation.Weapon;

/// A prohibition as far as this version evaluates it: {@code who / must-not / what / where / from}, common reading.
///
/// @param provision id of the provision
/// @param verb the act that is forbidden
/// @param what the classes it is forbidden with, any of them
/// @param where the place in which it is forbidden
/// @param fromMs moment from which it holds, milliseconds UTC
/// @param untilMs moment at which it ends, {@link Long#MAX_VALUE} where none is set
/// @param exception its exception in the agreement's words, which is not shown and so excuses nobody; empty where it
/// has
///     none
/// @param doubts what keeps a case on it indeterminate
public record Norm(
        String provision,
        String verb,
        List<WeaponClass> what,
        Zone where,
        long fromMs,
        long untilMs,
        String exception,
        List<Doubt> doubts) {
    public Norm {
        what = List.copyOf(what);
        doubts = List.copyOf(doubts);
    }

    /// A norm without exception and doubt.
    public Norm(String provision, String verb, List<WeaponClass> what, Zone where, long fromMs, long untilMs) {
        this(provision, verb, what, where, fromMs, untilMs, "", List.of());
    }

    /// The same norm, as far as it holds between two moments.
    Norm during(long otherFromMs, long otherUntilMs) {
        return new Norm(
                provision,
                verb,
                what,
                where,
                Math.max(fromMs, otherFromMs),
                Math.min(untilMs, otherUntilMs),
                exception,
                doubts);
    }

    /// Why nobody can say from a sighting alone whether the norm was breached.
    ///
    /// @param reason a clause such as "may be allowed by F.3"
    /// @param of what it is true of
    /// @param isOfOwnPositionsOnly true where it is only so of crafts that told their own position
    public record Doubt(String reason, List<WeaponClass> of, boolean isOfOwnPositionsOnly) {
        public Doubt {
            of = List.copyOf(of);
        }
    }

    /// Whether a weapon as assessed is of any of the classes.
    Certainty weapon(Weapon weapon, int calibreTenthMm) {
        Certainty best = Certainty.NO;
        for (WeaponClass each : what) {
            best = best.or(each.holds(weapon, calibreTenthMm));
        }
        return best;
    }

    /// Whether what was met is of any of the classes.
    Certainty mover(Kind kind, Weapon weapon, int calibreTenthMm) {
        return Movers.holds(what, kind, weapon, calibreTenthMm);
    }

    /// The doubts about what was met.
    List<Doubt> doubts(Kind kind, boolean isOwnPosition) {
        return doubts.stream()
                .filter(doubt -> isOwnPosition || !doubt.isOfOwnPositionsOnly())
                .filter(doubt -> Movers.holds(doubt.of(), kind, Weapon.NOT_KNOWN, -1) != Certainty.NO)
                .toList();
    }

    /// Whether an event between two moments lies in the time of the norm.
    Certainty time(long eventFromMs, long eventToMs) {
        if (eventToMs <= fromMs || eventFromMs >= untilMs) {
            return eventFromMs == eventToMs && eventFromMs == fromMs && fromMs < untilMs ? Certainty.YES : Certainty.NO;
        }
        return eventFromMs >= fromMs && eventToMs <= untilMs ? Certainty.YES : Certainty.INDETERMINATE;
    }
}
