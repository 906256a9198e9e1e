package truceline.station;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import truceline.finding.Objection;
import truceline.finding.Person;
import truceline.intake.Formats;
import truceline.intake.Reader;
import truceline.intake.Refusal;
import truceline.ledger.Signer;
import truceline.ledger.Verifier;
import truceline.mission.AdoptedAgreement;
import truceline.mission.Entry;
import truceline.mission.Mission;
import truceline.store.Blob;
import truceline.store.BlobStore;
import truceline.store.LedgerStore;

/// The gate for signed submissions, many at a time: who may, whose it is, what it says, and whether it is here
/// already. All of that happens outside the writing lane; what passes is written inside it.
///
/// The same submission sent again, also while the first is under way, is answered from the ledger with the same
/// receipt. Other content under the same id is refused with `id-conflict` and recorded. Safe for many threads.
final class Gate implements AutoCloseable {
    private static final int MOST_WRITERS = 32;

    private final String origin;
    private final LedgerStore ledger;
    private final BlobStore blobs;
    private final Fold fold;
    private final Lane lane;
    private final Signer log;
    private final Scribing scribing;
    private final Allowances allowances;
    private final Allowances conflicts;
    private final Semaphore room;
    private final ExecutorService writers = Executors.newFixedThreadPool(
            MOST_WRITERS, Thread.ofPlatform().name("received").daemon().factory());
    private final Map<String, Flight> underWay = new ConcurrentHashMap<>();
    private final Map<String, Verifier> verifiers = new ConcurrentHashMap<>();

    /// @param done the answer, empty where there is none
    private record Flight(SignedSubmission sent, CompletableFuture<Optional<Answer>> done) {}

    Gate(
            String origin,
            LedgerStore ledger,
            BlobStore blobs,
            Fold fold,
            Lane lane,
            Signer log,
            Scribing scribing,
            Limits limits) {
        this.origin = origin;
        this.ledger = ledger;
        this.blobs = blobs;
        this.fold = fold;
        this.lane = lane;
        this.log = log;
        this.scribing = scribing;
        this.allowances = new Allowances(limits.submissions(), System::nanoTime);
        this.conflicts = new Allowances(limits.conflicts(), System::nanoTime);
        this.room = new Semaphore(limits.atOnce());
    }

    /// Takes a submission and returns once it is durable.
    ///
    /// @throws Refusal `not-enrolled`, `revoked`, `bad-signature`, `too-many`, `busy`, `id-conflict`, `too-large`,
    ///     or as the reader of the format says
    Answer take(SignedSubmission sent) throws IOException {
        Verifier key = key(sent);
        allowances.enter(sent.by());
        try {
            if (!room.tryAcquire()) {
                throw new Refusal("busy", "the station has its hands full: wait a second and send the same again");
            }
            try {
                return taken(sent, key);
            } finally {
                room.release();
            }
        } finally {
            allowances.leave(sent.by());
        }
    }

    private @Nullable Objection objection(SignedSubmission sent) {
        return fold.ask(mission -> mission.objection(sent.by(), sent.source(), mission.receivedMs()));
    }

    /// A device whose key is revoked may still ask for the receipt of what it sent before.
    private Verifier key(SignedSubmission sent) {
        Objection objection = objection(sent);
        boolean asksAgain = objection != null
                && objection.code().equals("revoked")
                && fold.findSubmission(sent.id()).isPresent();
        if (!asksAgain) {
            refuse(objection);
        }
        Person person = fold.ask(mission -> mission.docket().persons().get(sent.by()));
        if (person == null) {
            throw new Refusal("not-enrolled", sent.by() + " is not on the rolls of this station");
        }
        return verifiers.computeIfAbsent(person.key(), Verifier::parse);
    }

    static void refuse(@Nullable Objection objection) {
        if (objection != null) {
            throw new Refusal(objection.code(), objection.message());
        }
    }

