package truceline.agreement;

import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.TimePhrase;

/// When a norm runs and when it is due; null where the text says nothing. `every` makes one duty per
/// period.
public record Timing(
        @Nullable TimePhrase from,
        @Nullable TimePhrase beginBy,
        @Nullable TimePhrase by,
        @Nullable TimePhrase until,
        @Nullable Leaf<DurationPhrase> every) {
    public static final Timing NONE = new Timing(null, null, null, null, null);
}
