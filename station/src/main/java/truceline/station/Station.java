package truceline.station;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import truceline.audit.LogKeyChain;
import truceline.finding.Act;
import truceline.finding.Person;
import truceline.finding.Statement;
import truceline.intake.Refusal;
import truceline.ledger.LedgerException;
import truceline.mission.Entry;
import truceline.mission.Mission;
import truceline.mission.Picture;
import truceline.store.AudienceSecret;
import truceline.store.Blob;
import truceline.store.BlobStore;
import truceline.store.IdentityIndex;
import truceline.store.LedgerStore;
import truceline.store.StationKeys;
import truceline.store.Vault;

/// A station that may be written to: one folder, one writer. Everything enters by {@link #admit}, is
/// durable before it is
/// looked at, and what the station says is {@link #picture}: the fold of what was written down.
///
/// Not thread-safe: one delivery at a time.
public final class Station implements AutoCloseable {
    private static final int LOCK_ATTEMPTS = 20;
    private static final long LOCK_PAUSE_NANOS = 50_000_000L;

    private final Path folder;
    private final Clock clock;
    private final String origin;
    private final LedgerStore ledger;
    private final Mission mission;
    private final Door door;
    private final IdentityIndex identities;
    private final Vault vault;
    private final BlobStore blobs;
    private final Audiences audiences;
    private final Shredder shredder;
    private final Snapshots snapshots;
    private List<String> silent = List.of();

    private Station(Path folder, StationKeys keys, String origin, LedgerStore ledger, Clock clock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.origin = origin;
        this.ledger = ledger;
        snapshots = new Snapshots(folder, ledger.published());
        mission = snapshots.mission(ledger.size());
        ledger.forEach(mission.size(), ledger.size(), mission::apply);
        identities = Identities.open(folder, ledger);
        audiences = new Audiences(AudienceSecret.ofStation(keys.monitor()).key());
        audiences.follow(mission.picture());
        vault = new Vault(folder, keys.monitor(), audiences);
        blobs = new BlobStore(folder, keys.monitor(), audiences);
        door = new Door(ledger, blobs, vault, identities, new Pseudonyms(keys.identity()), mission, clock);
        shredder = new Shredder(folder, ledger::entry, vault, blobs);
    }

    /// Opens the station in a folder: takes the lock, repairs what a crash left, folds all entries, and carries out
    /// redactions that are pending.
    ///
    /// @throws truceline.intake.Refusal where there is no station, or another process writes to it
    /// @throws truceline.intake.Refusal `rolled-back` where a witness has seen more of this ledger than it holds
    /// now
    public static Station open(Path folder, Clock clock) throws IOException {
        StationKeys keys = StationKeys.read(folder);
        Settings settings = Settings.read(folder);
        try (WitnessMemory memory = WitnessMemory.ask(settings)) {
            // before the ledger is opened, which signs what it recovers
            List<String> silent = settings.witnesses().isEmpty()
                    ? List.of()
                    : memory.check(LedgerStore.openReadOnly(folder), keys.logKeys());
            LedgerStore ledger = openLedger(folder, keys);
            boolean whole = false;
            try {
                Station station = new Station(folder, keys, settings.origin(), ledger, clock);
                station.silent = silent;
                station.shredder.run(station.picture(), false);
                whole = true;
                return station;
            } finally {
                if (!whole) {
                    ledger.close();
                }
            }
        }
    }

