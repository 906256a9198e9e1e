package truceline.incident;

import org.jspecify.annotations.Nullable;
import truceline.observation.Count;
import truceline.observation.Kind;

/// What is known of one incident from its observations together.
///
/// @param incident number of the incident
/// @param firstRow row of its first observation, which names it
/// @param kind the most telling kind among its observations, in the order of {@link Kind}; a cue only where all are
/// cues
/// @param isCue true where nothing but cues (thermal anomalies) was observed
/// @param isMovement true where crafts told their own positions and nothing is wrong with them: something moved, which
/// is no incident by itself
/// @param bestRow row of the observation with the smallest stated radius, a cue only where all are cues, or -1 where no
///     observation has a place that can be drawn
/// @param placeName name of the place, where an observation has one
/// @param fromMs earliest moment, milliseconds UTC
/// @param toMs moment by which it was over, precision included
/// @param count how many, counted once however many saw it
/// @param sources number of distinct sources
/// @param lineages number of independent accounts: distinct lineages, a row without one being its source's own
public record Facts(
        int incident,
        int firstRow,
        Kind kind,
        boolean isCue,
        boolean isMovement,
        int bestRow,
        @Nullable String placeName,
        long fromMs,
        long toMs,
        Count count,
        int sources,
        int lineages) {
    /// The same facts, told of the place and time of one observation: what matters of a long track.
    public Facts at(int row, long rowFromMs, long rowToMs) {
        return new Facts(
                incident,
                firstRow,
                kind,
                isCue,
                isMovement,
                row,
                placeName,
                rowFromMs,
                rowToMs,
                count,
                sources,
                lineages);
    }
}
