package truceline.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.finding.Attribution;
import truceline.finding.Verification;
import truceline.geo.Place;
import truceline.observation.Count;
import truceline.observation.Description;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.Weapon;

/// One incident as a document tells it. Times are milliseconds UTC.
///
/// @param id address of the first observation
/// @param isCue true where nothing but cues was observed
/// @param isViolation true for an event of fire that somebody recorded: a row of the table of ceasefire violations
/// @param place centre of where it happened, or null where no place can be drawn
/// @param placeName name of the place, where one is known
/// @param means how it was observed, in the order of the vocabulary
/// @param calibreTenthMm calibre, or -1
/// @param flight direction of flight such as `W to E`, or the empty text
/// @param cases provisions it stands against, such as `2.1`, with `(indeterminate)` where it is too close to say
/// @param region position of the region that holds the centre, or -1
/// @param isNearBorder true where the precision reaches into another region
/// @param verification how sure it is that it happened
/// @param attribution whether anybody is held responsible, a question apart
public record Event(
        String id,
        Kind kind,
        boolean isCue,
        boolean isViolation,
        Count count,
        long explosionsAtLeast,
        long fromMs,
        long toMs,
        @Nullable Place place,
        int radiusMetres,
        @Nullable String placeName,
        List<Means> means,
        List<Description> descriptions,
        String flight,
        Weapon weapon,
        int calibreTenthMm,
        List<String> sources,
        int lineages,
        Standing standing,
        List<String> cases,
        int region,
        boolean isNearBorder,
        Verification verification,
        Attribution.Level attribution) {
    /// The strongest case that an incident has: candidate, indeterminate, or none.
    public enum Standing {
        CANDIDATE,
        INDETERMINATE,
        NONE
    }

    /// True where two persons verified it.
    boolean isVerified() {
        return verification == Verification.V3 || verification == Verification.V4;
    }

    public Event {
        means = List.copyOf(means);
        descriptions = List.copyOf(descriptions);
        sources = List.copyOf(sources);
        cases = List.copyOf(cases);
    }
}
