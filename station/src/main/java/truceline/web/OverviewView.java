package truceline.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Moment;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.TimePhrase;
import truceline.coverage.Heartbeat;
import truceline.incident.Facts;
import truceline.ledger.Note;
import truceline.mission.AdoptedAgreement;
import truceline.mission.FloorWork;
import truceline.mission.Source;
import truceline.station.LedgerView;

/// The station in figures: what every page frames itself by. Pure.
final class OverviewView {
    private OverviewView() {}

    record Party(String code, String name) {}

    record InForce(
            String id,
            String title,
            String version,
            String status,
            @Nullable String d) {}

    record Span(String from, String to) {}

    /// A source. Only one that gave a sign of life and missed the next is silent.
    record SourceRow(
            String id,
            String grade,
            @Nullable String last,
            long rows,
            long rejected,
            boolean silent,
            @Nullable String silentSince) {}

    record Log(String origin, long size, String root, String logKey, int witnesses) {}

    record Counts(int incidents, int cases, int findings, int cues, int tracks, int restrictions) {}

    record View(
            String id,
            String title,
            boolean demo,
            String zone,
            String offset,
            InForce agreement,
            List<Party> parties,
            @Nullable String now,
            @Nullable String firstObserved,
            @Nullable String lastObserved,
            @Nullable Span window,
            List<SourceRow> sources,
            Log ledger,
            Counts counts) {}

    static View of(Snapshot snapshot, boolean demo) {
        AdoptedAgreement agreement = snapshot.agreement();
        Optional<Window> observed = DayWindow.observed(snapshot);
        ZoneOffset offset = snapshot.zone().getRules().getOffset(Instant.ofEpochMilli(snapshot.nowMs()));
        return new View(
                snapshot.site().id(),
                snapshot.title(),
                demo,
                snapshot.zone().getId(),
                offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId(),
                inForce(snapshot),
                agreement == null
                        ? List.of()
                        : agreement.parties().stream()
                                .map(party -> new Party(party.code(), party.name()))
                                .toList(),
                Iso.find(snapshot.nowMs()),
                observed.map(span -> Iso.of(span.fromMs())).orElse(null),
                observed.map(span -> Iso.of(span.toMs())).orElse(null),
                DayWindow.newest(snapshot)
                        .map(day -> new Span(Iso.of(day.fromMs()), Iso.of(day.toMs())))
                        .orElse(null),
                sources(snapshot),
                log(snapshot),
                counts(snapshot));
    }

    private static InForce inForce(Snapshot snapshot) {
        AdoptedAgreement adopted = snapshot.agreement();
        if (adopted == null) {
            return new InForce("", "No agreement entered", "", "", null);
        }
        return new InForce(
                adopted.agreement().id(),
                adopted.title(),
                adopted.version(),
                ClosedWords.word(adopted.agreement().identity().status()),
                startDay(snapshot).orElse(null));
    }

    /// The first moment of the day `D`, or of the first named day; nothing while it is not set.
    static Optional<String> startDay(Snapshot snapshot) {
        AdoptedAgreement adopted = snapshot.agreement();
        if (adopted == null || adopted.agreement().days().isEmpty()) {
            return Optional.empty();
        }
        Agreement agreement = adopted.agreement();
        String day = agreement.days().containsKey("D")
                ? "D"
                : agreement.days().firstEntry().getKey();
        return moment(snapshot, day);
    }

    /// When a named day begins.
    static Optional<String> moment(Snapshot snapshot, String day) {
        AdoptedAgreement adopted = snapshot.agreement();
        return adopted != null
                        && adopted.days(snapshot.docket()).resolve(new TimePhrase.DayCount(day, 0, null))
                                instanceof Moment.Known(long startMs, long endMs)
                ? Optional.of(Iso.of(startMs))
                : Optional.empty();
    }

    private static List<SourceRow> sources(Snapshot snapshot) {
        SortedMap<String, Heartbeat> beats = FloorWork.heartbeats(snapshot.docket());
        return snapshot.picture().sources().stream()
                .map(source -> source(source, beats.get(source.id()), snapshot.nowMs()))
                .toList();
    }

    private static SourceRow source(Source source, @Nullable Heartbeat beat, long nowMs) {
        boolean silent = beat != null && beat.isSilentAt(nowMs);
        return new SourceRow(
                source.id(),
                String.valueOf(source.grade()),
                Iso.find(source.lastReceivedMs()),
                source.rows(),
                source.rejected(),
                silent,
                beat != null && silent ? Iso.of(beat.nextMs()) : null);
    }

    private static Log log(Snapshot snapshot) {
        LedgerView ledger = snapshot.ledger();
        Note note = Note.parse(ledger.checkpoint().getBytes(StandardCharsets.UTF_8));
        long witnesses = note.lines().stream()
                .filter(line -> !line.name().equals(ledger.origin()))
                .count();
        return new Log(ledger.origin(), ledger.size(), ledger.root(), ledger.key(), (int) witnesses);
    }

    private static Counts counts(Snapshot snapshot) {
        int cues = (int) snapshot.reported().stream().filter(Facts::isCue).count();
        return new Counts(
                snapshot.reported().size() - cues,
                snapshot.cases().size(),
                FindingsView.of(snapshot).findings().size(),
                cues,
                MapTracks.count(snapshot),
                FloorWork.restrictions(snapshot.docket()).size());
    }
}
