package truceline.station;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import truceline.intake.Refusal;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.store.ReadOnlyLedger;

/// "As known then": a ledger size, or a moment, of which only entries received by then count.
public sealed interface At {
    /// Everything that is published.
    record Now() implements At {}

    /// The first entries of that number.
    record Size(long entries) implements At {}

    /// Entries received by that moment, milliseconds UTC.
    record Moment(long ms) implements At {}

    /// Reads `--at`: digits are a size, an ISO 8601 time with its offset is a moment, the empty text is now.
    ///
    /// @throws Refusal where it is neither
    static At parse(String text) {
        if (text.isEmpty()) {
            return new Now();
        }
        if (text.length() < 16 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Size(Long.parseLong(text));
        }
        try {
            return new Moment(OffsetDateTime.parse(text).toInstant().toEpochMilli());
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new Refusal(
                    "usage", "'" + text + "' is neither a ledger size nor a time with offset: 2026-03-01T12:00:00Z");
        }
    }

    /// Number of entries that count.
    default long size(ReadOnlyLedger ledger) {
        return switch (this) {
            case Now() -> ledger.size();
            case Size(long entries) -> {
                if (entries > ledger.size()) {
                    throw new Refusal("not-found", "the ledger holds " + ledger.size() + " entries, not " + entries);
                }
                yield entries;
            }
            case Moment(long ms) -> {
                long[] size = {0};
                boolean[] later = {false};
                ledger.forEach(0, ledger.size(), (index, bytes) -> {
                    later[0] |= receivedMs(EntryText.read(bytes)) > ms;
                    size[0] = later[0] ? size[0] : index + 1;
                });
                yield size[0];
            }
        };
    }

    private static long receivedMs(Entry entry) {
        return switch (entry) {
            case Entry.AgreementEntered agreement -> agreement.receivedMs();
            case Entry.SourceEntered source -> source.receivedMs();
            case Entry.Submitted submitted -> submitted.receivedMs();
            case Entry.Enrolled enrolled -> enrolled.receivedMs();
            case Entry.Revoked revoked -> revoked.receivedMs();
            case Entry.PolicyEntered policy -> policy.receivedMs();
            case Entry.Stated stated -> stated.receivedMs();
            case Entry.Ticked ticked -> ticked.receivedMs();
            case Entry.KeyEntered key -> {
                Entry.Change change = key.change();
                yield change == null ? Long.MIN_VALUE : change.receivedMs();
            }
            case Entry.Ruled ruled -> Long.MIN_VALUE;
            case Entry.DocumentPart part -> Long.MIN_VALUE;
            case Entry.Conflicted conflicted -> conflicted.receivedMs();
            case Entry.Observed observed -> Long.MIN_VALUE;
            case Entry.Rejected rejected -> Long.MIN_VALUE;
            case Entry.ControlEntered control -> Long.MIN_VALUE;
        };
    }
}
