package truceline.compliance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.geo.Disc;
import truceline.incident.Facts;
import truceline.incident.Incidents;
import truceline.incident.TrackRule;
import truceline.incident.Tracks;
import truceline.observation.Columns;
import truceline.observation.Kind;

/// Holds every incident against every norm. Pure; the order of cases is that of incidents, then of provisions.
///
/// Drawn areas are looked up together in one index, because an agreement may have hundreds of them; the other zones
/// answer one by one.
public final class CaseFinder {
    /// In the order of their verbs.
    private final List<OfVerb> verbs;

    /// By kind of observation; null where no norm has its verb.
    private final @Nullable OfVerb[] byKind = new OfVerb[Kind.values().length];

    private final @Nullable OfVerb leave;
    private final Columns columns;
    private final Incidents incidents;

    /// The norms of one verb, and what they answer to the incident at hand.
    private static final class OfVerb {
        private final Norm[] norms;
        private final ZoneLookup areas;
        private final Certainty[] answers;
        private final Certainty[] possible;
        private boolean isAsked;

        OfVerb(List<Norm> norms) {
            this.norms = norms.toArray(new Norm[0]);
            areas = new ZoneLookup(norms);
            answers = new Certainty[norms.size()];
            possible = new Certainty[norms.size()];
        }

        void ask() {
            if (!isAsked) {
                Arrays.fill(answers, Certainty.NO);
                isAsked = true;
            }
        }

        void tell(int incident, List<Case> cases) {
            for (int n = 0; isAsked && n < answers.length; n++) {
                if (answers[n] != Certainty.NO) {
                    cases.add(new Case(incident, norms[n], answers[n]));
                }
            }
            isAsked = false;
        }
    }

    private CaseFinder(Norms norms, Columns columns, Incidents incidents) {
        SortedMap<String, List<Norm>> grouped = new TreeMap<>();
        norms.evaluated()
                .forEach(norm -> grouped.computeIfAbsent(norm.verb(), verb -> new ArrayList<>())
                        .add(norm));
        SortedMap<String, OfVerb> found = new TreeMap<>();
        grouped.forEach((verb, own) -> found.put(verb, new OfVerb(own)));
        verbs = List.copyOf(found.values());
        leave = found.get(Acts.LEAVE);
        for (Kind kind : Kind.values()) {
            byKind[kind.ordinal()] = found.get(Acts.verb(kind));
        }
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
        for (int i = 0; i < incidents.rowCount(incident); i++) {
            int row = incidents.row(incident, i);
            OfVerb asked = byKind[columns.kind(row).ordinal()];
            if (asked != null) {
                judge(row, asked);
            }
        }
        leave(incident);
        verbs.forEach(asked -> asked.tell(incident, cases));
    }

    /// Time and weapon are asked first: where they rule every norm out, the place need not be looked up.
    private void judge(int row, OfVerb asked) {
        asked.ask();
        boolean isPossible = false;
        for (int n = 0; n < asked.norms.length; n++) {
            Norm norm = asked.norms[n];
            asked.possible[n] = Sighting.time(columns, norm, row).and(Sighting.what(columns, norm, row));
            isPossible |= asked.possible[n].compareTo(asked.answers[n]) > 0;
        }
        if (isPossible) {
            asked.areas.look(Sighting.place(columns, row), Sighting.altitudeMetres(columns, row));
            for (int n = 0; n < asked.norms.length; n++) {
                asked.answers[n] = asked.answers[n].or(asked.areas.holds(n).and(asked.possible[n]));
            }
        }
    }

    /// Only a track shows that something went out of a zone.
    private void leave(int incident) {
        if (leave == null || !TrackRule.isOwnPosition(columns, incidents.firstRow(incident))) {
            return;
        }
        List<Integer> rows = Tracks.of(columns, incidents, incident).getFirst().rows();
        leave.ask();
        for (int n = 0; n < leave.norms.length; n++) {
            leave.answers[n] = new Passage(columns, leave.norms[n], rows).left();
        }
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
