package truceline.station;

import java.nio.file.Path;
import java.util.Optional;
import truceline.ledger.Hash;
import truceline.mission.Mission;
import truceline.mission.Snapshot;
import truceline.store.LedgerStore;
import truceline.store.ReadOnlyLedger;
import truceline.store.SnapshotFile;

/// Whether a station's snapshot says what a full replay of its entries says, byte for byte.
///
/// @param size entries that the snapshot stands for; -1 where there is none that a command would believe
public record SnapshotCheck(Outcome outcome, long size) {
    /// What was found.
    public enum Outcome {
        /// There is no snapshot, or none that a command would believe: every command replays all entries.
        NONE,
        EQUAL,
        DIFFERS
    }

    /// Folds the first entries of the ledger in a folder anew and compares. Writes nothing.
    ///
    /// @throws truceline.ledger.LedgerException where there is no ledger
    /// @throws truceline.mission.CannotCheck as the fold does
    public static SnapshotCheck of(Path folder) {
        return of(folder, LedgerStore.openReadOnly(folder));
    }

    /// The same of a ledger that is open.
    public static SnapshotCheck of(Path folder, ReadOnlyLedger ledger) {
        Optional<SnapshotFile> found = new Snapshots(folder, ledger).find(ledger.size());
        if (found.isEmpty()) {
            return new SnapshotCheck(Outcome.NONE, -1);
        }
        Mission mission = new Mission();
        ledger.forEach(0, found.get().size(), mission::apply);
        Hash replayed = SnapshotFile.sha256(out -> Snapshot.write(mission, out));
        return new SnapshotCheck(
                replayed.equals(found.get().sha256()) ? Outcome.EQUAL : Outcome.DIFFERS,
                found.get().size());
    }
}
