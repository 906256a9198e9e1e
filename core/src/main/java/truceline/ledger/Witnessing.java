package truceline.ledger;

import java.util.List;

/// How a witness decides (C2SP tlog-witness, add-checkpoint): a pure step from what it saw and what it is asked to what
/// it answers and what it has then seen.
///
/// Whoever runs it must make [Answer#seen] durable before a cosignature leaves, and must let no second request between
/// the reading of what was seen and that. Then a witness never cosigns two trees of which neither begins the other.
public final class Witnessing {
    public static final int COSIGNED = 200;
    public static final int MALFORMED = 400;
    public static final int UNSIGNED = 403;
    public static final int UNKNOWN_LOG = 404;
    public static final int CONFLICT = 409;
    public static final int INCONSISTENT = 422;

    private Witnessing() {}

    /// What a witness answers.
    ///
    /// @param status as HTTP has it
    /// @param seen what it has seen after this; where the status is not 200, what it had seen before
    /// @param why one sentence for a person, empty where the status is 200
    /// @param tellsSize where the status is 409: true where the body of the answer is the size in `seen`
    public record Answer(int status, Seen seen, String why, boolean tellsSize) {
        public boolean isCosigned() {
            return status == COSIGNED;
        }
    }

    /// Decides about a request.
    ///
    /// @param logs keys of the logs that this witness serves, each named as its log's origin
    /// @param seen what it cosigned last of the log that the request names
    public static Answer answer(List<Verifier> logs, Seen seen, WitnessRequest request) {
        Checkpoint asked = request.checkpoint();
        List<Verifier> keys =
                logs.stream().filter(log -> log.name().equals(asked.origin())).toList();
        if (keys.isEmpty()) {
            return refused(UNKNOWN_LOG, seen, "this witness does not serve the log " + asked.origin());
        }
        if (!isSigned(request.note(), keys)) {
            return refused(UNSIGNED, seen, "no key of the log " + asked.origin() + " signed this checkpoint");
        }
        if (request.oldSize() > asked.size()) {
            return refused(MALFORMED, seen, "the old size is larger than the checkpoint's");
        }
        if (request.oldSize() != seen.size()) {
            return new Answer(CONFLICT, seen, "the size cosigned last is " + seen.size(), true);
        }
        if (asked.size() == seen.size() && !asked.root().equals(seen.root())) {
            return refused(CONFLICT, seen, "another root was cosigned for size " + seen.size());
        }
        if (!Proofs.verifyConsistency(seen.size(), seen.root(), asked.size(), asked.root(), request.proof())) {
            return refused(INCONSISTENT, seen, "the proof does not lead from size " + seen.size() + " to this root");
        }
        return new Answer(COSIGNED, new Seen(asked.size(), asked.root()), "", false);
    }

    private static Answer refused(int status, Seen seen, String why) {
        return new Answer(status, seen, why, false);
    }

    private static boolean isSigned(Note note, List<Verifier> keys) {
        try {
            return !note.verify(keys).isEmpty();
        } catch (LedgerException _) {
            return false;
        }
    }
}
