package truceline.cli;

import truceline.intake.Refusal;
import truceline.ledger.LedgerException;
import truceline.ledger.Verifier;

/// The public key that a reader was told: a typing error in it is the reader's, not the record's.
final class KeyOption {
    private KeyOption() {}

    /// Refuses what is no key.
    static void check(String key) {
        try {
            Verifier.parse(key);
        } catch (LedgerException e) {
            throw new Refusal("usage", "--key is no public key of a ledger: " + e.getMessage());
        }
    }
}
