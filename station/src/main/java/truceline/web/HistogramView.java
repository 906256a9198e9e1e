package truceline.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import truceline.coverage.Coverage;
import truceline.finding.Verification;
import truceline.incident.Facts;

/// Incidents per hour beside how much was observed. Cues are left out. Pure.
final class HistogramView {
    private HistogramView() {}

    /// One hour.
    ///
    /// @param verified incidents of it that are verified or determined
    /// @param observed share of all stretches and sides that was in view, 0 to 1; null where nothing is known
    record Hour(
            String at,
            int incidents,
            int verified,
            @Nullable Double observed) {}

    record View(List<Hour> hours) {}

    static View of(Snapshot snapshot, Window asked) {
        Optional<Window> window = DayWindow.of(snapshot, asked);
        if (window.isEmpty()) {
            return new View(List.of());
        }
        long from = window.get().fromMs();
        int count = (int) Math.ceilDiv(window.get().toMs() - from, CoverageView.HOUR_MS);
        int[] incidents = new int[count];
        int[] verified = new int[count];
        for (Facts facts : IncidentRows.chosen(snapshot, window.get())) {
            if (!facts.isCue()) {
                int hour = (int) ((facts.fromMs() - from) / CoverageView.HOUR_MS);
                incidents[hour]++;
                Verification mark = IncidentRows.verification(snapshot, facts, snapshot.file(facts.incident()));
                verified[hour] += mark == Verification.V3 || mark == Verification.V4 ? 1 : 0;
            }
        }
        Optional<CoverageView.Measured> measured = CoverageView.measure(snapshot, asked);
        List<Hour> hours = new ArrayList<>();
        for (int hour = 0; hour < count; hour++) {
            long at = from + hour * CoverageView.HOUR_MS;
            hours.add(new Hour(Iso.of(at), incidents[hour], verified[hour], observed(measured, at)));
        }
        return new View(hours);
    }

    private static @Nullable Double observed(Optional<CoverageView.Measured> measured, long atMs) {
        if (measured.isEmpty() || !measured.get().isKnown()) {
            return null;
        }
        Coverage coverage = measured.get().coverage();
        if (atMs >= coverage.toMs()) {
            return null;
        }
        long seen = 0;
        for (Coverage.Cell cell : coverage.cells()) {
            seen += cell.observedMs(atMs, atMs + CoverageView.HOUR_MS);
        }
        return (double) seen / (coverage.cells().size() * CoverageView.HOUR_MS);
    }
}
