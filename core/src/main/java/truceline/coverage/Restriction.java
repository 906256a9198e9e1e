package truceline.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Movement of the monitor that was refused, delayed, put under a condition, or interfered with. Where the patrol
/// stood, with how many, is not in it.
///
/// @param index entry that says so
/// @param fromMs when it began, milliseconds UTC
/// @param untilMs when it ended
/// @param area name of the area, never a position
/// @param by who stopped it, in the words of the patrol
/// @param reason the reason given, as quoted
/// @param party party that holds the area, where the patrol could say so
/// @param incident the incident that could not be looked into for it, where there is one
/// @param watches what would have been watched
public record Restriction(
        String id,
        long index,
        String kind,
        long fromMs,
        long untilMs,
        String area,
        String by,
        String reason,
        String outcome,
        boolean isAnnounced,
        @Nullable String party,
        @Nullable String incident,
        List<Watch> watches) {
    public Restriction {
        watches = List.copyOf(watches);
    }
}
