package truceline.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    public static Result of(Path folder, @Nullable String key) throws IOException {
        Path ledger = folder.resolve("ledger");
        if (!Files.isDirectory(ledger)) {
            throw new Refusal("not-found", "there is no ledger in " + folder);
        }
        TreeFiles files = new TreeFiles(paths(ledger), path -> read(ledger.resolve(path)));
        Recomputation recomputation = new Recomputation();
        Verifier log;
        try {
            log = Verifier.parse(key == null ? keyOf(files) : key);
        } catch (LedgerException | JsonException | IndexOutOfBoundsException e) {
            Difference difference = new Difference(0, FIRST_BUNDLE, "key-entry: " + e.getMessage());
            return result(List.of(difference), recomputation, null, key == null);
        }
        TreeAudit.Result tree = TreeAudit.run(files, log, List.of(), List.of(), recomputation::entry);
        return result(tree.differences(), recomputation, tree.checkpoint(), key == null);
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

    /// The log's key as its first entry states it. Whoever forges a whole ledger forges this too: a party that wants more
    /// gives the key it was told at the start.
    private static String keyOf(TreeFiles files) {
        for (String path : files.paths()) {
            if (path.equals(FIRST_BUNDLE) || path.startsWith(FIRST_BUNDLE + ".p/")) {
                byte[] first = EntryBundle.first(files.read().apply(path));
                if (EntryText.read(first) instanceof Entry.KeyEntered entered && entered.role().equals("log")) {
                    return entered.key();
                }
            }
        }
        throw new JsonException("the first entry names no key of the log");
    }

    private static List<String> paths(Path ledger) throws IOException {
        List<String> paths = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(ledger)) {
            walk.filter(path -> !Files.isDirectory(path))
                    .forEach(path -> paths.add(ledger.relativize(path).toString()));
        }
        paths.sort(null);
        return paths;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
