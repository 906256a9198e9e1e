package truceline.ledger;

import java.util.List;

/// The keys by which a log signs its checkpoints: one, or several of the same name while a new one takes
/// over. Each checkpoint bears a line of each. Immutable; safe for many threads.
public final class LogKeys {
    private final List<Signer> signers;

    private LogKeys(List<Signer> signers) {
        this.signers = List.copyOf(signers);
    }

    /// Refuses with `malformed` no key, or keys of different names.
    public static LogKeys of(List<Signer> signers) {
        if (signers.stream().map(Signer::name).distinct().count() != 1) {
            throw LedgerException.malformed("a log has one name, and at least one key of that name");
        }
        return new LogKeys(signers);
    }

    /// A log with one key.
    public static LogKeys of(Signer key) {
        return new LogKeys(List.of(key));
    }

    /// The log's name.
    public String origin() {
        return signers.getFirst().name();
    }

    public List<Signer> signers() {
        return signers;
    }

    public List<Verifier> verifiers() {
        return signers.stream().map(Signer::verifier).toList();
    }

    /// A note with a line of each key.
    public Note sign(Checkpoint checkpoint) {
        return Note.sign(checkpoint.text(), signers);
    }

    /// The checkpoint of a note that at least one of the keys signed; no line of any of them may fail.
    public Checkpoint open(byte[] note) {
        return open(Note.parse(note));
    }

    /// As the other.
    public Checkpoint open(Note note) {
        return Checkpoint.open(note, verifiers());
    }

    @Override
    public String toString() {
        return "keys " + verifiers();
    }
}
