package truceline.station;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import truceline.ledger.EntryProof;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.Proofs;
import truceline.store.LedgerStore;
import truceline.store.ReadOnlyLedger;

/// What a station has published up to its newest checkpoint, for whoever asks often: reads the checkpoint and the tiles
/// an answer needs, and nothing else. Believes the checkpoint; {@link LedgerView} checks who signed it. Safe for many
/// threads, and beside a writer.
public final class Published {
    private final ReadOnlyLedger ledger;

    private Published(ReadOnlyLedger ledger) {
        this.ledger = ledger;
    }

    /// What is published now.
    ///
    /// @throws LedgerException `absent` where there is no ledger
    public static Published open(Path folder) {
        return new Published(LedgerStore.openReadOnly(folder));
    }

    public long size() {
        return ledger.size();
    }

    /// Root of the tree, base64.
    public String root() {
        return ledger.checkpoint().root().base64();
    }

    /// The signed checkpoint, verbatim.
    public String checkpoint() {
        return new String(ledger.note().encode(), StandardCharsets.UTF_8);
    }

    /// The proof of an entry, checked against the entry before it is given.
    ///
    /// @throws LedgerException where there is no such entry, or the files do not bear it out
    public EntryProof proof(long index) {
        EntryProof proof = ledger.proof(index);
        Hash leaf = Hash.leaf(ledger.entry(index));
        if (!Proofs.verifyInclusion(
                leaf, index, size(), proof.path(), ledger.checkpoint().root())) {
            throw new LedgerException("damaged", "the tiles do not bear out entry " + index);
        }
        return proof;
    }
}
