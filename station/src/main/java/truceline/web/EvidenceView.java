package truceline.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.finding.Corroboration;
import truceline.incident.Incidents;
import truceline.mission.Source;
import truceline.observation.Columns;
import truceline.observation.Draft;
import truceline.observation.Field;
import truceline.observation.Observations;
import truceline.observation.Sentence;

/// The observations of one incident as evidence: what each says, and what it adds. Never where it was made from, nor
/// whom it holds responsible. Pure.
final class EvidenceView {
    private EvidenceView() {}

    /// One observation.
    ///
    /// @param lineage `L1`, `L2`, … in the order in which they appear; null for a cue
    /// @param counts whether it is one of the independent accounts
    /// @param why why it does not count
    /// @param withheld what stands in the place of each protected part that was redacted
    record Evidence(
            String address,
            long entry,
            String from,
            String to,
            long precisionSeconds,
            String received,
            String source,
            String kind,
            String means,
            String text,
            String grade,
            @Nullable String lineage,
            boolean counts,
            @Nullable String why,
            boolean cue,
            List<String> withheld) {}

    static List<Evidence> of(Snapshot snapshot, int incident) {
        Observations observations = snapshot.observations();
        TreeSet<String> seen = new TreeSet<>();
        Map<String, String> names = new HashMap<>();
        Map<String, String> firsts = new HashMap<>();
        List<Evidence> evidence = new ArrayList<>();
        for (int row : snapshot.incidents().rows(incident)) {
            String owner = snapshot.owners().owner(observations.source(row));
            Corroboration.Weight weight = Corroboration.weight(observations, row, seen, owner);
            String lineage = observations.account(row);
            String address = observations.address(row);
            String first = firsts.computeIfAbsent(lineage, any -> address);
            String name = weight == Corroboration.Weight.CUE
                    ? null
                    : names.computeIfAbsent(lineage, any -> "L" + (names.size() + 1));
            evidence.add(evidence(snapshot, row, weight, name, first));
        }
        return evidence;
    }

    private static Evidence evidence(
            Snapshot snapshot, int row, Corroboration.Weight weight, @Nullable String lineage, String first) {
        Columns columns = snapshot.columns();
        Source source = snapshot.picture().sources().get(snapshot.observations().source(row));
        return new Evidence(
                snapshot.observations().address(row),
                snapshot.observations().entryIndex(row),
                Iso.of(columns.fromMs(row)),
                Iso.of(columns.toMs(row)),
                columns.precisionMs(row) / 1000,
                Iso.of(snapshot.picture().receivedMs(row)),
                source.id(),
                columns.kind(row).word(),
                columns.means(row).word(),
                text(columns, row, snapshot.zone()),
                source.grade() + "/" + columns.credibility(row),
                lineage,
                weight == Corroboration.Weight.COUNTS,
                why(weight, first),
                weight == Corroboration.Weight.CUE,
                snapshot.docket().withheld(snapshot.observations().address(row)));
    }

    private static @Nullable String why(Corroboration.Weight weight, String first) {
        return switch (weight) {
            case COUNTS -> null;
            case REPEATS -> "one lineage with " + first + ": together they are one account";
            case INTERESTED -> "a party's own account";
            case CUE -> "a cue: it starts work and proves nothing";
        };
    }

    /// The evidence of a row as a sentence.
    static String text(Columns columns, int row, ZoneId zone) {
        Draft draft = new Draft();
        draft.clear();
        draft.kind = columns.kind(row);
        draft.means = columns.means(row);
        draft.description = columns.description(row);
        draft.flightFrom = sector(columns.number(Field.FLIGHT_FROM, row));
        draft.flightTo = sector(columns.number(Field.FLIGHT_TO, row));
        draft.count = columns.count(row);
        draft.weapon = columns.weapon(row);
        draft.calibreTenthMm = sector(columns.number(Field.CALIBRE, row));
        draft.fromMs = columns.fromMs(row);
        draft.toMs = columns.toMs(row);
        draft.precisionMs = columns.precisionMs(row);
        draft.place = columns.text(Field.PLACE, row);
        draft.basis = columns.basis(row);
        if (columns.isPlaced(row)) {
            draft.lonE7 = columns.lonE7(row);
            draft.latE7 = columns.latE7(row);
            draft.radiusMetres = columns.radiusMetres(row);
        }
        return Sentence.ofEvidence(draft, zone);
    }

    private static int sector(long number) {
        return number == Columns.NONE ? -1 : (int) number;
    }

    /// Why the observations stand together: one clause for each that was joined.
    static List<String> whyOne(Snapshot snapshot, int incident) {
        List<String> why = new ArrayList<>();
        Incidents incidents = snapshot.incidents();
        for (int join : incidents.joins(incident)) {
            why.add(snapshot.observations().address(incidents.laterRow(join)) + ": "
                    + Phrases.distance(incidents.joinDistanceMm(join)) + " and "
                    + Phrases.duration(incidents.joinGapMs(join)) + " from "
                    + snapshot.observations().address(incidents.earlierRow(join)) + ", same family");
        }
        return why;
    }
}
