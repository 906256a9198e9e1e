package truceline.compliance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import truceline.geo.Disc;
import truceline.incident.Assessment;
import truceline.incident.Facts;
import truceline.incident.Incidents;
import truceline.observation.Columns;
import truceline.observation.Field;

/// Holds every incident against every norm. Pure; the order of cases is that of incidents, then of provisions.
///
/// Drawn areas are looked up together in one index, because an agreement may have hundreds of them; the other zones
/// answer one
/// by one.
public final class CaseFinder {
    private final SortedMap<String, Norm[]> byVerb = new TreeMap<>();
    private final SortedMap<String, ZoneLookup> areas = new TreeMap<>();
    private final Columns columns;
    private final Incidents incidents;
    private final Assessment assessment;

    private CaseFinder(Norms norms, Columns columns, Incidents incidents, Assessment assessment) {
        SortedMap<String, List<Norm>> grouped = new TreeMap<>();
        norms.evaluated()
                .forEach(norm -> grouped.computeIfAbsent(norm.verb(), verb -> new ArrayList<>())
                        .add(norm));
        grouped.forEach((verb, own) -> {
            byVerb.put(verb, own.toArray(new Norm[0]));
            areas.put(verb, new ZoneLookup(own));
        });
        this.columns = columns;
        this.incidents = incidents;
        this.assessment = assessment;
    }

    /// All candidate and indeterminate cases.
    public static List<Case> find(Norms norms, Columns columns, Incidents incidents, Assessment assessment) {
        CaseFinder finder = new CaseFinder(norms, columns, incidents, assessment);
        List<Case> cases = new ArrayList<>();
        if (!norms.evaluated().isEmpty()) {
            for (int incident = 0; incident < incidents.size(); incident++) {
                finder.judge(incident, cases);
            }
        }
        return cases;
    }

    private void judge(int incident, List<Case> cases) {
        String verb = Acts.verb(assessment.kind(incident));
        Norm[] norms = byVerb.get(verb);
        ZoneLookup lookup = areas.get(verb);
        if (norms == null || lookup == null) {
            return;
        }
        int best = assessment.bestRow(incident);
        Disc place = best < 0 ? null : place(columns, best);
        int[] rows = incidents.rows(incident);
        lookup.look(place);
        for (int i = 0; i < norms.length; i++) {
            Certainty where = lookup.holds(i);
            Certainty all = where == Certainty.NO ? where : where.and(act(columns, norms[i], rows));
            if (all != Certainty.NO) {
                cases.add(new Case(incident, norms[i], all));
            }
        }
    }

    /// Whether an observation of the incident is of the act, at the time and with the weapon that the norm names. One
    /// that
    /// surely is decides, whatever else was seen beside it.
    private static Certainty act(Columns columns, Norm norm, int[] rows) {
        Certainty best = Certainty.NO;
        for (int row : rows) {
            if (Acts.verb(columns.kind(row)).equals(norm.verb())) {
                best = best.or(time(columns, norm, row).and(weapon(columns, norm, row)));
            }
        }
        return best;
    }

    /// Why a case is one: the numbers that made it, in words.
    public static String reason(Case found, Columns columns, Incidents incidents, Facts facts) {
        Norm norm = found.norm();
        StringBuilder reason = new StringBuilder(
                facts.bestRow() < 0 ? "no place is known" : norm.where().reason(place(columns, facts.bestRow())));
        int[] rows = incidents.rows(found.incident());
        if (act(columns, norm, rows) == Certainty.INDETERMINATE) {
            boolean inTime = Arrays.stream(rows).anyMatch(row -> time(columns, norm, row) == Certainty.YES);
            reason.append(
                    inTime
                            ? "; weapon or calibre not known"
                            : "; the stated time reaches across the norm's first or last moment");
        }
        return reason.toString();
    }

    private static Certainty time(Columns columns, Norm norm, int row) {
        return norm.time(columns.fromMs(row), columns.toMs(row) + columns.precisionMs(row));
    }

    private static Disc place(Columns columns, int row) {
        return new Disc(columns.lonE7(row), columns.latE7(row), columns.radiusMetres(row) * 1000L);
    }

    private static Certainty weapon(Columns columns, Norm norm, int row) {
        long calibre = columns.number(Field.CALIBRE, row);
        return norm.what().holds(columns.weapon(row), calibre == Columns.NONE ? -1 : (int) calibre);
    }
}
