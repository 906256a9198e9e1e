package truceline.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import truceline.audit.Difference;
import truceline.audit.TreeAudit;
import truceline.ledger.Checkpoint;
import truceline.ledger.EntryBundle;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Sha256;
import truceline.ledger.Tile;
import truceline.ledger.Verifier;

/// Copies what a station needs to live again, while it may be writing: the ledger as of one checkpoint, every
/// checkpoint
/// before it, and the received files.
///
/// The checkpoint is read first, so that everything it covers is there already and never changes. Files that a backup
/// has with the right bytes are not copied again; nothing is ever removed from it. The checkpoint is written last: a
/// backup that broke off still holds the one before. Never copied: keys, the vault, the lock. Not thread-safe.
public final class Backup {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path from;
    private final Path to;
    private final PosixDisk disk = new PosixDisk();
    private long copied;
    private long copiedBytes;
    private long kept;

    private Backup(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /// What was done.
    ///
    /// @param size entries under the checkpoint
    /// @param copied files that were written
    /// @param kept files that an earlier backup held
    /// @param differences what is wrong with the copy, of which nothing may be believed then; empty where it is
    /// whole
    public record Result(long size, long copied, long copiedBytes, long kept, List<Difference> differences) {
        public Result {
            differences = List.copyOf(differences);
        }
    }

    /// Backs up a station's folder.
    ///
    /// @param log the keys one of which signed its checkpoint
    /// @param everInForce those and the retired ones, one of which signed what an earlier backup holds
    /// @param settings name of the settings file beside the ledger
    /// @throws LedgerException `absent` where there is no ledger, `damaged` where a file is not what the checkpoint
    ///     says, or where the backup is of another ledger or of a later state
    public static Result run(Path station, Path backup, List<Verifier> log, List<Verifier> everInForce, String settings)
            throws IOException {
        return new Backup(station, backup).copy(log, everInForce, settings);
    }

    private Result copy(List<Verifier> log, List<Verifier> everInForce, String settings) throws IOException {
        byte[] note = read(from.resolve("ledger/checkpoint"));
        Checkpoint checkpoint = Checkpoint.open(Note.parse(note), log);
        refuseOther(checkpoint, everInForce);
        if (Files.exists(from.resolve(settings))) {
            place(settings, read(from.resolve(settings)));
        }
        tiles(checkpoint.size(), false);
        blobs();
        history(checkpoint.size());
        place("ledger/checkpoint", note);
        if (!differences(log).isEmpty()) {
            tiles(checkpoint.size(), true);
        }
        return new Result(checkpoint.size(), copied, copiedBytes, kept, differences(log));
    }

    private List<Difference> differences(List<Verifier> log) throws IOException {
        List<Checkpoint> older = CheckpointHistory.read(to).checkpoints();
        return TreeAudit.run(FolderCheck.treeFiles(to.resolve("ledger")), log, List.of(), older, (index, entry) -> {})
                .differences();
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new LedgerException("absent", file + " is missing", e);
        }
    }

    /// A backup grows with its ledger; it is never taken back to an earlier state, nor mixed with another ledger.
    private void refuseOther(Checkpoint checkpoint, List<Verifier> log) throws IOException {
        Path before = to.resolve("ledger/checkpoint");
        if (Files.exists(before)) {
            Checkpoint earlier = Checkpoint.open(Note.parse(Files.readAllBytes(before)), log);
            if (earlier.size() > checkpoint.size()) {
                throw new LedgerException(
                        "damaged",
                        to + " holds " + earlier.size() + " entries, the station only " + checkpoint.size()
                                + ": back up to another folder, and find out why");
            }
        } else if (Files.exists(to.resolve("keys"))) {
            throw new LedgerException("exists", to + " holds keys: it is a station, not a folder for backups");
        }
    }

    /// @param again true to compare also full tiles that the backup has, of which one may have been damaged there
    private void tiles(long size, boolean again) throws IOException {
        LedgerFiles files = new LedgerFiles(disk, from.resolve("ledger"));
        for (int level = Tile.ENTRIES; Tile.countAt(level, size) > 0; level++) {
            for (long index = 0; index * Tile.WIDTH < Tile.countAt(level, size); index++) {
                Tile tile = Tile.of(level, index, size);
                String path = "ledger/" + tile.path();
                if (!again && !tile.isPartial() && Files.exists(to.resolve(path))) {
                    kept++;
                    continue;
                }
                place(path, level == Tile.ENTRIES ? EntryBundle.encode(files.entries(tile)) : files.hashes(tile));
            }
        }
    }

