package truceline.agreement;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Say;

/// A version of a proposal, not signed: its points, where they come from, and what each actor answered.
/// Dates are ISO text.
public record Proposal(
        String name,
        int points,
        @Nullable String date,
        List<Reference> by,
        SortedMap<Integer, String> titles,
        @Nullable String follows,
        SortedMap<Integer, List<Integer>> fromPoints,
        List<Position> positions,
        Origin origin) {
    public Proposal {
        by = List.copyOf(by);
        positions = List.copyOf(positions);
    }

    /// What actors say about points (ascending), from a day on.
    public record Position(
            List<String> who,
            List<Integer> points,
            Say say,
            @Nullable String gist,
            String date,
            Origin origin) {
        public Position {
            who = List.copyOf(who);
            points = List.copyOf(points);
        }
    }

    /// The latest position of an actor on a point; a cell without a row is unknown.
    public Optional<Position> findPosition(String actor, int point) {
        Position latest = null;
        for (Position position : positions) {
            boolean speaks = position.who.contains(actor) && position.points.contains(point);
            if (speaks && (latest == null || position.date.compareTo(latest.date) > 0)) {
                latest = position;
            }
        }
        return Optional.ofNullable(latest);
    }
}
