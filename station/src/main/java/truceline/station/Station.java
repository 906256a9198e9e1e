package truceline.station;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import truceline.audit.LogKeyChain;
import truceline.finding.Person;
import truceline.ledger.LedgerException;
import truceline.mission.Entry;
import truceline.mission.Picture;
import truceline.store.AudienceSecret;
import truceline.store.BlobStore;
import truceline.store.IdentityIndex;
import truceline.store.LedgerStore;
import truceline.store.Restored;
import truceline.store.StationKeys;
import truceline.store.Vault;

/// A station that may be written to: one folder, one writer. Everything enters by {@link #admit} or, signed, by
/// {@link #take}, is durable before it is looked at, and what the station says is {@link #picture}: the fold of
/// what was written down.
///
/// Safe for many threads: signed submissions go in together, everything else has the writing lane for itself.
public final class Station implements AutoCloseable {
    private static final int LOCK_ATTEMPTS = 20;
    private static final long LOCK_PAUSE_NANOS = 50_000_000L;

    private final Path folder;
    private final Clock clock;
    private final String origin;
    private final LedgerStore ledger;
    private final Fold fold;
    private final Lane lane;
    private final Door door;
    private final Scribing scribing;
    private final Gate gate;
    private final StatementGate statements;
    private final Reveals reveals;
    private final IdentityIndex identities;
    private final Vault vault;
    private final Audiences audiences;
    private final Shredder shredder;
    private final Snapshots snapshots;
    private List<String> silent = List.of();
    private @Nullable Sealing sealing;
    private boolean closed;

    private Station(
            Path folder, Clock clock, Limits limits, StationKeys keys, @Nullable String leaving, LedgerStore ledger)
            throws IOException {
        this.folder = folder;
        this.clock = clock;
        origin = Settings.read(folder).origin();
        this.ledger = ledger;
        snapshots = new Snapshots(folder, ledger.published());
        fold = new Fold(snapshots.mission(ledger.size()), ledger);
        ledger.forEach(fold.size(), ledger.size(), fold::apply);
        SigningKeys.refuseAfter(fold.picture(), keys.logKeys(), leaving);
        identities = Identities.open(folder, ledger);
        audiences = new Audiences(AudienceSecret.ofStation(keys.monitor()).key());
        audiences.follow(fold.picture());
        vault = new Vault(folder, keys.monitor(), audiences);
        BlobStore blobs = new BlobStore(folder, keys.monitor(), audiences);
        shredder = new Shredder(folder, ledger::entry, vault, blobs);
        shredder.run(fold.picture(), false);
        Pseudonyms pseudonyms = new Pseudonyms(keys.identity());
        lane = new Lane(ledger, vault, fold, new Ticking(clock, fold.picture()));
        door = new Door(ledger, blobs, vault, identities, pseudonyms, fold, clock);
        scribing = new Scribing(fold, pseudonyms, identities, vault);
        gate = new Gate(origin, ledger, blobs, fold, lane, keys.log(), scribing, limits);
        reveals = new Reveals(origin, ledger, fold, door, vault, blobs, this::stateNow);
        statements = new StatementGate(origin, ledger, fold, lane, this::stateNow, keys.log(), limits.statements());
    }

    /// Opens the station in a folder: takes the lock, repairs what a crash left, folds all entries, and
    /// carries out
    /// redactions that are pending.
    ///
    /// @throws truceline.intake.Refusal where there is no station; `rolled-back` where a witness has seen more of
    ///     this ledger than it holds now; `missing-key` where the private part of a key in force is not there;
    ///     `restored` where it came back from a backup and nobody confirms that it is whole
    /// @throws LedgerException `locked` where another writes to it
    public static Station open(Path folder, Clock clock) throws IOException {
        return open(folder, clock, Limits.DEFAULT);
    }

    /// The same, with other limits for what is sent signed.
    public static Station open(Path folder, Clock clock, Limits limits) throws IOException {
        return open(folder, clock, limits, null);
    }

