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

/// The audit of a station's folder: reads only what is under `ledger/`, needs no secret, never repairs.
public final class FolderAudit {
    private static final String FIRST_BUNDLE = "tile/entries/000";

    private FolderAudit() {}

    /// What came of an audit.
    ///
    /// @param tree what differs in the files, the tree or the signature
    /// @param recomputed what came of folding the entries again
    /// @param picture the picture as recomputed
    /// @param keyFromRecord true where the key was taken from the ledger's own first entry, because none was given
    public record Result(
            List<Difference> tree,
            Recomputation.Outcome recomputed,
            Picture picture,
            long size,
            String rootBase64,
            boolean keyFromRecord) {}

    /// Audits a folder.
    ///
    /// @param key the log's public key (vkey), or null to take the one that the ledger's first entry names
    /// @throws Refusal where there is no ledger
    public static Result of(Path folder, @Nullable String key) {
        Path ledger = folder.resolve("ledger");
        if (!Files.isDirectory(ledger)) {
            throw new Refusal("not-found", "there is no ledger in " + folder);
        }
        TreeFiles files = FolderCheck.treeFiles(ledger);
        Recomputation recomputation = new Recomputation();
        Verifier log;
        try {
            log = key(files, key);
        } catch (LedgerException | JsonException | IndexOutOfBoundsException e) {
            Difference difference = new Difference(0, FIRST_BUNDLE, "key-entry: " + e.getMessage());
            return result(List.of(difference), recomputation, null, key == null);
        }
        TreeAudit.Result tree = TreeAudit.run(files, log, List.of(), List.of(), recomputation::entry);
        return result(tree.differences(), recomputation, tree.checkpoint(), key == null);
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

    private static Verifier key(TreeFiles files, @Nullable String given) {
        return Verifier.parse(given == null ? keyOf(files) : given);
    }

    private static Result result(
            List<Difference> tree,
            Recomputation recomputation,
            @Nullable Checkpoint checkpoint,
            boolean keyFromRecord) {
        return new Result(
                tree,
                recomputation.outcome(),
                recomputation.mission().picture(),
                checkpoint == null ? 0 : checkpoint.size(),
                checkpoint == null ? "" : checkpoint.root().base64(),
                keyFromRecord);
    }

    /// The log's key as its first entry states it. Whoever forges a whole ledger forges this too: a party that wants
    /// more
    /// gives the key it was told at the start.
    private static String keyOf(TreeFiles files) {
        for (String path : files.paths()) {
            if (path.equals(FIRST_BUNDLE) || path.startsWith(FIRST_BUNDLE + ".p/")) {
                byte[] first = EntryBundle.first(files.read().apply(path));
                if (EntryText.read(first) instanceof Entry.KeyEntered entered
                        && entered.role().equals("log")) {
                    return entered.key();
                }
            }
        }
        throw new JsonException("the first entry names no key of the log");
    }
}
