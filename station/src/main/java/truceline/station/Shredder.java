package truceline.station;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import truceline.finding.Redaction;
import truceline.intake.Refusal;
import truceline.ledger.LedgerException;
import truceline.mission.CannotCheck;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.Picture;
import truceline.mission.Submission;
import truceline.store.Blob;
import truceline.store.BlobStore;
import truceline.store.KeySweep;
import truceline.store.ReadOnlyLedger;
import truceline.store.Vault;

/// Carries out what two persons decided to shred: keys, salts and ciphertext of the item, and the keys of the
/// received
/// files that hold the same text. Decides nothing, and may be stopped anywhere: what is not done is pending
/// and is done
/// at the next start. Format: `spec/redaction.md`.
public final class Shredder {
    private final Path folder;
    private final LongFunction<byte[]> entries;
    private final Vault vault;
    private final BlobStore blobs;

    Shredder(Path folder, LongFunction<byte[]> entries, Vault vault, BlobStore blobs) {
        this.folder = folder;
        this.entries = entries;
        this.vault = vault;
        this.blobs = blobs;
    }

    /// What was done for one decision.
    ///
    /// @param keys wrapped keys of the item that were there
    /// @param files submissions whose received file cannot be opened any more because it held the same text
    /// @param copies further copies of those keys that were found in the folder
    public record Shredded(Redaction redaction, int keys, List<Long> files, int copies) {
        public Shredded {
            files = List.copyOf(files);
        }
    }

    /// Decisions that are not carried out in a folder; reads only. None where the record cannot be read: a
    /// check of it
    /// says so.
    public static List<Redaction> pending(Path folder) throws IOException {
        try {
            ReadOnlyStation station = ReadOnlyStation.open(folder, new At.Now());
            return pending(folder, station.ledger(), station.picture());
        } catch (CannotCheck | LedgerException | Refusal _) {
            return List.of();
        }
    }

    /// Decisions that are not carried out in a folder; reads only.
    public static List<Redaction> pending(Path folder, ReadOnlyLedger ledger, Picture picture) throws IOException {
        byte[] noKey = new byte[32];
        try (Vault vault = new Vault(folder, noKey)) {
            return new Shredder(folder, ledger::entry, vault, new BlobStore(folder, noKey)).pending(picture);
        }
    }

    /// The received files that were decided to be shredded, by name; reads only.
    static SortedSet<String> shredded(Path folder, ReadOnlyLedger ledger, Picture picture) throws IOException {
        byte[] noKey = new byte[32];
        SortedSet<String> names = new TreeSet<>();
        try (Vault vault = new Vault(folder, noKey)) {
            Shredder shredder = new Shredder(folder, ledger::entry, vault, new BlobStore(folder, noKey));
            for (Redaction each : picture.docket().redactions()) {
                for (Blob blob :
                        shredder.files(picture, shredder.find(picture, each)).values()) {
                    names.add(blob.sha256());
                }
            }
        }
        return names;
    }

    /// The received files, submissions and statements that the record names: whatever bears another name in
    /// `blobs/` or
    /// `vault/` belongs to nothing. Reads only.
    static SortedSet<String> named(Path folder, ReadOnlyLedger ledger, Picture picture) {
        byte[] noKey = new byte[32];
        try (Vault vault = new Vault(folder, noKey)) {
            Shredder shredder = new Shredder(folder, ledger::entry, vault, new BlobStore(folder, noKey));
            SortedSet<String> names = shredder.files(picture);
            names.addAll(shredder.owners(picture));
            return names;
        }
    }

    List<Redaction> pending(Picture picture) throws IOException {
        List<Redaction> pending = new ArrayList<>();
        for (Redaction each : picture.docket().redactions()) {
            ProtectedItem item = find(picture, each);
            boolean isOpen = !item.vaultName().isEmpty()
                    && !vault.wraps(item.vaultName(), item.row(), item.classLetter())
                            .isEmpty();
            for (Blob blob : files(picture, item).values()) {
                isOpen |= !blobs.isErased(blob.sha256());
            }
            if (isOpen) {
                pending.add(each);
            }
        }
        return pending;
    }

