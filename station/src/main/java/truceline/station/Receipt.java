package truceline.station;

import java.util.List;
import truceline.ledger.Checkpoint;
import truceline.observation.Rejection;

/// The answer to a delivery: what was accepted, what was held already, what was rejected and why, and the checkpoint
/// that
/// covers it all.
///
/// @param future accepted rows whose event lies after they were received
/// @param shown rejections, at most 10,000 of them
/// @param firstEntry index of the first entry made, or -1 where nothing was new
/// @param entries number of entries made
public record Receipt(
        long accepted,
        long duplicates,
        long rejected,
        long future,
        List<Rejection> shown,
        long firstEntry,
        long entries,
        Checkpoint checkpoint) {
    public Receipt {
        shown = List.copyOf(shown);
    }
}
