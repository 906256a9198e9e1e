package truceline.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import truceline.compliance.Norms;
import truceline.compliance.Reconciled;
import truceline.compliance.Reconciliation;
import truceline.compliance.ReconciliationRule;
import truceline.coverage.Coverage;
import truceline.mission.AdoptedAgreement;
import truceline.observation.Columns;
import truceline.observation.Field;
import truceline.observation.Means;

/// Lists that the parties handed in, each row held against what was observed by one rule for all. A claim is no
/// observation, and what comes of it is no word about a party. Pure.
final class ClaimsView {
    private ClaimsView() {}

    /// One list.
    ///
    /// @param party whose list it is, where a person graded the source as a party's; else empty
    record ListRow(
            String source,
            String party,
            long rows,
            long matched,
            long unmatchedObserved,
            long notObserved,
            long duplicate,
            long outOfScope) {}

    record ClaimRow(
            String source,
            String address,
            String from,
            @Nullable String place,
            String kind,
            String outcome,
            @Nullable String incident,
            String why) {}

    record View(List<ListRow> lists, List<ClaimRow> rows) {}

    /// @param limit most rows; the newest of the ledger are taken
    static View of(Snapshot snapshot, Window window, int limit) {
        Reconciliation reconciliation = reconcile(snapshot);
        List<Reconciled> chosen = reconciliation.claims().stream()
                .filter(claim -> window.holds(snapshot.columns().fromMs(claim.row())))
                .toList();
        return new View(
                lists(snapshot, reconciliation),
                chosen.subList(Math.max(0, chosen.size() - limit), chosen.size()).reversed().stream()
                        .map(claim -> row(snapshot, claim))
                        .toList());
    }

    private static Reconciliation reconcile(Snapshot snapshot) {
        AdoptedAgreement agreement = snapshot.agreement();
        Optional<Coverage> coverage = claimed(snapshot)
                .flatMap(span -> CoverageView.measure(snapshot, span))
                .map(CoverageView.Measured::coverage);
        return Reconciliation.of(
                snapshot.observations(),
                snapshot.picture().rows(),
                snapshot.incidents(),
                agreement == null ? new Norms(List.of(), List.of()) : agreement.norms(),
                ReconciliationRule.FIRST,
                (fromMs, toMs, lonE7, latE7) -> coverage.map(
                                seen -> Math.max(0, seen.percent(lonE7, latE7, fromMs, toMs)))
                        .orElse(0));
    }

    /// The time that all claims together span.
    private static Optional<Window> claimed(Snapshot snapshot) {
        Columns columns = snapshot.columns();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int row = 0; row < snapshot.picture().rows(); row++) {
            if (columns.means(row) == Means.CLAIM) {
                first = Math.min(first, columns.fromMs(row));
                last = Math.max(last, columns.toMs(row) + columns.precisionMs(row) + 1);
            }
        }
        return first == Long.MAX_VALUE ? Optional.empty() : Optional.of(new Window(first, last));
    }

    private static List<ListRow> lists(Snapshot snapshot, Reconciliation reconciliation) {
        Map<Integer, ListRow> bySource = new LinkedHashMap<>();
        for (Reconciliation.Total total : reconciliation.totals()) {
            String source = snapshot.picture().sources().get(total.source()).id();
            ListRow row = new ListRow(
                    source,
                    party(snapshot, source),
                    total.claims(),
                    total.matched(),
                    total.unmatchedObserved(),
                    total.notObserved(),
                    total.duplicate(),
                    total.outOfScope());
            bySource.merge(total.source(), row, ClaimsView::together);
        }
        return List.copyOf(bySource.values());
    }

    private static String party(Snapshot snapshot, String source) {
        String owner = snapshot.docket().owner(source);
        return owner == null || owner.equals("monitor") || owner.equals("other") ? "" : owner;
    }

    private static ListRow together(ListRow one, ListRow two) {
        return new ListRow(
                one.source(),
                one.party(),
                one.rows() + two.rows(),
                one.matched() + two.matched(),
                one.unmatchedObserved() + two.unmatchedObserved(),
                one.notObserved() + two.notObserved(),
                one.duplicate() + two.duplicate(),
                one.outOfScope() + two.outOfScope());
    }

    private static ClaimRow row(Snapshot snapshot, Reconciled claim) {
        Columns columns = snapshot.columns();
        return new ClaimRow(
                snapshot.picture().sources().get(claim.source()).id(),
                snapshot.observations().address(claim.row()),
                Iso.of(columns.fromMs(claim.row())),
                columns.text(Field.PLACE, claim.row()),
                columns.kind(claim.row()).word(),
                claim.outcome().word(),
                claim.incident() < 0 ? null : snapshot.id(claim.incident()),
                claim.why());
    }
}
