package truceline.duty;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a guarantee asks for, and what there is. It describes a condition and nothing more: the program
/// opens nothing, people decide.
///
/// @param waitsFor what keeps it from running; null unless pending
/// @param shields whom it protects
/// @param givenBy who gives it
/// @param missing what is missing before it opens, one line per atom
/// @param voidIf what voids it, null where nothing does
/// @param missingToVoid what is missing before it is void
/// @param openedMs since when its condition holds, milliseconds UTC; null where it does not, or while pending
/// @param clocks the rows below it, who must act by when
/// @param twin the guarantee that protects the other side likewise
public record GuaranteeStatus(
        String provision,
        State state,
        @Nullable String waitsFor,
        List<String> shields,
        List<String> givenBy,
        Requirement trigger,
        List<String> missing,
        @Nullable Requirement voidIf,
        List<String> missingToVoid,
        @Nullable Long openedMs,
        List<Clock> clocks,
        @Nullable String twin) {
    public GuaranteeStatus {
        shields = List.copyOf(shields);
        givenBy = List.copyOf(givenBy);
        missing = List.copyOf(missing);
        missingToVoid = List.copyOf(missingToVoid);
        clocks = List.copyOf(clocks);
    }

    /// Pending: the agreement does not run yet. Closed: its condition does not hold, or nobody can say.
    /// Open: it holds. Void: what voids it holds.
    public enum State {
        PENDING,
        CLOSED,
        OPEN,
        VOID
    }

    /// A row below a guarantee: a norm with its times.
    ///
    /// @param condition its `if`, null where it has none
    public record Clock(
            String provision, String sentence, @Nullable Requirement condition, List<Timeline.Row> times) {
        public Clock {
            times = List.copyOf(times);
        }
    }
}
