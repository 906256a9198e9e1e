package truceline.station;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.audit.LogKeyChain;
import truceline.intake.Refusal;
import truceline.ledger.Acceptance;
import truceline.ledger.Checkpoint;
import truceline.ledger.EntryProof;
import truceline.ledger.Hash;
import truceline.ledger.Verifier;
import truceline.store.LedgerStore;
import truceline.store.ReadOnlyLedger;

/// The sealed ledger of a station as readers see it: entries, proofs, the checkpoint, the key.
///
/// One checkpoint for its whole life: open another to see what was sealed since. Takes no lock, needs no
/// secret, and reads only the tiles an answer needs. Safe for many threads, and beside a writer.
public final class LedgerView {
    /// Entries on one page.
    public static final int MOST_ON_A_PAGE = 1000;

    private final ReadOnlyLedger ledger;
    private final LogKeyChain keys;

    private LedgerView(ReadOnlyLedger ledger, LogKeyChain keys) {
        this.ledger = ledger;
        this.keys = keys;
    }

    /// The ledger in a station's folder as of its newest checkpoint.
    ///
    /// @throws truceline.ledger.LedgerException `absent` where there is no ledger
    /// @throws Refusal where the key that its first entry names has not signed the checkpoint
    public static LedgerView open(Path folder) {
        ReadOnlyLedger ledger = LedgerStore.openReadOnly(folder);
        return new LedgerView(ledger, FolderAudit.signers(ledger));
    }

    /// The ledger of a station that was opened to be read. Its checkpoint covers all entries, also those
    /// that the station was asked not to fold.
    ///
    /// @throws Refusal as {@link #open}
    public static LedgerView of(ReadOnlyStation station) {
        ReadOnlyLedger ledger = station.ledger();
        boolean isWhole = station.picture().size() == ledger.size();
        return new LedgerView(
                ledger,
                isWhole
                        ? FolderAudit.signers(
                                ledger, LogKeyChain.of(station.picture().logKeys()))
                        : FolderAudit.signers(ledger));
    }

    /// How it stands with the witnesses of a policy.
    ///
    /// @param policy the one in force, or null
    public WitnessView witnesses(Path folder, @Nullable String policy) throws IOException {
        return WitnessView.of(folder, ledger.note(), policy);
    }

    /// Entries under the checkpoint.
    public long size() {
        return ledger.size();
    }

    public String origin() {
        return ledger.checkpoint().origin();
    }

    /// Root of the tree, base64.
    public String root() {
        return ledger.checkpoint().root().base64();
    }

    /// The signed checkpoint, verbatim.
    public String checkpoint() {
        return new String(ledger.note().encode(), StandardCharsets.UTF_8);
    }

    /// The log's public key as its first entry states it, `name+keyid+base64`. Later keys are handed over
    /// by entries.
    public String key() {
        return keys.known().getFirst().text();
    }

    /// The bytes of an entry.
    ///
    /// @throws Refusal `not-found` where there is no such entry under the checkpoint
    public byte[] entry(long index) {
        check(index);
        return ledger.entry(index);
    }

    /// The proof of an entry, checked against the entry before it is given.
    ///
    /// @throws Refusal `not-found` as {@link #entry}
    /// @throws truceline.ledger.LedgerException where the files on disk do not bear it out
    public EntryProof proof(long index) {
        check(index);
        return proof(index, ledger.entry(index));
    }

    private EntryProof proof(long index, byte[] entry) {
        EntryProof proof = ledger.proof(index);
        proof.verify(entry, keys.inForce());
        return proof;
    }

    /// Every key that was ever the log's, the first one first.
    ///
    /// @param told one that the reader was told, or null to take the first entry's word
    /// @throws truceline.ledger.LedgerException `bad-signature` where the checkpoint is not signed by that key or
    ///     by those that it handed the log over to
    public List<Verifier> known(@Nullable String told) {
        if (told != null) {
            LogKeyChain trusted = LogKeyChain.from(Verifier.parse(told));
            ledger.forEach(0, ledger.size(), (index, entry) -> trusted.add(entry));
            trusted.open(ledger.note());
        }
        return keys.known();
    }

    /// Checks that every entry of a receipt is kept, under the checkpoint that the keys in force signed.
    ///
    /// @throws truceline.ledger.LedgerException as {@link Acceptance#verify}
    public Checkpoint kept(Acceptance receipt) {
        List<byte[]> entries = new ArrayList<>();
        long end = Math.min(size(), receipt.index() + receipt.count());
        if (receipt.index() < end) {
            ledger.forEach(receipt.index(), end, (index, entry) -> entries.add(entry.clone()));
        }
        return receipt.verify(ledger.note(), entries, ledger.hashReader(), keys.inForce());
    }

    /// An entry with its proof.
    ///
    /// @throws Refusal `not-found` as {@link #entry}
    public EntryView view(long index) {
        byte[] entry = entry(index);
        EntryProof proof = proof(index, entry);
        return new EntryView(
                EntryLine.of(index, entry),
                new String(entry, StandardCharsets.UTF_8),
                Hash.leaf(entry).base64(),
                size(),
                proof.path().stream().map(Hash::base64).toList(),
                new String(proof.encode(), StandardCharsets.UTF_8));
    }

    /// The `count` entries before entry `before`, newest first.
    ///
    /// @param before {@link #size} for the newest page; larger values mean the same
    /// @param count 1 to {@link #MOST_ON_A_PAGE}; other values are taken for the nearest of these
    public LedgerPage page(long before, int count) {
        long to = Math.clamp(before, 0, size());
        long from = Math.max(0, to - Math.clamp(count, 1, MOST_ON_A_PAGE));
        List<EntryLine> lines = new ArrayList<>();
        ledger.forEach(from, to, (index, bytes) -> lines.add(EntryLine.of(index, bytes)));
        Collections.reverse(lines);
        return new LedgerPage(size(), lines, from);
    }

    private void check(long index) {
        if (index < 0 || index >= size()) {
            throw new Refusal("not-found", "there is no entry " + index + " in a ledger of " + size());
        }
    }
}