    /// The same, to retire a key of the log of which the private part may be lost.
    static Station openWithout(Path folder, Clock clock, String leaving) throws IOException {
        return open(folder, clock, Limits.DEFAULT, leaving);
    }

    private static Station open(Path folder, Clock clock, Limits limits, @Nullable String leaving) throws IOException {
        StationKeys keys = StationKeys.read(folder);
        Settings settings = Settings.read(folder);
        try (WitnessMemory memory = WitnessMemory.ask(settings)) {
            // before the ledger is opened, which signs what it recovers
            SigningKeys.refuseBefore(folder, keys.logKeys(), leaving);
            List<String> silent = settings.witnesses().isEmpty()
                    ? List.of()
                    : memory.check(LedgerStore.openReadOnly(folder), keys.logKeys());
            if (Restored.isWaiting(folder)) {
                Resumption.confirm(folder, settings, keys.logKeys(), clock);
            }
            Vault.closeToOthers(folder);
            LedgerStore ledger = openLedger(folder, keys, settings.witnesses().isEmpty() ? 1 : LOCK_ATTEMPTS);
            boolean whole = false;
            try {
                Station station = new Station(folder, clock, limits, keys, leaving, ledger);
                station.silent = silent;
                whole = true;
                return station;
            } finally {
                if (!whole) {
                    ledger.close();
                }
            }
        }
    }

    /// Whoever republishes a checkpoint with cosignatures has the lock for milliseconds: that is waited for,
    /// where
    /// there
    /// are witnesses.
    private static LedgerStore openLedger(Path folder, StationKeys keys, int attempts) {
        for (int attempt = 1; ; attempt++) {
            try {
                return LedgerStore.open(folder, keys.logKeys());
            } catch (LedgerException e) {
                if (!e.code().equals("locked") || attempt == attempts) {
                    throw e;
                }
                LockSupport.parkNanos(LOCK_PAUSE_NANOS);
            }
        }
    }

    /// Witnesses that did not answer at the start, one sentence each: whether the ledger went back could not
    /// be asked
    /// of them.
    public List<String> silent() {
        return silent;
    }

    /// Enters a policy of witnesses, which from then on counts.
    ///
    /// @throws truceline.intake.Refusal `policy` where it is none, one colluding group could seal a fork
    /// under it,
    /// or it is of another log; `already-held` where it is in force
    public Receipt adopt(String policy, Recorder.Witness witness) throws IOException {
        WitnessPolicy.check(
                policy, LogKeyChain.of(picture().logKeys()), picture().policy());
        return lane.alone(() -> door.adopt(policy, witness));
    }

    /// Asks all witnesses of the policy once, at the same time, and publishes what they cosigned: returns
    /// within the
    /// time a witness has to answer.
    public WitnessView countersign() throws IOException {
        return Countersigning.round(folder, picture().policy(), clock, ledger::publish);
    }

    /// Reads, records, assesses. Returns when every accepted row is durable.
    ///
    /// @throws truceline.intake.Refusal where the delivery as a whole cannot be read
    public Receipt admit(Delivery delivery, Recorder.Witness witness) throws IOException {
        return lane.alone(() -> door.admit(delivery, witness));
    }

    /// Takes a control map as a whole: a map that is held already is a duplicate.
    ///
    /// @throws truceline.intake.Refusal where the map cannot be read, naming the first fault
    public Receipt admitControl(String source, String fileName, InputStream bytes, Recorder.Witness witness)
            throws IOException {
        return lane.alone(() -> door.admitControl(source, fileName, bytes, witness));
    }

    /// Puts a person or device on the rolls.
    ///
    /// @param proof the new key's own signature in base64 over the text of {@link truceline.mission.KeysText}
    /// @throws truceline.intake.Refusal with the code of the objection, such as `already-enrolled`
    public Receipt enrol(Person person, String proof, Recorder.Witness witness) throws IOException {
        return lane.alone(() -> door.enrol(origin, person, proof, witness));
    }

    /// The entry that a version of the agreement would have, before anybody signs it.
    public Entry.AgreementEntered version(AgreementFile next) {
        return AgreementEntries.of(next, _ -> true, 0, null).version();
    }