    /// Received files, each read again under its name's hash on the way.
    private void blobs() throws IOException {
        Path blobs = from.resolve("blobs");
        for (String path : files(blobs)) {
            if (!path.matches("([0-9a-f]{2})/\\1[0-9a-f]{62}")) {
                continue;
            }
            Path target = to.resolve("blobs").resolve(path);
            if (Files.exists(target)) {
                kept++;
                continue;
            }
            Path directory = directory(target);
            Path temporary = directory.resolve("copying");
            String found = copyHashing(blobs.resolve(path), temporary);
            if (!path.endsWith(found)) {
                Files.delete(temporary);
                throw new LedgerException("damaged", "blobs/" + path + " does not hold what its name says");
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            disk.forceDirectory(directory);
            copied++;
        }
    }

    private String copyHashing(Path source, Path target) throws IOException {
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(source);
                FileChannel out = FileChannel.open(
                        target,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    copiedBytes += out.write(bytes);
                }
            }
            out.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Only up to the checkpoint that is copied: the station may have published later ones meanwhile.
    private void history(long size) throws IOException {
        for (String name : files(from.resolve("history"))) {
            byte[] bytes = read(from.resolve("history").resolve(name));
            byte[] covered = CheckpointHistory.upTo(bytes, size);
            if (covered.length > 0) {
                place("history/" + name, covered);
            }
        }
    }

    /// Copies a vault as it is now, over an earlier copy: what was erased is erased there too. Keys before the texts
    /// that they open, so that no key points beyond its text.
    ///
    /// @return files copied
    public static long vault(Path vault, Path target) throws IOException {
        Backup backup = new Backup(vault, target);
        List<String> names = new ArrayList<>(files(vault));
        names.sort(Comparator.comparing((String name) -> name.endsWith(".data")).thenComparing(name -> name));
        for (String name : names) {
            Path to = target.resolve(name);
            Path directory = directory(to);
            Path temporary = directory.resolve("copying");
            backup.copyHashing(vault.resolve(name), temporary);
            Files.move(temporary, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            backup.disk.forceDirectory(directory);
        }
        return names.size();
    }

    /// Makes a copied folder a station again that may be written to: its checkpoint becomes the locked one. The caller
    /// has made sure that nobody knows of a later one.
    public static void unlock(Path station) throws IOException {
        PosixDisk disk = new PosixDisk();
        StationFolder folder = new StationFolder(station);
        if (disk.exists(folder.lockedCheckpoint())) {
            throw new LedgerException("exists", folder.lockedCheckpoint() + " exists already");
        }
        Recovery.createFolders(disk, folder);
        Checkpoint checkpoint = Checkpoint.parse(
                Note.parse(disk.read(folder.publishedCheckpoint())).text());
        int segmentBytes = LedgerStore.Settings.DEFAULT.segmentBytes();
        try (Wal first = new Wal(disk, folder, segmentBytes, 1, new SecureRandom())) {
            first.startSegment(checkpoint.size());
        }
        Sealer.replace(disk, folder, folder.lockedCheckpoint(), disk.read(folder.publishedCheckpoint()));
    }

    private void place(String path, byte[] bytes) throws IOException {
        Path target = to.resolve(path);
        if (Files.exists(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
            kept++;
            return;
        }
        Path directory = directory(target);
        Path temporary = directory.resolve("copying");
        disk.write(Map.of(temporary, bytes));
        disk.rename(temporary, target);
        disk.forceDirectory(directory);
        copied++;
        copiedBytes += bytes.length;
    }

    private static Path directory(Path target) throws IOException {
        Path directory = Objects.requireNonNull(target.getParent());
        Files.createDirectories(directory);
        return directory;
    }

    private static SortedSet<String> files(Path root) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                        .forEach(path ->
                                names.add(root.relativize(path).toString().replace('\\', '/')));
            }
        }
        return names;
    }
}
