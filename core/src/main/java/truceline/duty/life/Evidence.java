package truceline.duty.life;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Verb;
import truceline.geo.Disc;
import truceline.observation.Kind;
import truceline.observation.Weapon;

/// What is known of one act, or of one thing that was seen. Immutable.
///
/// @param id of the incident, or of the thing
/// @param verb the act; for a thing that was seen, `keep`
/// @param fromMs first moment, milliseconds UTC
/// @param toMs moment by which it was over, precision included
/// @param place where it was or struck, with its accuracy; null where nobody knows
/// @param origin where it came from, for fire; null where nobody knows
/// @param altitudeMetres as {@link truceline.compliance.Zone} has heights
/// @param calibreTenthMm tenths of a millimetre, -1 where it is not known
/// @param system name of the system, null where it is not known
/// @param known words of the agreement that it is known to be: kinds, classes, lists by their provision
/// @param whom names and kinds of those acted on; empty where nobody knows
/// @param casualties dead and injured, -1 where nobody counted
/// @param by code of who did it, or whose it is; null where nobody knows
public record Evidence(
        String id,
        Verb verb,
        long fromMs,
        long toMs,
        @Nullable Disc place,
        @Nullable Disc origin,
        int altitudeMetres,
        Kind kind,
        Weapon weapon,
        int calibreTenthMm,
        @Nullable String system,
        List<String> known,
        List<String> whom,
        long casualties,
        @Nullable String by) {
    public Evidence {
        known = List.copyOf(known);
        whom = List.copyOf(whom);
        if (toMs < fromMs) {
            throw new IllegalArgumentException("it is over before it begins: " + id);
        }
    }

    /// The same, done by somebody.
    public Evidence by(String actor) {
        return new Evidence(
                id,
                verb,
                fromMs,
                toMs,
                place,
                origin,
                altitudeMetres,
                kind,
                weapon,
                calibreTenthMm,
                system,
                known,
                whom,
                casualties,
                actor);
    }
}
