package truceline.station;

import java.util.List;

/// Some entries of a ledger, newest first.
///
/// @param size entries of the whole ledger
/// @param entries newest first
/// @param next give this to {@link LedgerView#page} for the entries that come after these; 0 where there are none
public record LedgerPage(long size, List<EntryLine> entries, long next) {
    public LedgerPage {
        entries = List.copyOf(entries);
    }
}
