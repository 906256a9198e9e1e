package truceline.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import truceline.audit.Difference;
import truceline.audit.TreeAudit;
import truceline.audit.TreeFiles;
import truceline.ledger.Checkpoint;
import truceline.ledger.EntryBundle;
import truceline.ledger.EntryVisitor;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Sha256;
import truceline.ledger.Tile;
import truceline.ledger.Verifier;

/// Checks a station's folder without writing to it: ledger, lock, log ahead of writing, blobs, vault.
///
/// Differences are named as [TreeAudit] names them, with paths from the station's folder, and beyond
/// those: `lock`, `wal`, `stopped` (a write failed and the station was not opened since), `history-missing`,
/// `blob-hash`, `vault`. Memory is bounded.
public final class FolderCheck {
    /// Keys of form 2 carry their class in their name.
    private static final Pattern SECOND_FORM = Pattern.compile(".*/([A-Za-z0-9_-]+(?:\\.[0-9]+)?)\\.[A-Z]\\.keys");

    private final Path station;
    private final StationFolder folder;
    private final List<Verifier> log;
    private final PosixDisk disk = new PosixDisk();
    private final List<Difference> differences = new ArrayList<>();
    private long blobs;

    private FolderCheck(Path station, List<Verifier> log) {
        this.station = station;
        this.folder = new StationFolder(station);
        this.log = log;
    }

    /// What was found.
    ///
    /// @param size entries of the published tree, -1 where there is no checkpoint to check by
    /// @param blobs blobs looked at
    /// @param beyond files in `ledger/` that the next checkpoint will cover
    public record Result(long size, long blobs, List<Difference> differences, List<String> beyond) {
        public boolean isOk() {
            return differences.isEmpty();
        }
    }

    /// Checks everything; with `deep` also the content of every blob against its name.
    public static Result run(Path stationDir, Verifier log, boolean deep) {
        return run(stationDir, List.of(log), deep);
    }

    /// Checks everything.
    ///
    /// @param log the keys that must all have signed the checkpoint
    public static Result run(Path stationDir, List<Verifier> log, boolean deep) {
        return run(stationDir, log, deep, List.of(), (index, entry) -> {});
    }

    /// Checks everything, and that the tree continues every checkpoint known from before.
    ///
    /// @param visitor is given each entry as it is read; trust them only once the result is in
    public static Result run(
            Path stationDir, List<Verifier> log, boolean deep, List<Checkpoint> older, EntryVisitor visitor) {
        FolderCheck check = new FolderCheck(stationDir, log);
        try {
            TreeAudit.Result tree =
                    TreeAudit.run(treeFiles(stationDir.resolve("ledger")), log, List.of(), older, visitor);
            for (Difference found : tree.differences()) {
                check.differences.add(new Difference(found.index(), "ledger/" + found.file(), found.what()));
            }
            Checkpoint published = tree.checkpoint();
            check.checkWriting(published == null ? -1 : published.size());
            check.checkHistory(published == null ? -1 : published.size());
            check.checkBlobs(deep);
            check.checkVault();
            return new Result(
                    published == null ? -1 : published.size(),
                    check.blobs,
                    List.copyOf(check.differences),
                    tree.beyond().stream().map(path -> "ledger/" + path).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The files of a `ledger/` folder, for [TreeAudit]. Read beside a writer, a partial tile that has
    /// just given way to
    /// its full one is taken from there.
    public static TreeFiles treeFiles(Path ledger) {
        try {
            byte[] checkpoint = Files.exists(ledger.resolve("checkpoint"))
                    ? Files.readAllBytes(ledger.resolve("checkpoint"))
                    : new byte[0];
            List<String> paths = regularFiles(ledger, "");
            LedgerFiles tiles = new LedgerFiles(new PosixDisk(), ledger);
            return new TreeFiles(paths, path -> path.equals("checkpoint") ? checkpoint : readTile(ledger, path, tiles));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] readTile(Path ledger, String path, LedgerFiles tiles) {
        try {
            return Files.readAllBytes(ledger.resolve(path));
        } catch (NoSuchFileException _) {
            Tile tile = Tile.parse(path);
            return tile.level() == Tile.ENTRIES ? EntryBundle.encode(tiles.entries(tile)) : tiles.hashes(tile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Paths below a folder; what is neither file nor folder (a link, say) is listed too and will not be a
    /// tile.
    private static List<String> regularFiles(Path root, String except) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                            ? root.relativize(path).toString().replace('\\', '/')
                            : "not a file: " + root.relativize(path))
                    .filter(path -> except.isEmpty() || !path.startsWith(except))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void differs(String file, String what) {
        differences.add(new Difference(-1, file, what));
    }

    private void checkWriting(long published) throws IOException {
        if (Files.exists(folder.stoppedMarker())) {
            differs("wal/stopped", "stopped");
        }
        long locked;
        try {
            locked = Checkpoint.open(Note.parse(Files.readAllBytes(folder.lockedCheckpoint())), log)
                    .size();
        } catch (LedgerException | NoSuchFileException _) {
            differs("lock/checkpoint", "lock");
            return;
        }
        if (locked < published) {
            differs("lock/checkpoint", "lock");
        }
        try {
            new WalScan(disk, folder).scan(locked);
        } catch (LedgerException | IOException e) {
            differs("wal", "wal: " + e.getMessage());
        }
    }

    private void checkHistory(long published) throws IOException {
        if (published > 0) {
            CheckpointHistory.findMissing(disk, folder).ifPresent(file -> differs(file, "history-missing"));
        }
    }

    private void checkBlobs(boolean deep) throws IOException {
        Path root = station.resolve("blobs");
        for (String path : regularFiles(root, "spool/")) {
            blobs++;
            if (!path.matches("([0-9a-f]{2})/\\1[0-9a-f]{62}")) {
                differs("blobs/" + path, "unexpected-file");
            } else if (deep && !sha256(root.resolve(path)).equals(path.substring(3))) {
                differs("blobs/" + path, "blob-hash");
            }
        }
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Every key record of the vault must point into its data file. Whether the text fits its commitment
    /// only the holder of the key can say.
    private void checkVault() throws IOException {
        Path root = station.resolve("vault").resolve("rows");
        for (String path : regularFiles(root, "")) {
            if (path.endsWith(".keys")) {
                Path data = root.resolve(path.substring(0, path.length() - 5) + ".data");
                long length = Files.exists(data) ? Files.size(data) : 0;
                if (!arePlacesWithin(path, Files.readAllBytes(root.resolve(path)), length)) {
                    differs("vault/rows/" + path, "vault");
                }
            } else if (!path.endsWith(".data")) {
                differs("vault/rows/" + path, "unexpected-file");
            }
        }
    }

    private static boolean arePlacesWithin(String path, byte[] keys, long length) {
        Matcher second = SECOND_FORM.matcher(path);
        if (second.matches()) {
            try {
                return KeyRecords.isCut(keys)
                        || KeyRecords.read(second.group(1), keys).places(keys).stream()
                                .allMatch(place -> isWithin(place.offset(), place.length(), length));
            } catch (LedgerException _) {
                return false;
            }
        }
        boolean whole = keys.length % FirstVault.RECORD_BYTES == 0;
        ByteBuffer records = ByteBuffer.wrap(keys);
        for (int at = 0; whole && at < keys.length; at += FirstVault.RECORD_BYTES) {
            whole = isWithin(records.getLong(at + 8), records.getInt(at + 16), length);
        }
        return whole;
    }

    private static boolean isWithin(long offset, int size, long length) {
        return offset >= 0 && size >= 0 && offset <= length - size;
    }
}
