package truceline.compliance;

/// A prohibition as far as this version evaluates it: {@code who / must-not / what / where / from}, common reading.
///
/// @param provision id of the provision
/// @param verb the act that is forbidden
/// @param what the class it is forbidden with
/// @param where the place in which it is forbidden
/// @param fromMs moment from which it holds, milliseconds UTC
/// @param untilMs moment at which it ends, {@link Long#MAX_VALUE} where none is set
public record Norm(String provision, String verb, WeaponClass what, Zone where, long fromMs, long untilMs) {
    /// Whether an event between two moments lies in the time of the norm.
    Certainty time(long eventFromMs, long eventToMs) {
        if (eventToMs <= fromMs || eventFromMs >= untilMs) {
            return eventFromMs == eventToMs && eventFromMs == fromMs && fromMs < untilMs ? Certainty.YES : Certainty.NO;
        }
        return eventFromMs >= fromMs && eventToMs <= untilMs ? Certainty.YES : Certainty.INDETERMINATE;
    }
}
