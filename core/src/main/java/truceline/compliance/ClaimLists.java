package truceline.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.compliance.Reconciled.Outcome;
import truceline.observation.Columns;
import truceline.observation.Field;
import truceline.observation.Means;
import truceline.observation.Observations;

/// The claims of each list by what they say was done and by whom, to find the one that a later one repeats. Only a
/// claim that repeats none itself is repeated, so that no chain of near ones draws a whole front together. Ask in the
/// order of rows. Not thread-safe.
final class ClaimLists {
    private final Observations observations;
    private final Columns columns;
    private final ReconciliationRule rule;
    private final SortedMap<String, Happenings> groups = new TreeMap<>();
    private final SortedMap<String, Integer> byIdentity = new TreeMap<>();
    private final boolean[] repeats;

    ClaimLists(Observations observations, int rows, ReconciliationRule rule) {
        this.observations = observations;
        this.columns = observations.columns();
        this.rule = rule;
        this.repeats = new boolean[rows];
        SortedMap<String, List<Happening>> claims = new TreeMap<>();
        for (int row = 0; row < rows; row++) {
            if (columns.means(row) == Means.CLAIM) {
                Happening claim = Happening.ofClaim(columns, row);
                claims.computeIfAbsent(group(claim, observations.source(row)), any -> new ArrayList<>())
                        .add(claim);
            }
        }
        claims.forEach((group, own) -> groups.put(group, new Happenings(own)));
    }

    /// The outcome for a claim that its list makes before, or null.
    @Nullable
    Reconciled findEarlier(Happening claim, int source) {
        String identity = columns.text(Field.IDENTITY, claim.number());
        Integer twin = identity == null ? null : byIdentity.putIfAbsent(source + " " + identity, claim.number());
        if (twin != null) {
            return repeated(claim, source, twin, "the same id as claim " + observations.address(twin));
        }
        Happenings own = groups.get(group(claim, source));
        if (own == null) {
            throw new IllegalStateException("row " + claim.number() + " is in no list");
        }
        Happening earliest = null;
        for (Happening each : own.near(claim, rule.matchMs())) {
            boolean isEarlier = each.number() < claim.number() && !repeats[each.number()];
            boolean isFirst = earliest == null || each.number() < earliest.number();
            if (isEarlier && isFirst && isSamePlace(each, claim)) {
                earliest = each;
            }
        }
        return earliest == null ? null : repeated(claim, source, earliest.number(), why(claim, earliest));
    }

    private Reconciled repeated(Happening claim, int source, int other, String why) {
        repeats[claim.number()] = true;
        return new Reconciled(claim.number(), source, Outcome.DUPLICATE, -1, other, why);
    }

    private boolean isSamePlace(Happening one, Happening two) {
        if (one.place() != null && two.place() != null) {
            return one.gapMm(two, rule.matchMm()) != Happening.FARTHER;
        }
        return !one.name().isEmpty() && one.name().equals(two.name());
    }

    private String why(Happening claim, Happening earlier) {
        String way = claim.place() != null && earlier.place() != null
                ? Ways.distance(claim.gapMm(earlier, rule.matchMm()))
                : "the same place name";
        return way + " and " + Ways.duration(claim.gapMs(earlier)) + " from claim "
                + observations.address(earlier.number()) + " of the same list, same family, same party accused";
    }

    private String group(Happening claim, int source) {
        String accused = columns.text(Field.SIDE, claim.number());
        return source + " " + claim.family() + " " + (accused == null ? "" : accused);
    }
}
