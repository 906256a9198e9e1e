package truceline.station;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.audit.Difference;
import truceline.audit.Recomputation;
import truceline.ledger.Checkpoint;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.mission.CannotCheck;
import truceline.mission.Entry;
import truceline.mission.Picture;
import truceline.mission.Snapshot;
import truceline.mission.Submission;
import truceline.store.FolderCheck;
import truceline.store.LedgerStore;
import truceline.store.ReadOnlyLedger;
import truceline.store.SnapshotFile;
import truceline.store.StationKeys;

/// Everything that can be checked in a station's folder, read only: its files as [FolderCheck] does, and beyond them
/// the history of checkpoints, every entry folded again, the received files that entries name, and the snapshot.
///
/// Differences beyond those of [FolderCheck] and [Recomputation]: `history`, `checkpoint-signature` and
/// `missing-checkpoint` of `history/`, `missing-blob`, those of [VaultCheck], `snapshot-differs`, `snapshot-damaged`. A
/// received file that two
/// persons decided to shred may be gone.
public final class DeepCheck {
    private final Path folder;
    private final List<Difference> differences = new ArrayList<>();

    private DeepCheck(Path folder) {
        this.folder = folder;
    }

    /// What was found.
    ///
    /// @param couldNotCheck entries of a newer form, with all that follow them
    public record Result(FolderCheck.Result files, long couldNotCheck, List<Difference> differences) {
        public Result {
            differences = List.copyOf(differences);
        }

        public boolean isOk() {
            return differences.isEmpty();
        }

        /// True where nothing is found damaged, and only some entries could not be read.
        public boolean cannotSay() {
            return couldNotCheck > 0
                    && differences.stream().allMatch(each -> each.what().startsWith("could-not-check"));
        }
    }

    /// Checks a folder.
    ///
    /// @param key the log's public key, or null to take the one that the first entry names
    public static Result of(Path folder, @Nullable String key) throws IOException {
        return new DeepCheck(folder).run(key);
    }

    private Result run(@Nullable String key) throws IOException {
        OlderCheckpoints history = OlderCheckpoints.NONE.with(folder);
        List<Checkpoint> older = history.open(FolderAudit.everInForce(folder, key), differences);
        Recomputation fold = new Recomputation();
        FolderCheck.Result files =
                FolderCheck.run(folder, FolderAudit.keys(folder, key), true, upTo(older), fold::entry);
        differences.addAll(0, files.differences());
        Recomputation.Outcome outcome = fold.outcome();
        differences.addAll(outcome.differences());
        if (files.size() >= 0) {
            checkNewest(older, files.size());
        }
        if (files.isOk()) {
            checkBlobs(fold.mission().picture());
            checkVault(fold.mission().picture());
            checkSnapshot();
        }
        return new Result(files, outcome.couldNotCheck(), differences);
    }

    /// Those to compare with the tree. The lock is replaced before the history: one between the published checkpoint
    /// and the lock is on its way to be published.
    private List<Checkpoint> upTo(List<Checkpoint> older) throws IOException {
        long published = size("ledger/checkpoint");
        long locked = size("lock/checkpoint");
        return older.stream()
                .filter(each -> each.size() <= published || each.size() > locked)
                .toList();
    }

    private long size(String file) throws IOException {
        try {
            byte[] note = Files.readAllBytes(folder.resolve(file));
            return Checkpoint.parse(Note.parse(note).text()).size();
        } catch (LedgerException | NoSuchFileException _) {
            return -1;
        }
    }

    /// A checkpoint is in the history before it is published, so the newest there is no older than the published one:
    /// damage of the last note looks like a torn end otherwise.
    private void checkNewest(List<Checkpoint> older, long published) throws IOException {
        boolean hasHistory = Files.isDirectory(folder.resolve("history"));
        if (hasHistory && older.stream().noneMatch(each -> each.size() >= published)) {
            differences.add(new Difference(published, "history", "missing-checkpoint"));
        }
    }

    private void checkBlobs(Picture picture) throws IOException {
        SortedSet<String> missing = new TreeSet<>();
        List<Difference> found = new ArrayList<>();
        for (Submission each : picture.submissions().values()) {
            Entry.Submitted entered = each.entered();
            checkBlob(each.index(), entered.blob(), missing, found);
            String mapping = entered.mapping();
            if (mapping != null) {
                checkBlob(each.index(), mapping, missing, found);
            }
        }
        if (!found.isEmpty()) {
            SortedSet<String> shredded = Shredder.shredded(folder, LedgerStore.openReadOnly(folder), picture);
            found.removeIf(each -> shredded.stream().anyMatch(each.file()::endsWith));
            differences.addAll(found);
        }
    }

    private void checkVault(Picture picture) throws IOException {
        ReadOnlyLedger ledger = LedgerStore.openReadOnly(folder);
        differences.addAll(VaultCheck.of(folder, ledger, picture, Shredder.shredded(folder, ledger, picture)));
    }

    private void checkBlob(long index, String name, SortedSet<String> missing, List<Difference> found) {
        String path = "blobs/" + name.substring(0, 2) + "/" + name;
        if (!Files.exists(folder.resolve(path)) && missing.add(name)) {
            found.add(new Difference(index, path, "missing-blob"));
        }
    }

    /// Only a snapshot that this program and this station could have written is judged; another is left aside by every
    /// command.
    private void checkSnapshot() throws IOException {
        String file = "state/snapshot";
        try {
            switch (SnapshotCheck.of(folder).outcome()) {
                case EQUAL -> {
                    return;
                }
                case DIFFERS -> differences.add(new Difference(-1, file, "snapshot-differs"));
                case NONE -> {
                    if (StationKeys.findIdentity(folder).isPresent() && !isAbsentOrOfOtherVersion()) {
                        differences.add(new Difference(-1, file, "snapshot-damaged"));
                    }
                }
            }
        } catch (CannotCheck _) {
            return; // the fold above named the entry
        }
    }

    private boolean isAbsentOrOfOtherVersion() throws IOException {
        Path file = SnapshotFile.in(folder);
        if (!Files.exists(file)) {
            return true;
        }
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(16);
            return head.length == 16
                    && ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong(8) != Snapshot.VERSION;
        }
    }
}
