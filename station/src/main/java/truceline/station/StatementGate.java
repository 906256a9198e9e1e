package truceline.station;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import truceline.finding.Person;
import truceline.intake.Refusal;
import truceline.ledger.Acceptance;
import truceline.ledger.LedgerException;
import truceline.ledger.SignedText;
import truceline.ledger.Signer;
import truceline.ledger.Verifier;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.StatementText;
import truceline.store.LedgerStore;

/// The gate for signed statements that are sent: one at a time, for each is judged by all that was said before
/// it. The same one sent again is answered from the ledger with the same receipt. Safe for many threads.
final class StatementGate {
    private final String origin;
    private final LedgerStore ledger;
    private final Fold fold;
    private final Lane lane;
    private final Stating stating;
    private final Signer log;
    private final Allowances allowances;

    /// Takes a statement, with the lane for itself, and does what follows from it outside the record.
    interface Stating {
        Receipt state(SignedStatement statement, Recorder.Witness witness) throws IOException;
    }

    StatementGate(
            String origin,
            LedgerStore ledger,
            Fold fold,
            Lane lane,
            Stating stating,
            Signer log,
            Limits.Rate statements) {
        this.origin = origin;
        this.ledger = ledger;
        this.fold = fold;
        this.lane = lane;
        this.stating = stating;
        this.log = log;
        this.allowances = new Allowances(statements, System::nanoTime);
    }

    /// Takes a statement and returns once it is durable.
    ///
    /// @throws Refusal with the code of the objection, `too-many`, or `id-conflict`
    StatementAnswer take(SignedStatement sent) throws IOException {
        if (fold.ask(mission -> mission.docket().persons().get(sent.by())) == null) {
            throw new Refusal("not-enrolled", sent.by() + " is not on the rolls of this station");
        }
        allowances.enter(sent.by());
        try {
            long index = lane.alone(() -> entered(sent));
            Acceptance acceptance = Acceptance.of(origin, sent.id(), index, List.of(ledger.entry(index)));
            return new StatementAnswer(acceptance, acceptance.sign(log));
        } finally {
            allowances.leave(sent.by());
        }
    }

    private long entered(SignedStatement sent) throws IOException {
        OptionalLong known = fold.findStatement(sent.id());
        if (known.isEmpty()) {
            Receipt receipt = stating.state(sent, (index, leaf) -> {});
            allowances.take(sent.by());
            return receipt.firstEntry() + receipt.entries() - 1;
        }
        long index = known.getAsLong();
        if (!(EntryText.read(ledger.entry(index)) instanceof Entry.Stated held)
                || !held.id().equals(sent.id())) {
            throw new LedgerException("damaged", "entry " + index + " is not statement " + sent.id());
        }
        String text = StatementText.of(origin, sent.id(), sent.statement());
        Person person = fold.ask(mission -> mission.docket().persons().get(held.by()));
        if (person == null) {
            throw new LedgerException("damaged", "nobody is on the rolls who made statement " + sent.id());
        }
        Verifier key = Verifier.parse(person.key());
        if (!held.by().equals(sent.by()) || !SignedText.verify(text, key, held.signature())) {
            throw new Refusal("id-conflict", "the id " + sent.id() + " is that of another statement, entry " + index);
        }
        return index;
    }
}