    /// Whoever republishes a checkpoint with cosignatures has the lock for milliseconds: that is waited for.
    private static LedgerStore openLedger(Path folder, StationKeys keys) {
        for (int attempt = 1; ; attempt++) {
            try {
                return LedgerStore.open(folder, keys.logKeys());
            } catch (LedgerException e) {
                if (!e.code().equals("locked") || attempt == LOCK_ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(LOCK_PAUSE_NANOS);
            }
        }
    }

    /// Witnesses that did not answer at the start, one sentence each: whether the ledger went back could not be asked
    /// of them.
    public List<String> silent() {
        return silent;
    }

    /// Enters a policy of witnesses, which from then on counts.
    ///
    /// @throws truceline.intake.Refusal `policy` where it is none, one colluding group could seal a fork under it,
    /// or it is of another log; `already-held` where it is in force
    public Receipt adopt(String policy, Recorder.Witness witness) throws IOException {
        WitnessPolicy.check(
                policy, LogKeyChain.of(picture().logKeys()), picture().policy());
        return door.adopt(policy, witness);
    }

    /// Asks all witnesses of the policy once, at the same time, and publishes what they cosigned: returns within the
    /// time a witness has to answer.
    public WitnessView countersign() throws IOException {
        return Countersigning.round(folder, picture().policy(), clock, ledger::publish);
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
    /// @param proof the new key's own signature in base64 over the text of {@link truceline.mission.KeysText}
    /// @throws truceline.intake.Refusal with the code of the objection, such as `already-enrolled`
    public Receipt enrol(Person person, String proof, Recorder.Witness witness) throws IOException {
        return door.enrol(origin, person, proof, witness);
    }

    /// A key of the log takes up its role or lays it down.
    ///
    /// @param role `log` or `log-retired`
    /// @throws truceline.intake.Refusal `log-key` where a key that must sign did not
    public Receipt changeLogKey(String role, String key, List<Entry.Signature> signatures, Recorder.Witness witness)
            throws IOException {
        return door.changeLogKey(origin, role, key, signatures, witness);
    }

    /// Lets a key count no longer from a moment on.
    ///
    /// @throws truceline.intake.Refusal with the code of the objection, such as `not-enrolled`
    public Receipt revoke(Revoking revoking, Recorder.Witness witness) throws IOException {
        return door.revoke(origin, revoking, witness);
    }

    /// Takes a signed statement. A step that its signer may not take is refused and leaves the record as
    /// it is.
    ///
    /// @throws truceline.intake.Refusal with the code of the objection, such as `same-person` or
    ///     `bad-signature`
    public Receipt state(SignedStatement statement, Recorder.Witness witness) throws IOException {
        Receipt receipt = door.state(origin, statement, witness);
        switch (statement.statement().act()) {
            case REDACT -> shredder.run(picture(), false);
            case AUDIENCE -> {
                audiences.follow(picture());
                vault.renew();
            }
            default -> {
                // Nothing is done outside the record.
            }
        }
        return receipt;
    }

    /// Carries out every redaction that two persons decided, also those that were carried out before: copies of the
    /// keys that came back into the folder go too.
    public List<Shredder.Shredded> shred() throws IOException {
        return shredder.run(picture(), true);
    }

    /// Opens what is protected, once it is in the record who read what and why.
    ///
    /// @param access a statement `access`, which says the item and its class
    /// @param audience the key to open it by; null for the station's own
    /// @return the content, which has been checked against its commitment; for a received file, as it is read
    /// @throws truceline.intake.Refusal where the signer may not, or the key does not open it: then nothing is
    /// entered
    public InputStream reveal(SignedStatement access, @Nullable AudienceSecret audience, Recorder.Witness witness)
            throws IOException {
        Statement said = access.statement();
        if (said.act() != Act.ACCESS) {
            throw new Refusal("statement", "what is read is said by the act 'access'");
        }
        door.check(origin, access);
        ProtectedItem item = ProtectedItem.find(
                ledger::entry, picture(), said.text("item"), said.text("class").charAt(0));
        InputStream content = item == null ? null : open(item, audience);
        if (content == null) {
            throw new Refusal(
                    "not-opened", "what is at " + said.text("item") + " does not open with this key: give --audience");
        }
        state(access, witness);
        return content;
    }

    private @Nullable InputStream open(ProtectedItem item, @Nullable AudienceSecret audience) throws IOException {
        Blob blob = item.blob();
        if (item.vaultName().isEmpty() && blob != null) {
            try {
                return audience == null ? blobs.open(blob) : blobs.open(blob, audience);
            } catch (LedgerException e) {
                if (e.code().equals("absent")) {
                    return null;
                }
                throw e;
            }
        }
        Optional<byte[]> text = audience == null
                ? vault.reveal(item.vaultName(), item.row(), item.classLetter(), item.commitment())
                : vault.reveal(item.vaultName(), item.row(), item.classLetter(), item.commitment(), audience);
        return text.map(ByteArrayInputStream::new).orElse(null);
    }

    /// Name of the ledger, which every signed statement carries.
    public String origin() {
        return origin;
    }

    /// What follows from everything written down so far.
    public Picture picture() {
        return mission.picture();
    }

    /// Keeps a snapshot where enough came since the last one, so that the next start is quick. For a
    /// station that runs for long, between deliveries; closing does it too.
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