    /// Carries out what is pending, and with `thorough` looks once more after everything decided before.
    List<Shredded> run(Picture picture, boolean thorough) throws IOException {
        List<Redaction> due = thorough ? picture.docket().redactions() : pending(picture);
        List<Shredded> done = new ArrayList<>();
        for (Redaction each : due) {
            done.add(shred(picture, each));
        }
        if (!due.isEmpty()) {
            removeUnnamed(picture);
        }
        return done;
    }

    /// Copies go first and the keys themselves last, so that a decision stays pending until nothing is left
    /// to do.
    private Shredded shred(Picture picture, Redaction redaction) throws IOException {
        ProtectedItem item = find(picture, redaction);
        SortedMap<Long, Blob> files = files(picture, item);
        List<byte[]> wraps = new ArrayList<>();
        if (!item.vaultName().isEmpty()) {
            wraps.addAll(vault.wraps(item.vaultName(), item.row(), item.classLetter()));
        }
        int keys = wraps.size();
        for (Blob blob : files.values()) {
            wraps.addAll(blobs.wraps(blob.sha256()));
        }
        for (long submission : files.keySet()) {
            wraps.addAll(signedFile(picture, submission));
        }
        int copies = KeySweep.erase(folder, wraps);
        for (Blob blob : files.values()) {
            blobs.erase(blob.sha256());
        }
        if (!item.vaultName().isEmpty()) {
            vault.erase(item.vaultName(), item.row(), item.classLetter());
        }
        return new Shredded(redaction, keys, List.copyOf(files.keySet()), copies);
    }

    /// Takes away what the signer of a file committed to, by which guesses of the file could be tested;
    /// returns the
    /// wrapped keys of it.
    private List<byte[]> signedFile(Picture picture, long submission) {
        Submission held = picture.submissions().get(submission);
        if (held == null) {
            return List.of();
        }
        Entry.Submitted entered = held.entered();
        List<byte[]> wraps = List.copyOf(vault.wraps(entered.id(), 0, entered.fileClass()));
        vault.erase(entered.id(), 0, entered.fileClass());
        return wraps;
    }

    private ProtectedItem find(Picture picture, Redaction redaction) {
        ProtectedItem item = ProtectedItem.find(entries, picture, redaction.item(), redaction.classLetter());
        if (item == null) {
            throw new IllegalStateException("what was decided at " + redaction.decided() + " is about nothing");
        }
        return item;
    }

    /// The received files in which the item's text stands: its own, and of the same source those that repeat
    /// the row or
    /// of which nobody noted what they repeat.
    private SortedMap<Long, Blob> files(Picture picture, ProtectedItem item) throws IOException {
        SortedMap<Long, Blob> files = new TreeMap<>();
        Blob own = item.blob();
        if (own != null) {
            files.put(item.submission(), own);
        }
        if (!item.identity().isEmpty()) {
            for (Submission other : picture.submissions().values()) {
                Entry.Submitted entered = other.entered();
                boolean mayHoldProtected = entered.fileClass() != 'P' || entered.mapping() != null;
                if (entered.source().equals(item.source())
                        && mayHoldProtected
                        && blobs.mayHold(entered.blob(), item.identity())
                        && other.index() != item.submission()) {
                    files.put(other.index(), ProtectedItem.blob(other));
                }
            }
        }
        return files;
    }

    /// What a crash left that no entry names could hold the same text.
    private void removeUnnamed(Picture picture) throws IOException {
        blobs.removeUnnamed(files(picture));
        vault.removeUnnamed(owners(picture));
    }

    private SortedSet<String> files(Picture picture) {
        SortedSet<String> named = new TreeSet<>();
        for (Submission each : picture.submissions().values()) {
            named.add(each.entered().blob());
            String mapping = each.entered().mapping();
            if (mapping != null) {
                named.add(mapping);
            }
        }
        return named;
    }

    /// Submissions and statements, to which what is in the vault belongs.
    private SortedSet<String> owners(Picture picture) {
        SortedSet<String> kept = new TreeSet<>(statements(picture));
        picture.submissions().values().forEach(each -> kept.add(each.entered().id()));
        return kept;
    }

    private List<String> statements(Picture picture) {
        List<String> ids = new ArrayList<>();
        picture.docket().stated().forEach(stated -> {
            if (stated.act().protectedPart() != null
                    && EntryText.read(entries.apply(stated.index())) instanceof Entry.Stated entered) {
                ids.add(entered.id());
            }
        });
        return ids;
    }
}
