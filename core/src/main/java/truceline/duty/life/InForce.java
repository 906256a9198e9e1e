package truceline.duty.life;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// When the words of one version of an agreement count. What is asked for before they count is not missed, and what
/// happens then is judged by the version before. Immutable.
///
/// @param sinceMs by provision that an amendment changed or added: milliseconds UTC from which its words count; any
///     other counts as long as the agreement does
/// @param untilMs end of the version, {@link Long#MAX_VALUE} where it has none
public record InForce(SortedMap<String, Long> sinceMs, long untilMs) {
    /// The words of a version that never was amended.
    public static final InForce ALWAYS = new InForce(new TreeMap<>(), Long.MAX_VALUE);

    public InForce {
        sinceMs = Collections.unmodifiableSortedMap(new TreeMap<>(sinceMs));
    }

    long since(String provision) {
        return sinceMs.getOrDefault(provision, Long.MIN_VALUE);
    }
}
