package truceline.station;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.audit.Difference;
import truceline.audit.TreeFiles;
import truceline.intake.Refusal;
import truceline.ledger.LedgerException;
import truceline.ledger.Verifier;
import truceline.mission.Submission;
import truceline.store.BundleReader;

/// The audit of a bundle: as [FolderAudit], and beyond it every other file of the bundle.
///
/// Reads the zip file where it lies and unpacks nothing. Differences beyond those of the tree: `crc` (bytes are not
/// those the zip file tells of), `blob-hash`, `key` (not the one the first entry names), `origin`, `missing-file`,
/// `unexpected-file`.
public final class BundleAudit {
    private final BundleReader bundle;
    private final OlderCheckpoints older;
    private final List<Difference> differences = new ArrayList<>();
    private final SortedMap<String, String> blobs = new TreeMap<>();

    private BundleAudit(BundleReader bundle, OlderCheckpoints older) {
        this.older = older;
        this.bundle = bundle;
    }

    /// What came of the audit of a bundle.
    ///
    /// @param ledger as of a folder, with the differences of all files
    /// @param withheld submissions whose entries are verified and whose file is not in the bundle
    /// @param key the key that was checked by, as text; empty where none could be read
    /// @param opened protected items in the bundle, each found to be what the record commits to
    public record Result(FolderAudit.Result ledger, long withheld, String key, long opened) {}

    /// Audits a bundle.
    ///
    /// @param key the log's public key (vkey), or null to take the one in the bundle
    /// @throws Refusal where it is no bundle: no zip file, a name that leads elsewhere, or sizes beyond measure
    public static Result of(Path file, @Nullable String key) throws IOException {
        return of(file, key, OlderCheckpoints.NONE);
    }

    /// Audits a bundle that must continue checkpoints that a reader kept.
    public static Result of(Path file, @Nullable String key, OlderCheckpoints older) throws IOException {
        try (BundleReader bundle = BundleReader.open(file, BundleExport.BLOBS)) {
            return new BundleAudit(bundle, older).audit(key);
        } catch (LedgerException e) {
            if (e.code().equals("malformed")) {
                throw new Refusal("no-bundle", file + " is no bundle: " + e.getMessage());
            }
            throw e;
        }
    }

    private Result audit(@Nullable String given) {
        if (bundle.names().stream().noneMatch(name -> name.startsWith(BundleExport.LEDGER))) {
            throw new LedgerException("malformed", "it holds no ledger");
        }
        checkFiles();
        String inside = keyInside();
        TreeFiles ledger = new TreeFiles(
                bundle.names().stream()
                        .filter(name -> name.startsWith(BundleExport.LEDGER))
                        .map(name -> name.substring(BundleExport.LEDGER.length()))
                        .toList(),
                path -> bundle.read(BundleExport.LEDGER + path));
        String key = given == null ? inside : given;
        FolderAudit.Result tree = FolderAudit.of(ledger, key, older);
        tree.beyond().forEach(path -> differs(BundleExport.LEDGER + path, "unexpected-file"));
        if (inside != null && tree.keyOfRecord() != null && !inside.equals(tree.keyOfRecord())) {
            differs(BundleExport.KEY, "key");
        }
        checkSettings(tree.origin());
        String policy = tree.picture().policy();
        boolean said = bundle.has(BundleExport.POLICY);
        if (said != (policy != null) || said && !text(BundleExport.POLICY).equals(policy)) {
            differs(BundleExport.POLICY, "policy");
        }
        boolean whole = tree.tree().isEmpty() && tree.recomputed().couldNotCheck() == 0;
        long withheld = matchBlobs(tree, whole);
        List<Difference> all = new ArrayList<>(tree.tree());
        all.addAll(differences);
        OpenedAudit.Result opened = OpenedAudit.of(bundle, tree.picture());
        all.addAll(opened.differences());
        String used = key == null ? tree.keyOfRecord() : key;
        return new Result(tree.with(all), withheld, used == null ? "" : used, opened.verified());
    }

    private void differs(String file, String what) {
        differences.add(new Difference(-1, file, what));
    }

    private void checkFiles() {
        for (String name : bundle.names()) {
            String sha256 = bundle.sha256(name);
            if (sha256.isEmpty()) {
                differs(name, "crc");
            }
            if (name.matches("blobs/([0-9a-f]{2})/\\1[0-9a-f]{62}")) {
                String said = name.substring(name.lastIndexOf('/') + 1);
                blobs.put(said, name);
                if (!sha256.isEmpty() && !sha256.equals(said)) {
                    differs(name, "blob-hash");
                }
            } else if (!name.startsWith(BundleExport.LEDGER)
                    && !name.matches(OpenedItems.FOLDER + "[0-9]{6}\\.jsonl")
                    && !List.of(BundleExport.README, BundleExport.KEY, BundleExport.POLICY, Settings.FILE)
                            .contains(name)) {
                differs(name, "unexpected-file");
            }
        }
        for (String name : List.of(BundleExport.README, BundleExport.KEY, Settings.FILE)) {
            if (!bundle.has(name)) {
                differs(name, "missing-file");
            }
        }
    }

    /// The key in the bundle, or null where there is none that can be read.
    private @Nullable String keyInside() {
        if (!bundle.has(BundleExport.KEY)) {
            return null;
        }
        try {
            return Verifier.parse(text(BundleExport.KEY).stripTrailing()).text();
        } catch (LedgerException _) {
            differs(BundleExport.KEY, "key");
            return null;
        }
    }

    private void checkSettings(String origin) {
        if (bundle.has(Settings.FILE) && !origin.isEmpty()) {
            List<String> said = text(Settings.FILE)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            if (!said.contains("origin: " + origin)) {
                differs(Settings.FILE, "origin");
            }
        }
    }

    /// Counts the submissions whose file is withheld; a file that no public submission names does not belong here.
    private long matchBlobs(FolderAudit.Result tree, boolean whole) {
        long withheld = 0;
        SortedMap<String, String> unnamed = new TreeMap<>(blobs);
        for (Submission submission : tree.picture().submissions().values()) {
            String sha256 = submission.entered().blob();
            if (BundleExport.isPublic(submission.entered())) {
                unnamed.remove(sha256);
            }
            withheld += blobs.containsKey(sha256) ? 0 : 1;
        }
        if (whole) {
            unnamed.values().forEach(name -> differs(name, "unexpected-file"));
        }
        return withheld;
    }

    private String text(String name) {
        return new String(bundle.read(name), StandardCharsets.UTF_8);
    }
}
