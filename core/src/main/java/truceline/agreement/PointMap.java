package truceline.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Basis;

/// How the points of one proposal became those of the next: what kept its number, moved, merged, was
/// split, is new or vanished, and what the file does not say. Points count from 1. Pure and immutable.
///
/// @param rows one per point of the newer proposal, ascending
/// @param splits old points that went to several new ones
/// @param vanished old points from which no new one is said to come; certain only where `isComplete`
/// @param basis on what the map rests
public record PointMap(
        String older,
        String newer,
        List<Row> rows,
        SortedMap<Integer, List<Integer>> splits,
        List<Integer> vanished,
        Basis basis) {
    public PointMap {
        rows = List.copyOf(rows);
        splits = Collections.unmodifiableSortedMap(new TreeMap<>(splits));
        vanished = List.copyOf(vanished);
    }

    /// What became of a point.
    public enum Change {
        KEPT,
        MOVED,
        MERGED,
        SPLIT,
        NEW,
        UNKNOWN
    }

    /// Where a new point comes from. A point can be merged and hold a part of a split one.
    public record Row(int point, List<Integer> from, List<Change> changes) {
        public Row {
            from = List.copyOf(from);
            changes = List.copyOf(changes);
        }
    }

    /// The map of a proposal from the one that it follows; empty where it follows none.
    public static Optional<PointMap> find(Agreement agreement, Proposal proposal) {
        String follows = proposal.follows();
        Proposal older = follows == null ? null : agreement.proposals().get(follows);
        if (older == null) {
            return Optional.empty();
        }
        SortedMap<Integer, List<Integer>> heirs = new TreeMap<>();
        proposal.fromPoints()
                .forEach((point, from) -> from.forEach(old ->
                        heirs.computeIfAbsent(old, key -> new ArrayList<>()).add(point)));
        List<Row> rows = new ArrayList<>();
        for (int point = 1; point <= proposal.points(); point++) {
            rows.add(row(point, proposal.fromPoints().get(point), heirs));
        }
        List<Integer> vanished = new ArrayList<>();
        for (int old = 1; old <= older.points(); old++) {
            if (!heirs.containsKey(old)) {
                vanished.add(old);
            }
        }
        heirs.values().removeIf(points -> points.size() < 2);
        Origin origin = proposal.origin();
        Basis basis = origin.assumed().contains("from-points") ? Basis.ASSUMED : origin.basis();
        return Optional.of(new PointMap(older.name(), proposal.name(), rows, heirs, vanished, basis));
    }

    /// Whether every new point has a row, so that what has no heir has vanished.
    public boolean isComplete() {
        return with(Change.UNKNOWN).isEmpty();
    }

    /// The new points to which a word applies, ascending.
    public List<Integer> with(Change change) {
        return rows.stream()
                .filter(row -> row.changes().contains(change))
                .map(Row::point)
                .toList();
    }

    private static Row row(int point, @Nullable List<Integer> from, SortedMap<Integer, List<Integer>> heirs) {
        if (from == null) {
            return new Row(point, List.of(), List.of(Change.UNKNOWN));
        }
        if (from.isEmpty()) {
            return new Row(point, from, List.of(Change.NEW));
        }
        List<Change> changes = new ArrayList<>();
        if (from.size() > 1) {
            changes.add(Change.MERGED);
        }
        if (from.stream().anyMatch(old -> heirs.getOrDefault(old, List.of()).size() > 1)) {
            changes.add(Change.SPLIT);
        }
        if (changes.isEmpty()) {
            changes.add(from.getFirst() == point ? Change.KEPT : Change.MOVED);
        }
        return new Row(point, from, changes);
    }
}
