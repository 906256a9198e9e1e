package truceline.station;

import java.util.ArrayList;
import java.util.List;
import truceline.ledger.EntryProof;
import truceline.ledger.LedgerException;
import truceline.ledger.Verifier;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.store.LedgerStore;

/// A submission as the ledger holds it, read again each time: whatever led here by an id is not believed.
///
/// @param entries the submission's entry and those of its rows
record Held(long index, Entry.Submitted submitted, List<byte[]> entries) {
    /// Reads what stands at an index, with the proof that it is under the newest checkpoint where one covers it.
    ///
    /// @throws LedgerException `damaged` where something else stands there
    static Held read(LedgerStore ledger, Verifier log, String id, long index) {
        byte[] first = ledger.entry(index);
        if (!(EntryText.read(first) instanceof Entry.Submitted submitted)
                || !submitted.id().equals(id)) {
            throw new LedgerException("damaged", "entry " + index + " is not submission " + id);
        }
        if (index < ledger.checkpoint().size()) {
            EntryProof proof = ledger.published().proof(index);
            proof.verify(first, log);
        }
        List<byte[]> entries = new ArrayList<>();
        entries.add(first);
        for (long next = index + 1; next < ledger.size(); next++) {
            byte[] entry = ledger.entry(next);
            if (!isOf(EntryText.read(entry), index)) {
                break;
            }
            entries.add(entry);
        }
        return new Held(index, submitted, List.copyOf(entries));
    }

    private static boolean isOf(Entry entry, long submission) {
        return switch (entry) {
            case Entry.Observed observed -> observed.submission() == submission;
            case Entry.Rejected rejected -> rejected.submission() == submission;
            default -> false;
        };
    }
}