    /// One at a time of each id: whoever sends the same meanwhile waits and is told the same.
    private Answer taken(SignedSubmission sent, Verifier key) throws IOException {
        Flight mine = new Flight(sent, new CompletableFuture<>());
        while (true) {
            Flight first = underWay.putIfAbsent(sent.id(), mine);
            if (first == null) {
                try {
                    Answer answer = entered(sent, key);
                    mine.done().complete(Optional.of(answer));
                    return answer;
                } finally {
                    underWay.remove(sent.id());
                    mine.done().complete(Optional.empty());
                }
            }
            Optional<Answer> answer = first.done().join();
            if (answer.isPresent() && sent.isSame(first.sent())) {
                allowances.take(sent.by());
                return answer.get();
            }
        }
    }

    private Answer entered(SignedSubmission sent, Verifier key) throws IOException {
        Reader reader = Formats.reader(sent.format(), null, zone());
        OptionalLong known = fold.findSubmission(sent.id());
        if (known.isPresent()) {
            Held held = Held.read(ledger, log.verifier(), sent.id(), known.getAsLong());
            return again(sent, key, reader, held);
        }
        check(sent, key, reader);
        allowances.take(sent.by());
        ledger.refuseIfFull();
        Collected rows = Collected.read(reader, sent.file());
        Blob blob = kept(sent, reader);
        SortedSet<String> held = new TreeSet<>();
        Lane.Written written;
        try {
            written = lane.enter(turn -> scribing.submission(sent, reader, rows, blob, turn, held));
        } catch (Refusal refusal) {
            blobs.discard(blob);
            throw refusal;
        }
        if (blob.isEncrypted()) {
            blobs.noteHeld(blob.sha256(), held);
        }
        // A source that was new stands before the submission.
        int skipped = Scribing.entriesBefore(written.entries());
        List<byte[]> own = written.entries().subList(skipped, written.entries().size());
        return Answer.of(origin, sent.id(), written.index() + skipped, own, rows.size(), log);
    }

    /// Keeps the bytes as evidence. Forces that wait for the disk's journal together share one commit of it, so many
    /// at once are cheaper than one after the other. Threads of our own write: those of requests may be
    /// interrupted, and few of them can wait for a disk at a time.
    private Blob kept(SignedSubmission sent, Reader reader) throws IOException {
        Future<Blob> kept = writers.submit(() -> {
            Blob blob = blobs.keep(new ByteArrayInputStream(sent.file()), reader.fileClass() == 'P');
            blobs.settle(blob);
            return blob;
        });
        try {
            return kept.get();
        } catch (ExecutionException e) {
            throw new IOException("the received file could not be kept: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("busy", "the station is being closed: send the same again");
        }
    }

    private void check(SignedSubmission sent, Verifier key, Reader reader) {
        if (!sent.isSignedBy(key, origin, reader.fileClass())) {
            throw new Refusal("bad-signature", "the signature is not that of " + sent.by() + " over this submission");
        }
    }

    /// What is signed just as the submission that the ledger holds is that submission; anything else under its id
    /// is a conflict.
    private Answer again(SignedSubmission sent, Verifier key, Reader reader, Held held) {
        char fileClass = reader.fileClass();
        Entry.Submitted submitted = held.submitted();
        Entry.Signed signed = submitted.signed();
        boolean isAlike = signed != null
                && signed.by().equals(sent.by())
                && submitted.source().equals(sent.source())
                && submitted.format().equals(sent.format())
                && signed.batch().equals(sent.batch(fileClass));
        if (signed == null || !isAlike || !signed.signature().equals(sent.signature())) {
            refuse(objection(sent));
            check(sent, key, reader);
        }
        allowances.take(sent.by());
        if (isAlike) {
            long rows = Collected.read(reader, sent.file()).size();
            return Answer.of(origin, sent.id(), held.index(), held.entries(), rows, log);
        }
        if (!fold.hasConflict(sent.signature())) {
            conflicts.take(sent.by());
            lane.enter(turn -> scribing.conflict(sent, fileClass, held.index(), turn));
        }
        throw new Refusal(
                "id-conflict",
                "the id " + sent.id() + " is that of other content, entry " + held.index()
                        + ": nothing of this is taken, and the conflict is in the record");
    }

    private @Nullable ZoneId zone() {
        AdoptedAgreement agreement = fold.ask(Mission::agreement);
        return agreement == null ? null : agreement.zone();
    }

    @Override
    public void close() {
        writers.close();
    }
}
