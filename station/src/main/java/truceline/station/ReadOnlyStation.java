package truceline.station;

import java.io.IOException;
import java.nio.file.Path;
import truceline.ledger.CompactRange;
import truceline.ledger.Hash;
import truceline.ledger.TreeHasher;
import truceline.mission.Mission;
import truceline.mission.Picture;
import truceline.store.LedgerStore;
import truceline.store.ReadOnlyLedger;

/// A station that is only read: its published entries, folded. Takes no lock and repairs nothing.
///
/// @param root root hash of the tree of the entries that were folded
public record ReadOnlyStation(Settings settings, ReadOnlyLedger ledger, Picture picture, Hash root) {
    /// Reads the station in a folder.
    ///
    /// @param at a ledger size, or a time in milliseconds UTC as {@link At} reads it; null for everything
    /// @throws Refusal where there is no station
    public static ReadOnlyStation open(Path folder, At at) throws IOException {
        Settings settings = Settings.read(folder);
        ReadOnlyLedger ledger = LedgerStore.openReadOnly(folder);
        long size = at.size(ledger);
        Mission mission = new Snapshots(folder, ledger).mission(size);
        CompactRange tree = CompactRange.resume(mission.size(), ledger.hashReader());
        TreeHasher hasher = new TreeHasher();
        byte[] leaf = new byte[Hash.BYTES];
        ledger.forEach(mission.size(), size, (index, entry) -> {
            hasher.leaf(entry, 0, entry.length, leaf, 0);
            tree.append(leaf, 0);
            mission.apply(index, entry);
        });
        return new ReadOnlyStation(settings, ledger, mission.picture(), tree.root());
    }
}
