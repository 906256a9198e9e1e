package truceline.incident;

import java.util.List;
import truceline.observation.Kind;

/// The way of one craft as it told it itself, without a silence longer than the rule allows.
///
/// @param incident number of the incident in which it stands
/// @param craft name under which the craft sent, such as {@code mmsi:244660000}
/// @param kind aircraft or vessel, as the first position says
/// @param rows its positions in the order of the moments that they state
/// @param isSuspect true where it stands in a jump that no craft can make, or in a conflict of two senders of one name:
///     then nothing rests on where it was
public record Track(int incident, String craft, Kind kind, List<Integer> rows, boolean isSuspect) {
    public Track {
        rows = List.copyOf(rows);
    }
}
