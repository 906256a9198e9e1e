package truceline.station;

import java.io.IOException;
import truceline.finding.Act;
import truceline.intake.Refusal;

/// Takes what signers send as text, and answers each sender with a value: an answer to what was taken, or why it was
/// not. As thread-safe as the station.
public final class Inbox {
    private final Station station;

    public Inbox(Station station) {
        this.station = station;
    }

    /// What a sender is told.
    public sealed interface Reply {}

    /// A submission was taken, now or before.
    public record Submitted(Answer answer) implements Reply {}

    /// A statement was taken, now or before.
    ///
    /// @param by id of who signed it
    public record Stated(Act act, String by, String id, StatementAnswer answer) implements Reply {}

    /// Nothing was taken.
    ///
    /// @param code stable kebab word, such as `bad-signature`, `id-conflict` or `too-many`
    public record Refused(String code, String message) implements Reply {}

    /// Takes a signed submission as {@link SignedSubmission#read} reads it.
    ///
    /// @param body JSON in UTF-8, at most {@link JsonInput#MOST_BYTES}
    /// @throws truceline.ledger.LedgerException `full` or `stopped` where nothing can be written
    public Reply submission(byte[] body) throws IOException {
        try {
            return new Submitted(station.take(SignedSubmission.read(JsonInput.read(body))));
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    /// Takes a signed statement as {@link SignedStatement#read} reads it.
    ///
    /// @param body JSON in UTF-8, at most {@link JsonInput#MOST_BYTES}
    /// @throws truceline.ledger.LedgerException `full` or `stopped` where nothing can be written
    public Reply statement(byte[] body) throws IOException {
        try {
            SignedStatement sent = SignedStatement.read(JsonInput.read(body));
            return new Stated(sent.statement().act(), sent.by(), sent.id(), station.take(sent));
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    private static Refused refused(Refusal refusal) {
        return new Refused(refusal.code(), String.valueOf(refusal.getMessage()));
    }
}
