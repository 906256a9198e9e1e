package truceline.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import truceline.audit.Difference;
import truceline.ledger.Checkpoint;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Tile;
import truceline.ledger.TileBuilder;
import truceline.ledger.TreeHasher;

/// Reads a share of a station's record and received files again and compares it with its hashes, going on where the
/// run before stopped, so that a disk that forgets is found out without reading all of it at once.
///
/// Entries are compared with the leaf hashes of their tile, that tile with the one above it, and the open edge with the
/// checkpoint's root; whether the checkpoint is signed is for `fsck`. Received files are taken in the order of their
/// names, which are hashes and so spread evenly. The position is kept in `state/scrub` as two decimal numbers, the next
/// bundle and the next first 32 bits of a name; without it a run starts anew. Not thread-safe.
public final class Scrub {
    private static final long NAMES = 1L << 32;

    private final Path station;
    private final PosixDisk disk = new PosixDisk();
    private final TreeHasher hasher = new TreeHasher();
    private final List<Difference> differences = new ArrayList<>();
    private long blobs;

    private Scrub(Path station) {
        this.station = station;
    }

    /// What was done.
    ///
    /// @param firstBundle bundle that the run began with
    /// @param bundles bundles of entries that were read
    /// @param blobs received files that were read
    public record Result(long firstBundle, long bundles, long blobs, List<Difference> differences) {
        public Result {
            differences = List.copyOf(differences);
        }
    }

    /// Where the next run goes on.
    private record Position(long bundle, long name) {}

    /// Checks a share of a station.
    ///
    /// @param sharePercent 1 to 100, of the bundles and of the names of received files
    /// @throws LedgerException `absent` where there is no ledger
    public static Result run(Path station, int sharePercent) throws IOException {
        if (sharePercent < 1 || sharePercent > 100) {
            throw new IllegalArgumentException("a share is 1 to 100 percent: " + sharePercent);
        }
        return new Scrub(station).run(sharePercent);
    }

    private Result run(int sharePercent) throws IOException {
        Checkpoint checkpoint = checkpoint();
        Position from = position();
        long count = (checkpoint.size() + Tile.WIDTH - 1) / Tile.WIDTH;
        long first = from.bundle >= count ? 0 : from.bundle;
        long bundles = share(count, sharePercent);
        LedgerFiles files = new LedgerFiles(disk, station.resolve("ledger"));
        for (long i = 0; i < bundles; i++) {
            checkBundle(files, (first + i) % count, checkpoint.size());
        }
        checkEdge(files, checkpoint);
        long names = share(NAMES, sharePercent);
        checkNames(from.name, Math.min(NAMES, from.name + names));
        checkNames(0, from.name + names - NAMES);
        keep(new Position(count == 0 ? 0 : (first + bundles) % count, (from.name + names) % NAMES));
        return new Result(first, bundles, blobs, differences);
    }

    private static long share(long whole, int percent) {
        return (whole * percent + 99) / 100;
    }

    private Checkpoint checkpoint() throws IOException {
        try {
            byte[] note = disk.read(station.resolve("ledger").resolve("checkpoint"));
            return Checkpoint.parse(Note.parse(note).text());
        } catch (NoSuchFileException e) {
            throw new LedgerException("absent", station + " has no ledger", e);
        }
    }

    private void checkBundle(LedgerFiles files, long index, long size) {
        Tile bundle = Tile.of(Tile.ENTRIES, index, size);
        try {
            byte[] known = files.hashes(Tile.of(0, index, size));
            List<byte[]> entries = files.entries(bundle);
            byte[] leaf = new byte[Hash.BYTES];
            for (int i = 0; i < entries.size(); i++) {
                byte[] entry = entries.get(i);
                hasher.leaf(entry, 0, entry.length, leaf, 0);
                if (!Hash.of(leaf).equals(Hash.at(known, i * Hash.BYTES))) {
                    differs(bundle.firstEntry() + i, bundle, "leaf-hash");
                }
            }
            checkUpward(files, Tile.of(0, index, size), known, size);
        } catch (LedgerException e) {
            differences.add(new Difference(bundle.firstEntry(), "ledger", "bundle: " + e.getMessage()));
        }
    }

    /// A full tile must hash to its place in the tile above. Tiles that are not full are the open edge.
    private void checkUpward(LedgerFiles files, Tile tile, byte[] bytes, long size) {
        if (tile.isPartial()) {
            return;
        }
        byte[] root = new byte[Hash.BYTES];
        hasher.subtree(bytes, 0, Tile.WIDTH, root, 0);
        Tile above = Tile.of(tile.level() + 1, tile.index() / Tile.WIDTH, size);
        byte[] known = files.hashes(above);
        if (!Hash.of(root).equals(Hash.at(known, (int) (tile.index() % Tile.WIDTH) * Hash.BYTES))) {
            differs(tile.firstEntry(), tile, "tile");
        }
        checkUpward(files, above, known, size);
    }

    private void checkEdge(LedgerFiles files, Checkpoint checkpoint) {
        try {
            Hash root = TileBuilder.resume(checkpoint.size(), files::hashes, (tile, bytes) -> {})
                    .root();
            if (!root.equals(checkpoint.root())) {
                differences.add(new Difference(-1, "ledger/checkpoint", "root"));
            }
        } catch (LedgerException e) {
            differences.add(new Difference(-1, "ledger", "tile: " + e.getMessage()));
        }
    }

    private void differs(long entry, Tile tile, String what) {
        differences.add(new Difference(entry, "ledger/" + tile.path(), what));
    }

    /// Received files whose names begin with 32 bits from `from` to below `to`.
    private void checkNames(long from, long to) throws IOException {
        for (long folder = from >>> 24; folder << 24 < to; folder++) {
            String two = hex(folder, 2);
            Path directory = station.resolve("blobs").resolve(two);
            List<String> names = Files.isDirectory(directory) ? disk.list(directory) : List.of();
            for (String name : names) {
                boolean isBlob = name.matches("[0-9a-f]{64}");
                long start = isBlob ? Long.parseLong(name.substring(0, 8), 16) : -1;
                if (start >= from && start < to) {
                    checkBlob(directory.resolve(name), two + "/" + name);
                }
            }
        }
    }

    private void checkBlob(Path file, String path) throws IOException {
        blobs++;
        try {
            if (!path.endsWith(FolderCheck.sha256(file))) {
                differences.add(new Difference(-1, "blobs/" + path, "blob-hash"));
            }
        } catch (NoSuchFileException _) {
            return; // shredded meanwhile
        }
    }

    private static String hex(long value, int digits) {
        String text = Long.toHexString(value);
        return "0".repeat(digits - text.length()) + text;
    }

    private Path file() {
        return station.resolve("state").resolve("scrub");
    }

    private Position position() throws IOException {
        try {
            String text = new String(disk.read(file()), StandardCharsets.US_ASCII);
            if (text.matches("[0-9]{1,15} [0-9]{1,10}\n")) {
                int space = text.indexOf(' ');
                long name = Long.parseLong(text.substring(space + 1, text.length() - 1));
                return new Position(Long.parseLong(text.substring(0, space)), name % NAMES);
            }
        } catch (NoSuchFileException _) {
            return new Position(0, 0);
        }
        return new Position(0, 0);
    }

    private void keep(Position next) throws IOException {
        Files.createDirectories(station.resolve("state"));
        Path fresh = file().resolveSibling("scrub.new");
        byte[] text = (next.bundle + " " + next.name + "\n").getBytes(StandardCharsets.US_ASCII);
        disk.write(Map.of(fresh, text));
        disk.rename(fresh, file());
    }
}
