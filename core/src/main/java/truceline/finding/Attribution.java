package truceline.finding;

import org.jspecify.annotations.Nullable;

/// Who is responsible, a question apart from whether it happened.
///
/// @param party code of the party, null at {@link Level#A0}
public record Attribution(Level level, @Nullable String party) {
    /// Nobody is named.
    public static final Attribution NONE = new Attribution(Level.A0, null);

    /// The ladder; the monitor reaches A2 at most.
    public enum Level {
        A0,
        /// Consistent with an origin in the area that the party holds.
        A1,
        /// Likely, alternatives listed.
        A2,
        /// Attributed by the commission's vote.
        A3,
        /// Acknowledged by the party itself.
        A4
    }
}
