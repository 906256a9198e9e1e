package truceline.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.phrase.ClosedWords;
import truceline.duty.Timeline;
import truceline.mission.AdoptedAgreement;

/// Every time that the agreement sets, dated as far as its days are known. Whether a duty was done is not said. Pure.
final class TimelineView {
    private TimelineView() {}

    record Row(
            String id,
            String sentence,
            String who,
            @Nullable String at,
            String phrase,
            String edge,
            String state,
            @Nullable String waitsFor) {}

    record View(@Nullable String d, List<Row> rows) {}

    static View of(Snapshot snapshot) {
        String start = OverviewView.startDay(snapshot).orElse(null);
        AdoptedAgreement adopted = snapshot.agreement();
        if (adopted == null) {
            return new View(start, List.of());
        }
        Agreement agreement = adopted.agreement();
        return new View(
                start,
                Timeline.ofEveryReading(agreement, Duty.world(snapshot)).rows().stream()
                        .map(row -> row(agreement, row))
                        .toList());
    }

    private static Row row(Agreement agreement, Timeline.Row row) {
        String reading = row.holder() == null ? "" : " (as " + row.holder() + " reads it)";
        return new Row(
                row.provision(),
                row.sentence() + reading,
                AgreementView.names(agreement
                        .getProvision(row.provision())
                        .norm(row.holder())
                        .who()),
                Iso.find(row.atMs()),
                row.phrase(),
                ClosedWords.word(row.edge()),
                ClosedWords.word(row.state()),
                row.waitsFor());
    }
}
