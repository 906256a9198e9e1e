package truceline.station;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import truceline.finding.Act;
import truceline.finding.Statement;
import truceline.intake.Refusal;
import truceline.ledger.LedgerException;
import truceline.store.AudienceSecret;
import truceline.store.Blob;
import truceline.store.BlobStore;
import truceline.store.LedgerStore;
import truceline.store.Vault;

/// Opens what is protected, and enters first who reads it and why. Has the writing lane for itself.
final class Reveals {
    private final String origin;
    private final LedgerStore ledger;
    private final Fold fold;
    private final Door door;
    private final Vault vault;
    private final BlobStore blobs;
    private final StatementGate.Stating stating;

    Reveals(
            String origin,
            LedgerStore ledger,
            Fold fold,
            Door door,
            Vault vault,
            BlobStore blobs,
            StatementGate.Stating stating) {
        this.origin = origin;
        this.ledger = ledger;
        this.fold = fold;
        this.door = door;
        this.vault = vault;
        this.blobs = blobs;
        this.stating = stating;
    }

    InputStream open(SignedStatement access, @Nullable AudienceSecret audience, Recorder.Witness witness)
            throws IOException {
        Statement said = access.statement();
        if (said.act() != Act.ACCESS) {
            throw new Refusal("statement", "what is read is said by the act 'access'");
        }
        door.check(origin, access);
        ProtectedItem item = ProtectedItem.find(
                ledger::entry,
                fold.picture(),
                said.text("item"),
                said.text("class").charAt(0));
        InputStream content = item == null ? null : open(item, audience);
        if (content == null) {
            throw new Refusal(
                    "not-opened", "what is at " + said.text("item") + " does not open with this key: give --audience");
        }
        stating.state(access, witness);
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
}
