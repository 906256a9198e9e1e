package truceline.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import truceline.json.JsonException;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.Submission;
import truceline.station.EntryLine;
import truceline.station.EntryView;
import truceline.station.LedgerPage;
import truceline.station.LedgerView;
import truceline.station.WitnessRow;
import truceline.station.WitnessView;

/// The ledger, entry by entry, with what a browser needs to check each one itself. Pure.
final class LedgerPages {
    private LedgerPages() {}

    record EntryRow(
            long index,
            String type,
            String summary,
            @Nullable String received) {}

    /// @param size entries under the newest checkpoint that it cosigned
    /// @param answer what it answered last, in words
    record WitnessLine(
            String name,
            long size,
            @Nullable String cosigned,
            @Nullable String asked,
            @Nullable String failingSince,
            String answer) {}

    /// @param level `accepted`, `sealed`, `fully countersigned`, `no policy` or `not readable`
    record Confirmed(String level, List<String> missing, List<WitnessLine> witnesses) {}

    /// @param next to be asked for as `before`, for the entries that are older; null where there are none
    record Page(
            String origin,
            long size,
            String root,
            String checkpoint,
            String logKey,
            Confirmed confirmed,
            List<EntryRow> entries,
            @Nullable Long next) {}

    /// @param raw exact bytes as text
    /// @param proof inclusion path (RFC 6962) in base64, from the leaf up
    record EntryDetail(
            long index,
            String type,
            String summary,
            JsonNode decoded,
            String raw,
            String leafHash,
            List<String> proof,
            long size,
            String root,
            String checkpoint,
            String logKey) {}

    static Page page(Snapshot snapshot, long before, int limit) {
        LedgerView ledger = snapshot.ledger();
        LedgerPage page = ledger.page(before, limit);
        List<EntryRow> rows = new ArrayList<>();
        for (EntryLine line : page.entries()) {
            byte[] bytes = ledger.entry(line.index());
            rows.add(new EntryRow(line.index(), line.type(), summary(line, bytes), received(snapshot, bytes)));
        }
        return new Page(
                ledger.origin(),
                ledger.size(),
                ledger.root(),
                ledger.checkpoint(),
                ledger.key(),
                confirmed(snapshot.witnesses()),
                rows,
                page.next() > 0 ? page.next() : null);
    }

    private static Confirmed confirmed(WitnessView view) {
        List<WitnessLine> lines = new ArrayList<>();
        for (WitnessRow row : view.witnesses()) {
            lines.add(new WitnessLine(
                    row.name(),
                    row.size(),
                    time(row.cosignedSeconds() * 1000),
                    time(row.askedMs()),
                    time(row.failingMs()),
                    row.answer()));
        }
        return new Confirmed(view.level(), view.missing(), lines);
    }

    private static @Nullable String time(long ms) {
        return ms == 0 ? null : Iso.of(ms);
    }

    /// @param index under the ledger's size
    static EntryDetail entry(Snapshot snapshot, long index) {
        LedgerView ledger = snapshot.ledger();
        EntryView view = ledger.view(index);
        byte[] bytes = ledger.entry(index);
        return new EntryDetail(
                index,
                view.line().type(),
                summary(view.line(), bytes),
                JsonMapper.shared().readTree(bytes),
                view.text(),
                view.leafHash(),
                view.inclusion(),
                view.size(),
                ledger.root(),
                ledger.checkpoint(),
                ledger.key());
    }

    /// People's entries have no line of their own in the listing of the station.
    private static String summary(EntryLine line, byte[] bytes) {
        return switch (find(bytes)) {
            case Entry.Stated stated -> stated.statement().act().word() + " by " + stated.by();
            case Entry.Enrolled enrolled -> enrolled.person().id() + " is put on the rolls";
            case Entry.Revoked revoked -> "key of " + revoked.id() + " is revoked: " + revoked.reason();
            case null, default -> line.summary();
        };
    }

    private static @Nullable Entry find(byte[] bytes) {
        try {
            return EntryText.read(bytes);
        } catch (JsonException _) {
            return null;
        }
    }

    /// Rows were received with their submission.
    private static @Nullable String received(Snapshot snapshot, byte[] bytes) {
        return switch (find(bytes)) {
            case Entry.AgreementEntered agreement -> Iso.of(agreement.receivedMs());
            case Entry.SourceEntered source -> Iso.of(source.receivedMs());
            case Entry.Submitted submitted -> Iso.of(submitted.receivedMs());
            case Entry.Conflicted conflicted -> Iso.of(conflicted.receivedMs());
            case Entry.Enrolled enrolled -> Iso.of(enrolled.receivedMs());
            case Entry.Revoked revoked -> Iso.of(revoked.receivedMs());
            case Entry.PolicyEntered policy -> Iso.of(policy.receivedMs());
            case Entry.Stated stated -> Iso.of(stated.receivedMs());
            case Entry.Ticked tick -> Iso.of(tick.receivedMs());
            case Entry.Observed observed -> received(snapshot, observed.submission());
            case Entry.Rejected rejected -> received(snapshot, rejected.submission());
            case Entry.ControlEntered control -> received(snapshot, control.submission());
            case null, default -> null;
        };
    }

    private static @Nullable String received(Snapshot snapshot, long submission) {
        Submission known = snapshot.picture().submissions().get(submission);
        return known == null ? null : Iso.of(known.entered().receivedMs());
    }
}
