package truceline.station;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.audit.Difference;
import truceline.audit.Recomputation;
import truceline.audit.TreeAudit;
import truceline.audit.TreeFiles;
import truceline.intake.Refusal;
import truceline.json.JsonException;
import truceline.ledger.Checkpoint;
import truceline.ledger.EntryBundle;
import truceline.ledger.LedgerException;
import truceline.ledger.Verifier;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.Picture;
import truceline.store.FolderCheck;
import truceline.store.ReadOnlyLedger;

/// The audit of a station's folder: reads only what is under `ledger/`, needs no secret, never repairs.
public final class FolderAudit {
    private static final String FIRST_BUNDLE = "tile/entries/000";

    private FolderAudit() {}

    /// What came of an audit.
    ///
    /// @param tree what differs in the files, the tree or the signature
    /// @param recomputed what came of folding the entries again
    /// @param beyond files of a tree larger than the checkpoint's, which no signature covers yet
    /// @param picture the picture as recomputed
    /// @param origin the ledger's name, empty where there is no signed checkpoint
    /// @param keyOfRecord the log's key as the ledger's first entry states it, or null where it states none
    /// @param keyFromRecord true where that key was taken, because none was given
    public record Result(
            List<Difference> tree,
            List<String> beyond,
            Recomputation.Outcome recomputed,
            Picture picture,
            String origin,
            long size,
            String rootBase64,
            @Nullable String keyOfRecord,
            boolean keyFromRecord) {
        /// The same with other differences.
        Result with(List<Difference> differences) {
            return new Result(
                    List.copyOf(differences),
                    beyond,
                    recomputed,
                    picture,
                    origin,
                    size,
                    rootBase64,
                    keyOfRecord,
                    keyFromRecord);
        }
    }

    /// Audits a folder.
    ///
    /// @param key the log's public key (vkey), or null to take the one that the ledger's first entry names
    /// @throws Refusal where there is no ledger
    public static Result of(Path folder, @Nullable String key) {
        Path ledger = folder.resolve("ledger");
        if (!Files.isDirectory(ledger)) {
            throw new Refusal("not-found", "there is no ledger in " + folder);
        }
        return of(FolderCheck.treeFiles(ledger), key);
    }

    /// Audits the files of a ledger, wherever they are.
    static Result of(TreeFiles files, @Nullable String key) {
        String keyOfRecord = null;
        Verifier log = null;
        String fault = "";
        try {
            keyOfRecord = keyOf(files);
        } catch (LedgerException | JsonException | IndexOutOfBoundsException e) {
            fault = "key-entry: " + e.getMessage();
        }
        try {
            String text = key == null ? keyOfRecord : key;
            log = text == null ? null : Verifier.parse(text);
        } catch (LedgerException e) {
            fault = "key-entry: " + e.getMessage();
        }
        Recomputation recomputation = new Recomputation();
        TreeAudit.Result tree =
                log == null ? null : TreeAudit.run(files, log, List.of(), List.of(), recomputation::entry);
        Checkpoint checkpoint = tree == null ? null : tree.checkpoint();
        return new Result(
                tree == null ? List.of(new Difference(0, FIRST_BUNDLE, fault)) : tree.differences(),
                tree == null ? List.of() : tree.beyond(),
                recomputation.outcome(),
                recomputation.mission().picture(),
                checkpoint == null ? "" : checkpoint.origin(),
                checkpoint == null ? 0 : checkpoint.size(),
                checkpoint == null ? "" : checkpoint.root().base64(),
                keyOfRecord,
                key == null);
    }

    /// The key to check a folder by: the one given, or the one that the ledger's first entry names.
    ///
    /// @throws Refusal where there is no ledger or its first entry names no key
    public static Verifier key(Path folder, @Nullable String given) {
        Path ledger = folder.resolve("ledger");
        if (!Files.isDirectory(ledger)) {
            throw new Refusal("not-found", "there is no ledger in " + folder);
        }
        try {
            return key(FolderCheck.treeFiles(ledger), given);
        } catch (LedgerException | JsonException e) {
            throw new Refusal("damaged", "the ledger's first entry names no key: " + e.getMessage());
        }
    }

    /// The key that a ledger's first entry names, once it is found to have signed the ledger's checkpoint.
    ///
    /// @throws Refusal where the first entry names no key, or another key signed
    static Verifier signer(ReadOnlyLedger ledger) {
        try {
            Verifier log = Verifier.parse(keyOf(ledger.entry(0)));
            Checkpoint.open(ledger.note(), log);
            return log;
        } catch (LedgerException | JsonException e) {
            throw new Refusal(
                    "damaged", "the ledger is not signed by the key that its first entry names: " + e.getMessage());
        }
    }

    private static Verifier key(TreeFiles files, @Nullable String given) {
        return Verifier.parse(given == null ? keyOf(files) : given);
    }

    /// The log's key as its first entry states it. Whoever forges a whole ledger forges this too: a party that wants
    /// more
    /// gives the key it was told at the start.
    private static String keyOf(TreeFiles files) {
        for (String path : files.paths()) {
            if (path.equals(FIRST_BUNDLE) || path.startsWith(FIRST_BUNDLE + ".p/")) {
                return keyOf(EntryBundle.first(files.read().apply(path)));
            }
        }
        throw new JsonException("there is no first entry");
    }

    private static String keyOf(byte[] firstEntry) {
        if (EntryText.read(firstEntry) instanceof Entry.KeyEntered entered
                && entered.role().equals("log")) {
            return entered.key();
        }
        throw new JsonException("the first entry names no key of the log");
    }
}
