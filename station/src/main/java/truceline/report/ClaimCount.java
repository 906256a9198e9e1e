package truceline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import truceline.compliance.Norms;
import truceline.compliance.Reconciled;
import truceline.compliance.Reconciled.Outcome;
import truceline.compliance.Reconciliation;
import truceline.compliance.ReconciliationRule;
import truceline.coverage.Coverage;
import truceline.coverage.Stretches;
import truceline.mission.AdoptedAgreement;
import truceline.mission.FloorWork;
import truceline.mission.Picture;
import truceline.observation.Columns;
import truceline.observation.Field;
import truceline.observation.Means;

/// What the claims of a period came to, by list and by the party accused: one rule for all lists. Pure.
final class ClaimCount {
    private final Picture picture;
    private final Frame frame;
    private final Register register;
    private final Period period;

    ClaimCount(Picture picture, Frame frame, Register register, Period period) {
        this.picture = picture;
        this.frame = frame;
        this.register = register;
        this.period = period;
    }

    /// Lists in the order in which they became known, then the parties in the order of the agreement.
    List<FloorReport.Claims> totals() {
        if (!hasClaims()) {
            return List.of();
        }
        Columns columns = picture.observations().columns();
        SortedMap<Integer, SortedMap<String, Map<Outcome, Long>>> counts = new TreeMap<>();
        for (Reconciled claim : reconciled()) {
            if (period.contains(columns.fromMs(claim.row()))) {
                String accused = columns.text(Field.SIDE, claim.row());
                counts.computeIfAbsent(claim.source(), _ -> new TreeMap<>())
                        .computeIfAbsent(accused == null ? "" : accused, _ -> new EnumMap<>(Outcome.class))
                        .merge(claim.outcome(), 1L, Long::sum);
            }
        }
        List<FloorReport.Claims> totals = new ArrayList<>();
        counts.forEach((source, byAccused) -> byAccused.keySet().stream()
                .sorted(Comparator.comparingInt(this::position))
                .forEach(accused -> totals.add(total(
                        picture.sources().get(source).id(), accused, byAccused.getOrDefault(accused, Map.of())))));
        return totals;
    }

    private static FloorReport.Claims total(String source, String accused, Map<Outcome, Long> of) {
        return new FloorReport.Claims(
                source,
                accused,
                of.values().stream().mapToLong(Long::longValue).sum(),
                of.getOrDefault(Outcome.MATCHED, 0L),
                of.getOrDefault(Outcome.UNMATCHED_OBSERVED, 0L),
                of.getOrDefault(Outcome.NOT_OBSERVED, 0L),
                of.getOrDefault(Outcome.DUPLICATE, 0L),
                of.getOrDefault(Outcome.OUT_OF_SCOPE, 0L));
    }

    private int position(String accused) {
        for (int party = 0; party < frame.parties().size(); party++) {
            if (frame.parties().get(party).code().equals(accused)) {
                return party;
            }
        }
        return frame.parties().size();
    }

    private boolean hasClaims() {
        Columns columns = picture.observations().columns();
        for (int row = 0; row < picture.rows(); row++) {
            if (columns.means(row) == Means.CLAIM && period.contains(columns.fromMs(row))) {
                return true;
            }
        }
        return false;
    }

    private List<Reconciled> reconciled() {
        Norms norms = frame.norms();
        List<Coverage> watched = watched();
        return Reconciliation.of(
                        picture.observations(),
                        picture.rows(),
                        register.incidents(),
                        norms,
                        ReconciliationRule.FIRST,
                        (fromMs, toMs, lonE7, latE7) -> watched.stream()
                                .mapToInt(coverage -> coverage.percent(lonE7, latE7, fromMs, toMs))
                                .filter(percent -> percent >= 0)
                                .max()
                                .orElse(0))
                .claims();
    }

    /// Coverage of every line over all that was ever watched.
    private List<Coverage> watched() {
        AdoptedAgreement agreement = picture.agreement();
        List<Coverage> watched = new ArrayList<>();
        if (agreement != null) {
            agreement
                    .lines()
                    .forEach((name, geometry) -> watched.add(Coverage.of(
                            Stretches.of(geometry),
                            FloorWork.watches(picture.docket(), name),
                            0,
                            Math.max(1, picture.receivedMs()))));
        }
        return watched;
    }
}
