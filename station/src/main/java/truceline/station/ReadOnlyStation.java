package truceline.station;

import java.io.IOException;
import java.nio.file.Path;
import truceline.intake.Refusal;
import truceline.mission.Mission;
import truceline.mission.Picture;
import truceline.store.LedgerStore;
import truceline.store.ReadOnlyLedger;

/// A station that is only read: its published entries, folded. Takes no lock and repairs nothing.
///
public record ReadOnlyStation(Settings settings, ReadOnlyLedger ledger, Picture picture) {
    /// Reads the station in a folder.
    ///
    /// @param at a ledger size, or a time in milliseconds UTC as {@link At} reads it; null for everything
    /// @throws Refusal where there is no station
    public static ReadOnlyStation open(Path folder, At at) throws IOException {
        Settings settings = Settings.read(folder);
        ReadOnlyLedger ledger = LedgerStore.openReadOnly(folder);
        Mission mission = new Mission();
        long size = at.size(ledger);
        ledger.forEach(0, size, mission::apply);
        return new ReadOnlyStation(settings, ledger, mission.picture());
    }
}
