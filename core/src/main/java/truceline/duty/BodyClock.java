package truceline.duty;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One clock of a body: when it opened, when it is due with all pauses, and whether it was met. A missed
/// clock is held against the body that missed it, never against a party.
///
/// @param name `register`, `tell-liaisons`, `spot-report`, `preliminary-file`, `team-on-site`, `reply`
///     or `decision`
/// @param whose the bodies (for `reply`: the parties) whose duty it is; empty where the text names nobody
/// @param openedMs milliseconds UTC
/// @param dueMs null while it is paused without an end, or where the text leaves the limit open
/// @param metMs null where it is not met
public record BodyClock(
        String name,
        List<String> whose,
        long openedMs,
        @Nullable Long dueMs,
        @Nullable Long metMs,
        State state) {
    public BodyClock {
        whose = List.copyOf(whose);
    }

    /// Where the clock stands. One that was met late is missed; `metMs` then says when it was met.
    public enum State {
        RUNNING,
        PAUSED,
        MET,
        MISSED
    }

    /// A time in which the clock stands still, such as denied access; without an end it still does.
    public record Pause(long fromMs, @Nullable Long toMs) {}
}
