package truceline.station;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import truceline.finding.Release;
import truceline.intake.Refusal;
import truceline.ledger.LedgerException;
import truceline.ledger.Tile;
import truceline.ledger.Verifier;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.Mission;
import truceline.mission.Picture;
import truceline.store.AudienceSecret;
import truceline.store.BlobStore;
import truceline.store.BundleWriter;
import truceline.store.LedgerStore;
import truceline.store.ReadOnlyLedger;

/// Writes what a stranger needs to audit a station on a laptop into one zip file: the sealed part of the
/// ledger, the public key, and public files; with a decision to hand out a class also the protected texts of that
/// class.
///
/// Same checkpoint, same bytes. Only what this class names enters: no folder is copied, so nothing secret or
/// protected can come along. Takes no lock, and for class P needs no key. Format: `spec/bundle.md`.
public final class BundleExport {
    static final String README = "README.txt";
    static final String KEY = "keys/log.vkey";
    static final String POLICY = "policy.txt";
    static final String BLOBS = "blobs/";
    static final String LEDGER = "ledger/";

    private final Path folder;
    private final ReadOnlyLedger ledger;
    private final Verifier log;

    private BundleExport(Path folder, ReadOnlyLedger ledger, Verifier log) {
        this.folder = folder;
        this.ledger = ledger;
        this.log = log;
    }

    /// What was written.
    ///
    /// @param entries entries under the checkpoint
    /// @param blobs received files in the bundle
    /// @param missing public files that entries name and the station's folder does not hold
    /// @param opened protected items that were handed out, opened
    /// @param withheld items of the class that could not be: redacted, or not for the keys at hand
    public record Result(
            long entries, String rootBase64, String key, long blobs, long missing, long opened, long withheld) {}

    /// Exports a station with nothing but the station's own key.
    public static Result write(Path folder, Path file, String letter) throws IOException {
        return write(folder, file, letter, null);
    }

