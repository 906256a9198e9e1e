package truceline.station;

import java.util.ArrayList;
import java.util.List;
import truceline.ledger.Acceptance;
import truceline.ledger.Note;
import truceline.ledger.Signer;
import truceline.mission.Entry;
import truceline.mission.EntryText;

/// What the sender of a signed submission is told: the signed receipt, and what came of each row. Made from the
/// entries alone, so that it is the same however often he asks.
///
/// @param receipt {@link Acceptance}, signed by the log
/// @param rows rows of the file: those that are neither accepted nor rejected were held already
/// @param rejections rows that could not be used
public record Answer(
        Acceptance acceptance, Note receipt, long rows, long accepted, List<Entry.RejectedRow> rejections) {
    public Answer {
        rejections = List.copyOf(rejections);
    }

    public long duplicates() {
        return rows - accepted - rejections.size();
    }

    /// @param entries the submission's entry and those of its rows
    static Answer of(String origin, String id, long index, List<byte[]> entries, long rows, Signer log) {
        long accepted = 0;
        List<Entry.RejectedRow> rejections = new ArrayList<>();
        for (byte[] entry : entries) {
            switch (EntryText.read(entry)) {
                case Entry.Observed observed -> accepted += observed.rows().size();
                case Entry.Rejected rejected -> rejections.addAll(rejected.rows());
                default -> {
                    // The submission itself.
                }
            }
        }
        Acceptance acceptance = Acceptance.of(origin, id, index, entries);
        return new Answer(acceptance, acceptance.sign(log), rows, accepted, rejections);
    }
}