    /// Puts a new version of the agreement in force from a moment on.
    ///
    /// @throws truceline.intake.Refusal with the code of the objection, such as `not-the-next` or `not-signed`;
    ///     `amendment-signature` where a signature does not hold
    public Receipt amend(AgreementFile next, Entry.Amendment amendment, Recorder.Witness witness) throws IOException {
        return lane.alone(() -> door.amend(origin, next, amendment, witness));
    }

    /// A key of the log takes up its role or lays it down.
    ///
    /// @param role `log` or `log-retired`
    /// @throws truceline.intake.Refusal `log-key` where a key that must sign did not
    public Receipt changeLogKey(String role, String key, List<Entry.Signature> signatures, Recorder.Witness witness)
            throws IOException {
        return lane.alone(() -> door.changeLogKey(origin, role, key, signatures, witness));
    }

    /// Lets a key count no longer from a moment on.
    ///
    /// @throws truceline.intake.Refusal with the code of the objection, such as `not-enrolled`
    public Receipt revoke(Revoking revoking, Recorder.Witness witness) throws IOException {
        return lane.alone(() -> door.revoke(origin, revoking, witness));
    }

    /// Takes a signed statement. A step that its signer may not take is refused and leaves the record as
    /// it is.
    ///
    /// @throws truceline.intake.Refusal with the code of the objection, such as `same-person` or
    ///     `bad-signature`
    public Receipt state(SignedStatement statement, Recorder.Witness witness) throws IOException {
        return lane.alone(() -> stateNow(statement, witness));
    }

    /// Takes a signed submission, many at a time, and returns once it is durable; a checkpoint covers it a
    /// little
    /// later. Sent again, it is answered with the same receipt.
    ///
    /// @throws truceline.intake.Refusal such as `bad-signature`, `id-conflict` or `too-many`
    /// @throws LedgerException `full` or `stopped` where nothing can be written
    public Answer take(SignedSubmission submission) throws IOException {
        return gate.take(submission);
    }

    /// Takes a signed statement that was sent. Sent again, it is answered with the same receipt.
    ///
    /// @throws truceline.intake.Refusal as {@link #state}, `id-conflict` or `too-many`
    public StatementAnswer take(SignedStatement statement) throws IOException {
        return statements.take(statement);
    }

    /// Signs a checkpoint every so often from now on, where anything was written since the last.
    public synchronized void sealEvery(Duration every) {
        if (sealing == null) {
            sealing = new Sealing(ledger, every);
        }
    }

    /// Entries that are durable, under a checkpoint or not yet.
    public long size() {
        return ledger.size();
    }

    private Receipt stateNow(SignedStatement statement, Recorder.Witness witness) throws IOException {
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

    /// Carries out every redaction that two persons decided, also those that were carried out before: copies
    /// of the
    /// keys that came back into the folder go too.
    public List<Shredder.Shredded> shred() throws IOException {
        return lane.alone(() -> shredder.run(picture(), true));
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
        return lane.alone(() -> reveals.open(access, audience, witness));
    }

    /// Name of the ledger, which every signed statement carries.
    public String origin() {
        return origin;
    }

    /// What follows from everything written down so far.
    public Picture picture() {
        return fold.picture();
    }

    /// Keeps a snapshot where enough came since the last one, so that the next start is quick. For a
    /// station that runs for long, between deliveries; closing does it too.
    public void keepSnapshot() throws IOException {
        lane.alone(() -> {
            keepNow();
            return true;
        });
    }

    private void keepNow() {
        if (ledger.checkpoint().size() == fold.size()) {
            snapshots.keep(fold.settled(), ledger.checkpoint());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        gate.close();
        lane.close();
        if (sealing != null) {
            sealing.close();
        }
        if (door.isWhole() && scribing.isWhole() && !lane.isStopped()) {
            keepNow();
            identities.close(ledger.size());
        } else {
            identities.close();
        }
        vault.close();
        ledger.close();
    }
}
