package truceline.station;

import org.jspecify.annotations.Nullable;
import truceline.observation.Draft;
import truceline.observation.Rejection;

/// Longest texts of a row's evidence, so that one row always fits an entry.
final class TextLimits {
    private static final int PLACE = 300;
    private static final int LABELS = 1000;
    private static final int CODE = 64;

    private TextLimits() {}

    /// The rejection of a row with a text too long, or null.
    static @Nullable Rejection find(Draft draft) {
        if (exceeds(draft.place, PLACE)) {
            return tooLong(draft, "place", PLACE);
        }
        if (exceeds(draft.labels, LABELS)) {
            return tooLong(draft, "labels", LABELS);
        }
        if (exceeds(draft.craft, CODE)) {
            return tooLong(draft, "craft", CODE);
        }
        return exceeds(draft.claimedSide, CODE) ? tooLong(draft, "claimed_side", CODE) : null;
    }

    private static boolean exceeds(@Nullable String text, int most) {
        return text != null && text.length() > most;
    }

    private static Rejection tooLong(Draft draft, String field, int most) {
        return new Rejection(draft.row, field, "text-too-long", "at most " + most + " characters");
    }
}
