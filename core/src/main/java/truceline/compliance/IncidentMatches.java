package truceline.compliance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import truceline.compliance.Reconciled.Outcome;
import truceline.incident.Assessment;
import truceline.incident.Facts;
import truceline.incident.Family;
import truceline.incident.Incidents;
import truceline.observation.Columns;
import truceline.observation.Field;
import truceline.observation.Observations;

/// The incidents that claims are held against: all but those that are only cues, or only the track of a craft. The
/// nearest in place is taken, then in time, then the first. Immutable.
final class IncidentMatches {
    private static final int OBSERVED_PERCENT = 50;
    private static final Comparator<Match> NEAREST = Comparator.comparingLong(Match::gapMm)
            .thenComparingLong(Match::gapMs)
            .thenComparingInt(match -> match.incident().number());

    private final Observations observations;
    private final Incidents incidents;
    private final ReconciliationRule rule;
    private final Map<Family, Happenings> byFamily = new EnumMap<>(Family.class);

    private record Match(Happening incident, long gapMm, long gapMs) {}

    IncidentMatches(Observations observations, Incidents incidents, ReconciliationRule rule) {
        this.observations = observations;
        this.incidents = incidents;
        this.rule = rule;
        Assessment assessment = new Assessment(observations, incidents);
        Map<Family, List<Happening>> groups = new EnumMap<>(Family.class);
        for (int incident = 0; incident < incidents.size(); incident++) {
            Facts facts = assessment.facts(incident);
            if (!facts.isCue() && !isTrack(incident)) {
                Happening happening = Happening.ofIncident(observations.columns(), facts);
                groups.computeIfAbsent(happening.family(), any -> new ArrayList<>())
                        .add(happening);
            }
        }
        groups.forEach((family, own) -> byFamily.put(family, new Happenings(own)));
    }

    /// What comes of a claim that is in scope and repeats none.
    Reconciled judge(Happening claim, int source, Reconciliation.Observed observed) {
        Match match = findNearest(claim);
        if (match != null) {
            int number = match.incident().number();
            return new Reconciled(claim.number(), source, Outcome.MATCHED, number, -1, why(claim, match));
        }
        if (claim.place() == null) {
            String why = "no place that can be checked";
            return new Reconciled(claim.number(), source, Outcome.NOT_OBSERVED, -1, -1, why);
        }
        int share = observed.share(
                claim.fromMs(),
                claim.toMs(),
                claim.place().lonE7(),
                claim.place().latE7());
        if (share < 0 || share > 100) {
            throw new IllegalStateException("a share of " + share + " percent");
        }
        Outcome outcome = share >= OBSERVED_PERCENT ? Outcome.UNMATCHED_OBSERVED : Outcome.NOT_OBSERVED;
        String why = "no incident of the family " + family(claim) + " within " + Ways.distance(rule.matchMm()) + " and "
                + Ways.duration(rule.matchMs()) + "; " + share + " % of the time was observed there";
        return new Reconciled(claim.number(), source, outcome, -1, -1, why);
    }

    private @Nullable Match findNearest(Happening claim) {
        Happenings own = byFamily.get(claim.family());
        if (own == null) {
            return null;
        }
        Match nearest = null;
        for (Happening incident : own.near(claim, rule.matchMs())) {
            long gapMm = gapMm(claim, incident, nearest == null ? rule.matchMm() : nearest.gapMm());
            if (gapMm != Happening.FARTHER) {
                Match match = new Match(incident, gapMm, claim.gapMs(incident));
                nearest = nearest == null || NEAREST.compare(match, nearest) < 0 ? match : nearest;
            }
        }
        return nearest;
    }

    private static long gapMm(Happening claim, Happening incident, long mostMm) {
        if (claim.place() != null) {
            return claim.gapMm(incident, mostMm);
        }
        return !claim.name().isEmpty() && claim.name().equals(incident.name()) ? 0 : Happening.FARTHER;
    }

    private String why(Happening claim, Match match) {
        String way = claim.place() == null ? "the same place name" : Ways.distance(match.gapMm());
        String address =
                observations.address(incidents.firstRow(match.incident().number()));
        return way + " and " + Ways.duration(match.gapMs()) + " from incident " + address + ", same family";
    }

    private static String family(Happening claim) {
        return claim.family().name().toLowerCase(Locale.ROOT);
    }

    /// True where nothing but the positions that a craft sent of itself was observed.
    private boolean isTrack(int incident) {
        Columns columns = observations.columns();
        for (int i = 0; i < incidents.rowCount(incident); i++) {
            if (columns.text(Field.CRAFT, incidents.row(incident, i)) == null) {
                return false;
            }
        }
        return true;
    }
}