    /// Exports a station.
    ///
    /// @param file the bundle, which must not exist
    /// @param letter the release class: `P`, or `S`, `C` or `M` where two persons decided to hand it out
    /// @param audience opens what is not for the station's own key, or null
    /// @throws Refusal where the file exists, nobody decided, or the ledger is not signed as it says
    public static Result write(Path folder, Path file, String letter, @Nullable AudienceSecret audience)
            throws IOException {
        if (Files.exists(file)) {
            throw exists(file);
        }
        Path home = file.toAbsolutePath().getParent();
        if (home == null || !Files.isDirectory(home)) {
            throw new Refusal("not-found", "there is no folder " + home + " to write the bundle into");
        }
        ReadOnlyLedger ledger = LedgerStore.openReadOnly(folder);
        BundleExport export = new BundleExport(
                folder, ledger, FolderAudit.signers(ledger).known().getFirst());
        Picture picture = letter.equals("P") ? null : picture(ledger);
        Release release = picture == null ? null : OpenedItems.release(picture, letter);
        Path part =
                home.resolve(file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Result result = export.write(part, picture, release, audience);
            Files.move(part, file);
            return result;
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// The newest policy of witnesses in the record, or null.
    private @Nullable String policy() {
        AtomicReference<@Nullable String> newest = new AtomicReference<>();
        ledger.forEach(0, ledger.size(), (index, bytes) -> {
            if (EntryLine.type(bytes).equals("policy")
                    && EntryText.read(bytes) instanceof Entry.PolicyEntered entered) {
                newest.set(entered.text());
            }
        });
        return newest.get();
    }

    private static Refusal exists(Path file) {
        return new Refusal("exists", file + " exists already: give the bundle another name");
    }

    private static Picture picture(ReadOnlyLedger ledger) {
        Mission mission = new Mission();
        ledger.forEach(0, ledger.size(), mission::apply);
        return mission.picture();
    }

    private Result write(
            Path part, @Nullable Picture picture, @Nullable Release release, @Nullable AudienceSecret audience)
            throws IOException {
        SortedSet<String> named = publicBlobs(ledger);
        SortedSet<String> held = new TreeSet<>(named);
        held.removeIf(sha256 -> !Files.isRegularFile(folder.resolve(blobName(sha256))));
        OpenedItems.Result opened = new OpenedItems.Result(0, 0);
        try (BundleWriter out = BundleWriter.create(part)) {
            out.put(README, text(readme(release)));
            for (String sha256 : held) {
                out.put(blobName(sha256), () -> BlobStore.openPublic(folder, sha256), sha256);
            }
            out.put(KEY, text(log.text() + "\n"));
            String policy = policy();
            if (policy != null) {
                out.put(POLICY, text(policy));
            }
            out.put(LEDGER + "checkpoint", ledger.note().encode());
            for (String path : tilePaths(ledger.size())) {
                Tile tile = Tile.parse(path);
                out.put(LEDGER + path, tile.level() == Tile.ENTRIES ? ledger.entries(tile) : ledger.hashes(tile));
            }
            if (picture != null && release != null) {
                opened = OpenedItems.write(folder, ledger, picture, release, audience, out);
            }
            out.put(Settings.FILE, text(settings(ledger.checkpoint().origin(), isDemo(folder))));
            out.finish();
        }
        String root = ledger.checkpoint().root().base64();
        return new Result(
                ledger.size(),
                root,
                log.text(),
                held.size(),
                named.size() - held.size(),
                opened.opened(),
                opened.withheld());
    }

    /// Hashes of the files that came as class P, as they came.
    private static SortedSet<String> publicBlobs(ReadOnlyLedger ledger) {
        SortedSet<String> blobs = new TreeSet<>();
        ledger.forEach(0, ledger.size(), (index, bytes) -> {
            if (EntryLine.type(bytes).equals("submission")
                    && EntryText.read(bytes) instanceof Entry.Submitted submitted
                    && isPublic(submitted)) {
                blobs.add(submitted.blob());
            }
        });
        return blobs;
    }

    static boolean isPublic(Entry.Submitted submitted) {
        return submitted.fileClass() == 'P' && submitted.commitment() == null;
    }

    static String blobName(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new LedgerException("damaged", "an entry names a file by '" + sha256 + "', which is no SHA-256");
        }
        return BLOBS + sha256.substring(0, 2) + "/" + sha256;
    }

    /// The tiles of a tree of that size, each at the one width that the size gives it.
    private static SortedSet<String> tilePaths(long size) {
        SortedSet<String> paths = new TreeSet<>();
        for (int level = Tile.ENTRIES; level <= 7; level++) {
            long hashes = Tile.countAt(level, size);
            for (long index = 0; index * Tile.WIDTH < hashes; index++) {
                paths.add(Tile.of(level, index, size).path());
            }
        }
        return paths;
    }

    /// A ledger without settings, as a mirror holds one, is nobody's demonstration.
    private static boolean isDemo(Path folder) throws IOException {
        return Files.exists(folder.resolve(Settings.FILE))
                && Settings.read(folder).isDemo();
    }

    static String settings(String origin, boolean isDemo) {
        return "# What this Truceline station says of its settings.\norigin: " + origin + "\n"
                + (isDemo ? "demo: true\n" : "");
    }

    private static String handedOut(@Nullable Release release) {
        return release == null ? """
                P: files that were public when they came. All other files are withheld; the
                          entries that follow from them are here and are checked.""" : """
                %s, handed out to %s by the decision at entry %d: beside public files, in
                          opened/, protected texts of that class and those below it that were entered
                          before, each with its salt. All other files and texts are withheld; the
                          entries that follow from them are here and are checked.""".formatted(release.classLetter(), release.to(), release.decided());
    }

    private String readme(@Nullable Release release) {
        return """
                The record of %s, as a Truceline bundle for audit.

                entries   %d
                root      %s
                log key   %s
                release   %s

                To check it, offline:
                    truceline audit THIS-FILE.zip --key VKEY
                with the key as the station's people told it to you. Whoever forges a record forges this
                text and the key in it as well.
                Without Truceline: unpack it; ledger/ is a C2SP tlog-tiles log, keys/log.vkey its
                signed-note key, and each file under blobs/ is named by its SHA-256.
                """.formatted(
                        ledger.checkpoint().origin(),
                        ledger.size(),
                        ledger.checkpoint().root().base64(),
                        log.text(),
                        handedOut(release));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
