package truceline.finding;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.incident.Incidents;
import truceline.observation.Kind;
import truceline.observation.Observations;

/// Which accounts of an incident count as independent: lineages, not messages. An account of a party is interested and
/// counts for nothing here; a machine's cue is no account.
///
/// What one source says twice is one account, whatever lineage it names; so is what two sources draw from one lineage.
///
/// @param lineages number of independent accounts
/// @param isMonitors true where the monitor itself observed it
public record Corroboration(int lineages, boolean isMonitors) {
    /// What one observation adds.
    public enum Weight {
        COUNTS,
        /// Same lineage or same source as an observation before it.
        REPEATS,
        /// The source is a party's own.
        INTERESTED,
        /// A cue, or a claim.
        CUE
    }

    /// Two independent accounts, or one of the monitor's own, corroborate.
    public boolean isEnough() {
        return isMonitors || lineages >= 2;
    }

    /// The corroboration of an incident.
    ///
    /// @param owners whose a source is, by the number of the source; null where nobody said so
    public static Corroboration of(Observations observations, Incidents incidents, int incident, SourceOwner owners) {
        TreeSet<String> lineages = new TreeSet<>();
        TreeSet<Integer> sources = new TreeSet<>();
        boolean monitors = false;
        for (int row : incidents.rows(incident)) {
            String owner = owners.owner(observations.source(row));
            boolean isCue = observations.columns().kind(row) == Kind.THERMAL_ANOMALY;
            if (!isCue && !isInterested(owner)) {
                lineages.add(observations.account(row));
                sources.add(observations.source(row));
                monitors |= "monitor".equals(owner);
            }
        }
        return new Corroboration(Math.min(lineages.size(), sources.size()), monitors);
    }

    /// Why an observation counts, or does not, beside those before it.
    ///
    /// @param seen lineages and sources of the observations that count before it; its own are added where it counts
    public static Weight weight(Observations observations, int row, TreeSet<String> seen, @Nullable String owner) {
        if (observations.columns().kind(row) == Kind.THERMAL_ANOMALY) {
            return Weight.CUE;
        }
        if (isInterested(owner)) {
            return Weight.INTERESTED;
        }
        String source = "source " + observations.source(row);
        String lineage = observations.account(row);
        if (seen.contains(source) || seen.contains(lineage)) {
            return Weight.REPEATS;
        }
        seen.add(source);
        seen.add(lineage);
        return Weight.COUNTS;
    }

    /// Whose a source is.
    public interface SourceOwner {
        /// `monitor`, `other`, a party's code, or null where nobody said so.
        @Nullable
        String owner(int sourceNumber);
    }

    /// The owners of sources by number.
    ///
    /// @param ids ids of the sources by number
    public static SourceOwner owners(List<String> ids, SortedMap<String, String> owners) {
        return number -> owners.get(ids.get(number));
    }

    private static boolean isInterested(@Nullable String owner) {
        return owner != null && !owner.equals("monitor") && !owner.equals("other");
    }
}
