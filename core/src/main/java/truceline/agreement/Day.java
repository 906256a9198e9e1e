package truceline.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.TimePhrase;

/// A named day. While its date is open, no clock that counts from it runs.
public record Day(String name, Readings<Terms> terms, Origin origin) {
    /// What is said of the day, in one reading.
    public record Terms(
            TimePhrase date,
            List<Reference> setBy,
            @Nullable Condition once) {
        public Terms {
            setBy = List.copyOf(setBy);
        }
    }
}
