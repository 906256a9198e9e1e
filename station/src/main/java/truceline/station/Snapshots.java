package truceline.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import truceline.json.JsonException;
import truceline.ledger.Checkpoint;
import truceline.ledger.LedgerException;
import truceline.ledger.Proofs;
import truceline.mission.CannotCheck;
import truceline.mission.Mission;
import truceline.mission.Snapshot;
import truceline.store.ReadOnlyLedger;
import truceline.store.SnapshotFile;
import truceline.store.StationKeys;

/// The snapshot of one station: believed or left aside, never trusted in part. It may be deleted at any time; the
/// entries alone decide, and only how soon is another matter.
final class Snapshots {
    /// New entries after which a further snapshot is worth its writing: some, and a part of those held.
    private static final long FEWEST_NEW = 1024;

    private static final long PART_NEW = 64;

    private final Path folder;
    private final ReadOnlyLedger ledger;
    private long keptSize;

    Snapshots(Path folder, ReadOnlyLedger ledger) {
        this.folder = folder;
        this.ledger = ledger;
    }

    /// A mission that has taken in the first entries, as many as the snapshot holds and at most `size`; none where no
    /// snapshot is believed.
    Mission mission(long size) {
        return find(size).flatMap(this::read).orElseGet(Mission::new);
    }

    /// The snapshot, where all of it holds: its own hash, the version of the program, the seal of this station, and the
    /// tree, which the ledger's tiles must prove to be the beginning of the one under the checkpoint.
    Optional<SnapshotFile> find(long size) {
        return StationKeys.findIdentity(folder)
                .flatMap(key -> SnapshotFile.find(SnapshotFile.in(folder), key, Snapshot.VERSION))
                .filter(found -> found.size() <= size && isOfLedger(found));
    }

    private boolean isOfLedger(SnapshotFile found) {
        Checkpoint checkpoint = ledger.checkpoint();
        if (found.size() > checkpoint.size()) {
            return false;
        }
        try {
            return Proofs.verifyConsistency(
                    found.size(), found.root(), checkpoint.size(), checkpoint.root(), ledger.consistency(found.size()));
        } catch (LedgerException _) {
            return false;
        }
    }

    private Optional<Mission> read(SnapshotFile found) {
        try {
            Mission mission = Snapshot.read(found.state());
            if (mission.size() != found.size()) {
                return Optional.empty();
            }
            keptSize = found.size();
            return Optional.of(mission);
        } catch (IllegalArgumentException | JsonException | CannotCheck _) {
            return Optional.empty();
        }
    }

    /// Keeps a snapshot where enough entries came since the last one.
    ///
    /// @param checkpoint of exactly the entries that the mission took in
    void keep(Mission mission, Checkpoint checkpoint) {
        if (mission.size() - keptSize < FEWEST_NEW + keptSize / PART_NEW) {
            return;
        }
        try {
            SnapshotFile.write(
                    SnapshotFile.in(folder),
                    StationKeys.read(folder).identity(),
                    Snapshot.VERSION,
                    checkpoint.size(),
                    checkpoint.root(),
                    out -> Snapshot.write(mission, out));
            keptSize = checkpoint.size();
        } catch (IOException | UncheckedIOException _) {
            // The disk is full, perhaps: nothing of the record is lost, and the next start takes longer.
            return;
        }
    }
}
