package truceline.station;

import truceline.ledger.Acceptance;
import truceline.ledger.Note;

/// What the signer of a statement is told: the receipt of its entry, signed by the log; the same however often he
/// asks.
///
/// @param receipt the acceptance, signed
public record StatementAnswer(Acceptance acceptance, Note receipt) {}
