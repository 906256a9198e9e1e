package truceline.compliance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import truceline.geo.Disc;
import truceline.incident.Facts;
import truceline.incident.Incidents;
import truceline.incident.TrackRule;
import truceline.incident.Tracks;
import truceline.observation.Columns;

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
    /// beside it, and in whatever order it came, takes no case away. What a craft says of itself
    /// proves nothing once it jumps as no craft can.
    private void judge(int incident, List<Case> cases) {
        if (incidents.isSuspect(incident)) {
            return;
        }
        SortedMap<String, Certainty[]> answers = new TreeMap<>();
        for (int i = 0; i < incidents.rowCount(incident); i++) {
            int row = incidents.row(incident, i);
            String verb = Acts.verb(columns.kind(row));
            Norm[] norms = byVerb.get(verb);
            ZoneLookup lookup = areas.get(verb);
            if (norms != null && lookup != null) {
                Certainty[] own = answers.computeIfAbsent(verb, _ -> none(norms.length));
                judge(row, norms, lookup, own);
            }
        }
        leave(incident, answers);
        answers.forEach((verb, own) -> {
            for (int n = 0; n < own.length; n++) {
                if (own[n] != Certainty.NO) {
                    cases.add(new Case(incident, byVerb.getOrDefault(verb, new Norm[0])[n], own[n]));
                }
            }
        });
    }

    private void judge(int row, Norm[] norms, ZoneLookup lookup, Certainty[] own) {
        lookup.look(Sighting.place(columns, row), Sighting.altitudeMetres(columns, row));
        for (int n = 0; n < norms.length; n++) {
            Certainty where = lookup.holds(n);
            if (where.compareTo(own[n]) > 0) {
                own[n] = own[n].or(
                        where.and(Sighting.time(columns, norms[n], row)).and(Sighting.what(columns, norms[n], row)));
            }
        }
    }

    /// Only a track shows that something went out of a zone.
    private void leave(int incident, SortedMap<String, Certainty[]> answers) {
        Norm[] norms = byVerb.get(Acts.LEAVE);
        if (norms == null || !TrackRule.isOwnPosition(columns, incidents.firstRow(incident))) {
            return;
        }
        List<Integer> rows = Tracks.of(columns, incidents, incident).getFirst().rows();
        Certainty[] own = none(norms.length);
        for (int n = 0; n < norms.length; n++) {
            own[n] = new Passage(columns, norms[n], rows).left();
        }
        answers.put(Acts.LEAVE, own);
    }

    private static Certainty[] none(int norms) {
        Certainty[] none = new Certainty[norms];
        Arrays.fill(none, Certainty.NO);
        return none;
    }

    /// Why a case is one: the numbers of the observation that made it, in words; of a track, when and where it was
    /// inside.
    public static String reason(Case found, Columns columns, Incidents incidents) {
        return isOfTrack(found, columns, incidents)
                ? passage(found, columns, incidents).reason(found.certainty())
                : reason(columns, found.norm(), row(found, columns, incidents));
    }

    /// The observation that makes a case; of a track the first position inside, or outside of what it had to stay in.
    public static int row(Case found, Columns columns, Incidents incidents) {
        if (isOfTrack(found, columns, incidents)) {
            return passage(found, columns, incidents).row(found.certainty());
        }
        Norm norm = found.norm();
        for (int row : incidents.rows(found.incident())) {
            if (Acts.verb(columns.kind(row)).equals(norm.verb())
                    && Sighting.judged(columns, norm, row) == found.certainty()) {
                return row;
            }
        }
        throw new IllegalStateException("no observation makes the case on " + norm.provision());
    }

    /// A movement with a case as it is told: of the position that makes its first case. A track may last for weeks, and
    /// what it breached happened on one day at one place.
    ///
    /// @param own cases of the movement, as {@link #find} orders them; anything else is told as it is known
    public static Facts told(Facts known, List<Case> own, Columns columns, Incidents incidents) {
        if (!known.isMovement() || own.isEmpty()) {
            return known;
        }
        int row = row(own.getFirst(), columns, incidents);
        return known.at(row, columns.fromMs(row), columns.toMs(row) + columns.precisionMs(row));
    }

    private static boolean isOfTrack(Case found, Columns columns, Incidents incidents) {
        return TrackRule.isOwnPosition(columns, incidents.firstRow(found.incident()));
    }

    private static Passage passage(Case found, Columns columns, Incidents incidents) {
        List<Integer> rows =
                Tracks.of(columns, incidents, found.incident()).getFirst().rows();
        return new Passage(columns, found.norm(), rows);
    }

    private static String reason(Columns columns, Norm norm, int row) {
        Disc place = Sighting.place(columns, row);
        String where =
                place == null ? "no place is known" : norm.where().reason(place, Sighting.altitudeMetres(columns, row));
        return where + Sighting.clauses(columns, norm, row);
    }
}
