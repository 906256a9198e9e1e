package truceline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import truceline.incident.Incidents;
import truceline.observation.Columns;
import truceline.observation.Field;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.Observations;

/// How many of an incident's recorded events were explosions, at least. Counted as the incident itself is: what
/// several sources saw is counted once, and rows of one account once.
final class Explosions {
    private final Observations observations;
    private final Columns columns;
    private final Incidents incidents;

    Explosions(Observations observations, Incidents incidents) {
        this.observations = observations;
        this.columns = observations.columns();
        this.incidents = incidents;
    }

    long atLeast(int incident) {
        if (incidents.rowCount(incident) == 1) {
            int row = incidents.firstRow(incident);
            return columns.kind(row) == Kind.EXPLOSION ? columns.count(row).atLeast() : 0;
        }
        SortedMap<Integer, List<Integer>> bySource = new TreeMap<>();
        for (int row : incidents.rows(incident)) {
            if (columns.kind(row) == Kind.EXPLOSION) {
                bySource.computeIfAbsent(observations.source(row), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        return bySource.values().stream().mapToLong(this::ofOneSource).max().orElse(0);
    }

    private long ofOneSource(List<Integer> rows) {
        SortedMap<String, Long> accounts = new TreeMap<>();
        boolean direct = false;
        for (int row : rows) {
            String lineage = columns.text(Field.LINEAGE, row);
            boolean isDirect = columns.means(row) != Means.DOCUMENT;
            direct |= isDirect;
            String account = lineage != null ? "lineage " + lineage : isDirect ? "row " + row : "documents";
            accounts.merge(account, (long) columns.count(row).atLeast(), Math::max);
        }
        return direct
                ? accounts.values().stream().mapToLong(Long::longValue).sum()
                : accounts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
