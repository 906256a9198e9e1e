package truceline.station;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import truceline.audit.Difference;
import truceline.audit.LogKeyChain;
import truceline.audit.Recomputation;
import truceline.audit.TreeAudit;
import truceline.audit.TreeFiles;
import truceline.intake.Refusal;
import truceline.json.JsonException;
import truceline.ledger.Checkpoint;
import truceline.ledger.EntryBundle;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
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
    /// @param note the signed checkpoint, or null where there is none
    public record Result(
            List<Difference> tree,
            List<String> beyond,
            Recomputation.Outcome recomputed,
            Picture picture,
            String origin,
            long size,
            String rootBase64,
            @Nullable String keyOfRecord,
            boolean keyFromRecord,
            @Nullable Note note) {
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
                    keyFromRecord,
                    note);
        }
    }

    /// Audits a folder.
    ///
    /// @param key the log's public key (vkey), or null to take the one that the ledger's first entry names
    /// @throws Refusal where there is no ledger
    public static Result of(Path folder, @Nullable String key) {
        return of(folder, key, OlderCheckpoints.NONE);
    }

    /// Audits a folder that must continue every checkpoint in its own history, and those that a reader kept.
    public static Result of(Path folder, @Nullable String key, OlderCheckpoints older) {
        Path ledger = folder.resolve("ledger");
        if (!Files.isDirectory(ledger)) {
            throw new Refusal("not-found", "there is no ledger in " + folder);
        }
        return of(FolderCheck.treeFiles(ledger), key, older.with(folder));
    }

    /// Audits a ledger at an address: as a folder, without the files of the station that are not published.
    ///
    /// @throws Refusal where the address is none, or no ledger is there
    public static Result ofAddress(String address, @Nullable String key, OlderCheckpoints older) {
        return of(RemoteLedger.files(address), key, older);
    }

    /// Audits the files of a ledger, wherever they are.
    static Result of(TreeFiles files, @Nullable String key, OlderCheckpoints older) {
        String keyOfRecord = null;
        List<Verifier> log = null;
        List<Verifier> everInForce = List.of();
        String fault = "";
        try {
            keyOfRecord = keyOf(files);
        } catch (LedgerException | JsonException | IndexOutOfBoundsException e) {
            fault = "key-entry: " + e.getMessage();
        }
        try {
            String text = key == null ? keyOfRecord : key;
            if (text != null) {
                LogKeyChain chain = LogKeyChain.read(files);
                boolean isOfChain = chain.find(text) != null;
                log = isOfChain ? chain.inForce() : List.of(Verifier.parse(text));
                everInForce = isOfChain ? chain.known() : log;
            }
        } catch (LedgerException e) {
            fault = "key-entry: " + e.getMessage();
        }
        Recomputation recomputation = new Recomputation();
        List<Difference> differences = new ArrayList<>();
        TreeAudit.Result tree = log == null
                ? null
                : TreeAudit.run(files, log, List.of(), older.open(everInForce, differences), recomputation::entry);
        if (tree == null) {
            differences.add(new Difference(0, FIRST_BUNDLE, fault));
        } else {
            differences.addAll(tree.differences());
        }
        Checkpoint checkpoint = tree == null ? null : tree.checkpoint();
        return new Result(
                List.copyOf(differences),
                tree == null ? List.of() : tree.beyond(),
                recomputation.outcome(),
                recomputation.mission().picture(),
                checkpoint == null ? "" : checkpoint.origin(),
                checkpoint == null ? 0 : checkpoint.size(),
                checkpoint == null ? "" : checkpoint.root().base64(),
                keyOfRecord,
                key == null,
                checkpoint == null ? null : Note.parse(files.read().apply("checkpoint")));
    }

    /// The keys to check a folder by: those in force, where the key given, or else the one that the
    /// ledger's first entry names, is one that the log has or had; otherwise that key.
    ///
    /// @throws Refusal where there is no ledger or its first entry names no key
    public static List<Verifier> keys(Path folder, @Nullable String given) {
        return keys(folder, given, LogKeyChain::inForce);
    }

    /// The same with those that were retired: one of them signed every checkpoint there ever was.
    ///
    /// @throws Refusal as the other
    public static List<Verifier> everInForce(Path folder, @Nullable String given) {
        return keys(folder, given, LogKeyChain::known);
    }

    private static List<Verifier> keys(
            Path folder, @Nullable String given, Function<LogKeyChain, List<Verifier>> keysOf) {
        Path ledger = folder.resolve("ledger");
        if (!Files.isDirectory(ledger)) {
            throw new Refusal("not-found", "there is no ledger in " + folder);
        }
        try {
            TreeFiles files = FolderCheck.treeFiles(ledger);
            String key = given == null ? keyOf(files) : given;
            LogKeyChain chain = LogKeyChain.read(files);
            return chain.find(key) == null ? List.of(Verifier.parse(key)) : keysOf.apply(chain);
        } catch (LedgerException | JsonException e) {
            throw new Refusal("damaged", "the ledger's first entry names no key: " + e.getMessage());
        }
    }

    /// The log's keys as a ledger's entries hand them over, once those in force are found to have signed
    /// its checkpoint.
    ///
    /// @throws Refusal where the first entry names no key, or other keys signed
    static LogKeyChain signers(ReadOnlyLedger ledger) {
        LogKeyChain chain = new LogKeyChain();
        ledger.forEach(0, ledger.size(), (index, entry) -> chain.add(entry));
        return signers(ledger, chain);
    }

    /// As the other, where the entries of keys are known from the fold.
    static LogKeyChain signers(ReadOnlyLedger ledger, LogKeyChain chain) {
        try {
            if (chain.known().isEmpty()) {
                throw new LedgerException("malformed", "no entry names a key");
            }
            chain.open(ledger.note());
            return chain;
        } catch (LedgerException e) {
            throw new Refusal(
                    "damaged", "the ledger is not signed by the keys that its entries name: " + e.getMessage());
        }
    }

    /// The log's key as its first entry states it. Whoever forges a whole ledger forges this too: a party
    /// that wants more
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
