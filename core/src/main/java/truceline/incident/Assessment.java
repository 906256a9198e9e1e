package truceline.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import truceline.observation.Columns;
import truceline.observation.Count;
import truceline.observation.Field;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.Observations;
import truceline.observation.Qualifier;

/// Draws the facts of an incident from its observations. Pure; thread-safe as long as the rows it reads are complete.
public final class Assessment {
    private final Observations observations;
    private final Columns columns;
    private final Incidents incidents;

    public Assessment(Observations observations, Incidents incidents) {
        this.observations = observations;
        this.columns = observations.columns();
        this.incidents = incidents;
    }

    /// Facts of the incident with that number.
    public Facts facts(int incident) {
        Kind kind = kind(incident);
        String place = null;
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (int i = 0; i < incidents.rowCount(incident); i++) {
            int row = incidents.row(incident, i);
            if (place == null) {
                place = columns.text(Field.PLACE, row);
            }
            from = Math.min(from, columns.fromMs(row));
            to = Math.max(to, columns.toMs(row) + columns.precisionMs(row));
        }
        return new Facts(
                incident,
                incidents.firstRow(incident),
                kind,
                kind == Kind.THERMAL_ANOMALY,
                isMovement(columns, incidents, incident),
                bestRow(incident),
                place,
                from,
                to,
                count(incident),
                sources(incident),
                lineages(incident));
    }

    /// The most telling kind among an incident's observations; interference where a craft jumped as none can.
    public Kind kind(int incident) {
        if (incidents.isSuspect(incident)) {
            return Kind.INTERFERENCE;
        }
        Kind kind = columns.kind(incidents.firstRow(incident));
        for (int i = 1; i < incidents.rowCount(incident); i++) {
            Kind each = columns.kind(incidents.row(incident, i));
            if (each.compareTo(kind) < 0) {
                kind = each;
            }
        }
        return kind;
    }

    /// Row of the best placed observation, or -1 where none has a place that can be drawn. Of interference it is the
    /// place jumped to.
    public int bestRow(int incident) {
        int best = -1;
        for (int i = 0; i < incidents.rowCount(incident); i++) {
            int row = incidents.row(incident, i);
            boolean counts = incidents.isSuspectRow(row) || !incidents.isSuspect(incident);
            if (counts && columns.isPlaced(row) && (best < 0 || isBetterPlaced(row, best))) {
                best = row;
            }
        }
        return best;
    }

    /// A cue never decides where something was that was observed otherwise; else the smaller radius is the better
    /// place.
    private boolean isBetterPlaced(int row, int best) {
        boolean isCue = columns.kind(row) == Kind.THERMAL_ANOMALY;
        boolean bestIsCue = columns.kind(best) == Kind.THERMAL_ANOMALY;
        return isCue == bestIsCue ? columns.radiusMetres(row) < columns.radiusMetres(best) : bestIsCue;
    }

    private int sources(int incident) {
        if (incidents.rowCount(incident) == 1) {
            return 1;
        }
        TreeSet<Integer> sources = new TreeSet<>();
        for (int row : incidents.rows(incident)) {
            sources.add(observations.source(row));
        }
        return sources.size();
    }

    private int lineages(int incident) {
        if (incidents.rowCount(incident) == 1) {
            return 1;
        }
        TreeSet<String> lineages = new TreeSet<>();
        for (int row : incidents.rows(incident)) {
            lineages.add(observations.account(row));
        }
        return lineages.size();
    }

    /// What several sources saw is counted once: the source that counted most is taken, not the sum over sources.
    /// Within one
    /// source, rows are separate events and add up, unless they are one account or all are documents about it.
    private Count count(int incident) {
        if (columns.text(Field.CRAFT, incidents.firstRow(incident)) != null) {
            return new Count(Qualifier.EXACT, crafts(incident));
        }
        if (incidents.rowCount(incident) == 1) {
            return columns.count(incidents.firstRow(incident));
        }
        SortedMap<Integer, List<Integer>> bySource = new TreeMap<>();
        for (int row : incidents.rows(incident)) {
            bySource.computeIfAbsent(observations.source(row), source -> new ArrayList<>())
                    .add(row);
        }
        Count most = Count.NOT_KNOWN;
        for (List<Integer> rows : bySource.values()) {
            Count count = countOfOneSource(rows);
            boolean more = count.atLeast() > most.atLeast();
            boolean plainer = count.atLeast() == most.atLeast() && most.value() < 0;
            if (more || plainer) {
                most = count;
            }
        }
        return most;
    }

    /// True where crafts told their own positions and nothing is wrong with them.
    public static boolean isMovement(Columns columns, Incidents incidents, int incident) {
        return columns.text(Field.CRAFT, incidents.firstRow(incident)) != null && !incidents.isSuspect(incident);
    }

    private int crafts(int incident) {
        TreeSet<String> crafts = new TreeSet<>();
        for (int i = 0; i < incidents.rowCount(incident); i++) {
            String craft = columns.text(Field.CRAFT, incidents.row(incident, i));
            if (craft != null) {
                crafts.add(craft);
            }
        }
        return crafts.size();
    }

    private Count countOfOneSource(List<Integer> rows) {
        TreeMap<String, Count> accounts = new TreeMap<>();
        for (int row : rows) {
            String lineage = columns.text(Field.LINEAGE, row);
            boolean isDirect = columns.means(row) != Means.DOCUMENT && columns.kind(row) != Kind.THERMAL_ANOMALY;
            String account = lineage != null ? "lineage " + lineage : isDirect ? "row " + row : "documents";
            accounts.merge(account, columns.count(row), Assessment::larger);
        }
        if (accounts.size() == 1) {
            return accounts.firstEntry().getValue();
        }
        boolean direct = rows.stream().anyMatch(row -> columns.means(row) != Means.DOCUMENT);
        return direct ? sum(accounts) : accounts.values().stream().reduce(Count.NOT_KNOWN, Assessment::larger);
    }

    private static Count sum(Map<String, Count> accounts) {
        int low = 0;
        boolean exact = true;
        for (Count count : accounts.values()) {
            low = Math.min(10_000_000, low + count.atLeast());
            exact &= count.qualifier() == Qualifier.EXACT;
        }
        return new Count(exact ? Qualifier.EXACT : Qualifier.AT_LEAST, low);
    }

    private static Count larger(Count one, Count two) {
        return two.atLeast() > one.atLeast() || two.atLeast() == one.atLeast() && one.value() < 0 ? two : one;
    }
}
