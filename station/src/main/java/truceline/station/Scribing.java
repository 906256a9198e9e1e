package truceline.station;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import truceline.intake.Reader;
import truceline.ledger.Batch;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.store.Blob;
import truceline.store.IdentityIndex;
import truceline.store.Vault;

/// Writes signed submissions and conflicts as entries, inside the writing lane.
final class Scribing {
    private final Fold fold;
    private final Pseudonyms pseudonyms;
    private final IdentityIndex identities;
    private final Vault vault;
    private final Set<String> announced = new HashSet<>();
    private final Set<String> conflicts = new HashSet<>();
    private boolean whole = true;

    Scribing(Fold fold, Pseudonyms pseudonyms, IdentityIndex identities, Vault vault) {
        this.fold = fold;
        this.pseudonyms = pseudonyms;
        this.identities = identities;
        this.vault = vault;
    }

    /// The source where it is new, the submission, and its rows. A signed submission always leaves its own entry,
    /// also where all its rows are held already: its id and its receipt stand for it.
    ///
    /// @param held takes the identities of protected rows that were held before
    List<byte[]> submission(
            SignedSubmission sent, Reader reader, Collected rows, Blob blob, Lane.Turn turn, SortedSet<String> held) {
        refuseIfRevoked(sent, turn);
        whole = false;
        List<byte[]> entries = new ArrayList<>();
        boolean isNew = fold.ask(mission -> mission.findSource(sent.source())) < 0;
        if (isNew && announced.add(sent.source())) {
            entries.add(EntryText.write(new Entry.SourceEntered(sent.source(), 'F', turn.receivedMs())));
        }
        long index = turn.index() + entries.size();
        entries.add(EntryText.write(submitted(sent, reader, blob, turn.receivedMs())));
        if (reader.fileClass() != 'P') {
            vault.protect(
                    sent.id(), 0, reader.fileClass(), Batch.root(sent.file()).bytes(), sent.saltBytes());
        }
        Opened opened = new Opened(index, sent.id(), turn.receivedMs(), entries);
        int expected = Math.min(rows.size(), Scribe.MANY_ROWS);
        Scribe scribe = new Scribe(sent.source(), pseudonyms, identities, vault, opened, expected);
        rows.forEach(scribe);
        scribe.finish();
        held.addAll(scribe.held());
        whole = true;
        return entries;
    }

    /// The conflict, once: whoever sends the same again is refused without another entry.
    List<byte[]> conflict(SignedSubmission sent, char fileClass, long held, Lane.Turn turn) {
        refuseIfRevoked(sent, turn);
        if (fold.hasConflict(sent.signature()) || !conflicts.add(sent.signature())) {
            return List.of();
        }
        return List.of(EntryText.write(new Entry.Conflicted(
                held, sent.source(), sent.format(), fileClass, turn.receivedMs(), sent.signed(fileClass))));
    }

    private void refuseIfRevoked(SignedSubmission sent, Lane.Turn turn) {
        Gate.refuse(fold.ask(mission -> mission.objection(sent.by(), sent.source(), turn.receivedMs())));
    }

    private static Entry submitted(SignedSubmission sent, Reader reader, Blob blob, long receivedMs) {
        Hash commitment = blob.commitment();
        return new Entry.Submitted(
                sent.id(),
                sent.source(),
                reader.name(),
                reader.version(),
                reader.fileClass(),
                blob.sha256(),
                blob.sizeBytes(),
                commitment == null ? null : commitment.base64(),
                null,
                receivedMs,
                sent.signed(reader.fileClass()));
    }

    /// How many of the entries stand before the submission's own.
    static int entriesBefore(List<byte[]> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (EntryLine.type(entries.get(i)).equals("submission")) {
                return i;
            }
        }
        throw new LedgerException("damaged", "no submission was written");
    }

    /// False once writing broke off: identities may then be known that no entry holds.
    boolean isWhole() {
        return whole;
    }

    private record Opened(long submission, String vaultName, long receivedMs, List<byte[]> entries)
            implements Scribe.Opening {
        @Override
        public void put(byte[] entry) {
            entries.add(entry);
        }
    }
}
