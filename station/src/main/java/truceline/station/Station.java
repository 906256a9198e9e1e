package truceline.station;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import truceline.finding.Person;
import truceline.mission.Mission;
import truceline.mission.Picture;
import truceline.store.BlobStore;
import truceline.store.IdentityIndex;
import truceline.store.LedgerStore;
import truceline.store.StationKeys;
import truceline.store.Vault;

/// A station that may be written to: one folder, one writer. Everything enters by {@link #admit}, is durable before it
/// is
/// looked at, and what the station says is {@link #picture}: the fold of what was written down.
///
/// Not thread-safe: one delivery at a time.
public final class Station implements AutoCloseable {
    private final String origin;
    private final LedgerStore ledger;
    private final Mission mission;
    private final Door door;
    private final IdentityIndex identities;
    private final Vault vault;
    private final Snapshots snapshots;

    private Station(
            String origin,
            LedgerStore ledger,
            Mission mission,
            Door door,
            IdentityIndex identities,
            Vault vault,
            Snapshots snapshots) {
        this.origin = origin;
        this.snapshots = snapshots;
        this.ledger = ledger;
        this.mission = mission;
        this.door = door;
        this.identities = identities;
        this.vault = vault;
    }

    /// Opens the station in a folder: takes the lock, repairs what a crash left, and folds all entries.
    ///
    /// @throws truceline.intake.Refusal where there is no station, or another process writes to it
    public static Station open(Path folder, Clock clock) throws IOException {
        StationKeys keys = StationKeys.read(folder);
        LedgerStore ledger = LedgerStore.open(folder, keys.log());
        Snapshots snapshots = new Snapshots(folder, ledger.published());
        Mission mission = snapshots.mission(ledger.size());
        ledger.forEach(mission.size(), ledger.size(), mission::apply);
        IdentityIndex identities = Identities.open(folder, ledger);
        Vault vault = new Vault(folder, keys.monitor());
        BlobStore blobs = new BlobStore(folder, keys.monitor());
        Pseudonyms pseudonyms = new Pseudonyms(keys.identity());
        Door door = new Door(ledger, blobs, vault, identities, pseudonyms, mission, clock);
        return new Station(Settings.read(folder).origin(), ledger, mission, door, identities, vault, snapshots);
    }

    /// Reads, records, assesses. Returns when every accepted row is durable.
    ///
    /// @throws truceline.intake.Refusal where the delivery as a whole cannot be read
    public Receipt admit(Delivery delivery, Recorder.Witness witness) throws IOException {
        return door.admit(delivery, witness);
    }

    /// Takes a control map as a whole: a map that is held already is a duplicate.
    ///
    /// @throws truceline.intake.Refusal where the map cannot be read, naming the first fault
    public Receipt admitControl(String source, String fileName, InputStream bytes, Recorder.Witness witness)
            throws IOException {
        return door.admitControl(source, fileName, bytes, witness);
    }

    /// Puts a person or device on the rolls.
    ///
    /// @throws truceline.intake.Refusal with the code of the objection, such as `already-enrolled`
    public Receipt enrol(Person person, Recorder.Witness witness) throws IOException {
        return door.enrol(person, witness);
    }

    /// Takes a signed statement. A step that its signer may not take is refused and leaves the record as it is.
    ///
    /// @throws truceline.intake.Refusal with the code of the objection, such as `same-person` or `bad-signature`
    public Receipt state(SignedStatement statement, Recorder.Witness witness) throws IOException {
        return door.state(origin, statement, witness);
    }

    /// Name of the ledger, which every signed statement carries.
    public String origin() {
        return origin;
    }

    /// What follows from everything written down so far.
    public Picture picture() {
        return mission.picture();
    }

    /// Keeps a snapshot where enough came since the last one, so that the next start is quick. For a station that runs
    /// for long, between deliveries; closing does it too.
    public void keepSnapshot() {
        if (ledger.checkpoint().size() == mission.size()) {
            snapshots.keep(mission, ledger.checkpoint());
        }
    }

    @Override
    public void close() throws IOException {
        keepSnapshot();
        if (door.isWhole()) {
            identities.close(ledger.size());
        } else {
            identities.close();
        }
        vault.close();
        ledger.close();
    }
}
