package truceline.compliance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.geo.Disc;
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

    private CaseFinder(Norms norms, Columns columns, Incidents incidents) {
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
    }

    /// All candidate and indeterminate cases.
    public static List<Case> find(Norms norms, Columns columns, Incidents incidents) {
        CaseFinder finder = new CaseFinder(norms, columns, incidents);
        List<Case> cases = new ArrayList<>();
        if (!norms.evaluated().isEmpty()) {
            for (int incident = 0; incident < incidents.size(); incident++) {
                finder.judge(incident, cases);
            }
        }
        return cases;
    }

    /// Every observation of the incident is judged by itself, and the surest answer stands: whatever else was seen
    /// beside it,
    /// and in whatever order it came, takes no case away.
    private void judge(int incident, List<Case> cases) {
        SortedMap<String, Certainty[]> answers = new TreeMap<>();
        for (int i = 0; i < incidents.rowCount(incident); i++) {
            int row = incidents.row(incident, i);
            String verb = Acts.verb(columns.kind(row));
            Norm[] norms = byVerb.get(verb);
            ZoneLookup lookup = areas.get(verb);
            if (norms != null && lookup != null) {
                lookup.look(place(columns, row));
                Certainty[] own = answers.computeIfAbsent(verb, any -> none(norms.length));
                for (int n = 0; n < norms.length; n++) {
                    Certainty where = lookup.holds(n);
                    if (where.compareTo(own[n]) > 0) {
                        own[n] = own[n].or(
                                where.and(time(columns, norms[n], row)).and(weapon(columns, norms[n], row)));
                    }
                }
            }
        }
        answers.forEach((verb, own) -> {
            for (int n = 0; n < own.length; n++) {
                if (own[n] != Certainty.NO) {
                    cases.add(new Case(incident, byVerb.getOrDefault(verb, new Norm[0])[n], own[n]));
                }
            }
        });
    }

    private static Certainty[] none(int norms) {
        Certainty[] none = new Certainty[norms];
        Arrays.fill(none, Certainty.NO);
        return none;
    }

    /// Why a case is one: the numbers of the observation that made it, in words.
    public static String reason(Case found, Columns columns, Incidents incidents) {
        Norm norm = found.norm();
        for (int row : incidents.rows(found.incident())) {
            if (Acts.verb(columns.kind(row)).equals(norm.verb()) && judged(columns, norm, row) == found.certainty()) {
                return reason(columns, norm, row);
            }
        }
        throw new IllegalStateException("no observation makes the case on " + norm.provision());
    }

    private static Certainty judged(Columns columns, Norm norm, int row) {
        Disc place = place(columns, row);
        Certainty where =
                place == null ? norm.where().ofUnknownPlace() : norm.where().holds(place);
        return where.and(time(columns, norm, row)).and(weapon(columns, norm, row));
    }

    private static String reason(Columns columns, Norm norm, int row) {
        Disc place = place(columns, row);
        StringBuilder reason = new StringBuilder(
                place == null ? "no place is known" : norm.where().reason(place));
        if (time(columns, norm, row) == Certainty.INDETERMINATE) {
            reason.append("; the stated time reaches across the norm's first or last moment");
        }
        if (weapon(columns, norm, row) == Certainty.INDETERMINATE) {
            reason.append("; weapon or calibre not known");
        }
        return reason.toString();
    }

    private static Certainty time(Columns columns, Norm norm, int row) {
        return norm.time(columns.fromMs(row), columns.toMs(row) + columns.precisionMs(row));
    }

    private static @Nullable Disc place(Columns columns, int row) {
        if (!columns.isPlaced(row)) {
            return null;
        }
        return new Disc(columns.lonE7(row), columns.latE7(row), columns.radiusMetres(row) * 1000L);
    }

    private static Certainty weapon(Columns columns, Norm norm, int row) {
        long calibre = columns.number(Field.CALIBRE, row);
        return norm.weapon(columns.weapon(row), calibre == Columns.NONE ? -1 : (int) calibre);
    }
}
