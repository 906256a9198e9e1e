package truceline.compliance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import truceline.compliance.Reconciled.Outcome;
import truceline.incident.Incidents;
import truceline.observation.Columns;
import truceline.observation.Field;
import truceline.observation.Means;
import truceline.observation.Observations;

/// The claims of the parties held against what was observed: one outcome for each claim, by one rule for all lists.
/// Immutable.
///
/// A claim is a row whose means is {@link Means#CLAIM}. It is looked at in the order of the record: first whether the
/// same list says it before, then whether a provision could be touched, then for an incident, then whether anybody
/// watched. It raises nothing and changes no incident.
///
/// @param claims in the order of rows
/// @param totals by source, then by the party that is accused
public record Reconciliation(List<Reconciled> claims, List<Total> totals) {
    public Reconciliation {
        claims = List.copyOf(claims);
        totals = List.copyOf(totals);
    }

    /// How much of a place was watched.
    @FunctionalInterface
    public interface Observed {
        /// Percent, 0 to 100, of the time from `fromMs` to `toMs` for which the place was observed.
        int share(long fromMs, long toMs, int lonE7, int latE7);
    }

    /// How many claims of one list against one party came to what.
    ///
    /// @param source number of the source
    /// @param accused code of the party as the list writes it, empty where it names none
    /// @param claims all of them: the sum of the others
    public record Total(
            int source,
            String accused,
            long claims,
            long matched,
            long unmatchedObserved,
            long notObserved,
            long duplicate,
            long outOfScope) {}

    /// Holds the claims among the first `rows` observations against the incidents that those make.
    ///
    /// @throws IllegalStateException where `observed` answers no percentage
    public static Reconciliation of(
            Observations observations,
            int rows,
            Incidents incidents,
            Norms norms,
            ReconciliationRule rule,
            Observed observed) {
        Columns columns = observations.columns();
        ClaimLists lists = new ClaimLists(observations, rows, rule);
        Scope scope = new Scope(norms);
        IncidentMatches matches = new IncidentMatches(observations, incidents, rule);
        List<Reconciled> claims = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            if (columns.means(row) == Means.CLAIM) {
                Happening claim = Happening.ofClaim(columns, row);
                int source = observations.source(row);
                Reconciled repeated = lists.findEarlier(claim, source);
                String outside = repeated == null ? scope.whyOutside(columns, row) : null;
                claims.add(
                        repeated != null
                                ? repeated
                                : outside != null
                                        ? new Reconciled(row, source, Outcome.OUT_OF_SCOPE, -1, -1, outside)
                                        : matches.judge(claim, source, observed));
            }
        }
        return new Reconciliation(claims, totals(columns, claims));
    }

    private record Group(int source, String accused) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int bySource = Integer.compare(source, other.source);
            return bySource != 0 ? bySource : accused.compareTo(other.accused);
        }
    }

    private static List<Total> totals(Columns columns, List<Reconciled> claims) {
        SortedMap<Group, Map<Outcome, Long>> counts = new TreeMap<>();
        for (Reconciled claim : claims) {
            String accused = columns.text(Field.SIDE, claim.row());
            counts.computeIfAbsent(
                            new Group(claim.source(), accused == null ? "" : accused),
                            any -> new EnumMap<>(Outcome.class))
                    .merge(claim.outcome(), 1L, Long::sum);
        }
        List<Total> totals = new ArrayList<>();
        counts.forEach((group, of) -> totals.add(new Total(
                group.source(),
                group.accused(),
                of.values().stream().mapToLong(Long::longValue).sum(),
                of.getOrDefault(Outcome.MATCHED, 0L),
                of.getOrDefault(Outcome.UNMATCHED_OBSERVED, 0L),
                of.getOrDefault(Outcome.NOT_OBSERVED, 0L),
                of.getOrDefault(Outcome.DUPLICATE, 0L),
                of.getOrDefault(Outcome.OUT_OF_SCOPE, 0L))));
        return totals;
    }
}
