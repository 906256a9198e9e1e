package truceline.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.ledger.Checkpoint;
import truceline.ledger.EntryVisitor;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Tile;
import truceline.ledger.TileBuilder;
import truceline.ledger.TreeHasher;
import truceline.ledger.Verifier;

/// Checks every file of a ledger folder against its signed checkpoint, and names the entry or file that
/// differs.
///
/// The tree is rebuilt from the entries. Where that gives the signed root, the entries are right and hash
/// tiles are compared with the rebuilt ones. Where it does not, the tree is rebuilt from the leaf hashes
/// in the tiles: if that gives the signed root, the entries whose hashes differ are the changed ones.
/// Memory is bounded whatever the size.
public final class TreeAudit {
    private static final String CHECKPOINT = "checkpoint";
    private static final int MOST_DIFFERENCES = 1000;

    private final TreeFiles files;
    private final EntryVisitor visitor;
    private final TreeMap<Tile, Tile> tiles = new TreeMap<>(
            Comparator.comparingInt(Tile::level).thenComparingLong(Tile::index).thenComparingInt(Tile::width));
    private final List<Difference> differences = new ArrayList<>();
    private final List<Difference> leaves = new ArrayList<>();
    private final List<String> beyond = new ArrayList<>();
    private long size;

    private TreeAudit(TreeFiles files, EntryVisitor visitor) {
        this.files = files;
        this.visitor = visitor;
    }

    /// What an audit of the tree found.
    ///
    /// @param checkpoint the signed checkpoint, or null where there is none to check by
    /// @param differences at most a thousand, by entry; empty where every file is as signed
    /// @param beyond files of a tree larger than the checkpoint's, as a writer leaves them between two
    ///     checkpoints: not covered by any signature yet
    /// @param unknownSigners names on signature lines of keys that were not given
    public record Result(
            @Nullable Checkpoint checkpoint,
            List<Difference> differences,
            List<String> beyond,
            List<String> unknownSigners) {
        public boolean isOk() {
            return differences.isEmpty();
        }
    }

    /// Checks everything.
    ///
    /// @param log the key that must have signed the checkpoint
    /// @param others keys whose signatures are checked where they appear (witnesses)
    /// @param older checkpoints known from before, which this ledger must continue
    /// @param visitor is given each entry as it is read; trust them only once the result is in
    public static Result run(
            TreeFiles files, Verifier log, List<Verifier> others, List<Checkpoint> older, EntryVisitor visitor) {
        return run(files, List.of(log), others, older, visitor);
    }

    /// Checks everything.
    ///
    /// @param log the keys that must all have signed the checkpoint
    public static Result run(
            TreeFiles files, List<Verifier> log, List<Verifier> others, List<Checkpoint> older, EntryVisitor visitor) {
        TreeAudit audit = new TreeAudit(files, visitor);
        List<String> unknown = new ArrayList<>();
        Checkpoint checkpoint = audit.checkpoint(log, others, unknown);
        if (checkpoint != null) {
            audit.check(checkpoint, older);
        }
        return new Result(checkpoint, List.copyOf(audit.differences), List.copyOf(audit.beyond), List.copyOf(unknown));
    }

    /// Checks the tiles against a checkpoint found to be signed.
    static List<Difference> tiles(TreeFiles files, Checkpoint checkpoint) {
        TreeAudit audit = new TreeAudit(files, (index, entry) -> {});
        audit.check(checkpoint, List.of());
        return audit.differences;
    }

    private void check(Checkpoint checkpoint, List<Checkpoint> older) {
        size = checkpoint.size();
        sortPaths();
        checkTree(checkpoint.root(), new OlderRoots(checkpoint, older));
        differences.sort(Comparator.comparingLong(Difference::index).thenComparing(Difference::file));
    }

    private void differs(long index, String file, String what) {
        if (differences.size() < MOST_DIFFERENCES) {
            differences.add(new Difference(index, file, what));
        }
    }

    private @Nullable Checkpoint checkpoint(List<Verifier> log, List<Verifier> others, List<String> unknown) {
        if (!files.paths().contains(CHECKPOINT)) {
            differs(-1, CHECKPOINT, "missing-checkpoint");
            return null;
        }
        try {
            Note note = Note.parse(files.read().apply(CHECKPOINT));
            Checkpoint checkpoint = LogKeyChain.open(note, log);
            List<Verifier> known = new ArrayList<>(others);
            known.addAll(log);
            List<Verifier> signed = note.verify(known);
            note.lines().stream()
                    .filter(line -> signed.stream().noneMatch(key -> key.owns(line)))
                    .forEach(line -> unknown.add(line.name()));
            return checkpoint;
        } catch (LedgerException e) {
            boolean badSignature = "bad-signature".equals(e.code());
            differs(-1, CHECKPOINT, badSignature ? "checkpoint-signature" : "checkpoint-malformed");
            return null;
        }
    }

    private void sortPaths() {
        for (String path : files.paths()) {
            if (path.equals(CHECKPOINT)) {
                continue;
            }
            try {
                Tile tile = Tile.parse(path);
                tiles.put(tile, tile);
                if (tile.index() * Tile.WIDTH + tile.width() > Tile.countAt(tile.level(), size)) {
                    beyond.add(path);
                }
            } catch (LedgerException _) {
                differs(-1, path, "unexpected-file");
            }
        }
    }

    private void checkTree(Hash root, OlderRoots older) {
        List<Difference> wrongTiles = new ArrayList<>();
        TileBuilder fromEntries = new TileBuilder((tile, bytes) -> compare(tile, bytes, wrongTiles));
        long bundles = (size + Tile.WIDTH - 1) / Tile.WIDTH;
        for (long index = 0; index < bundles; index++) {
            Tile bundle = Tile.of(Tile.ENTRIES, index, size);
            older.append(fromEntries, readBundle(bundle), bundle.width());
        }
        fromEntries.partials((tile, bytes) -> compare(tile, bytes, wrongTiles));
        if (fromEntries.root().equals(root)) {
            wrongTiles.forEach(wrong -> differs(wrong.index(), wrong.file(), wrong.what()));
            older.inconsistent().forEach(before -> differs(before.size(), CHECKPOINT, "inconsistent"));
        } else {
            checkByTiles(root, bundles);
        }
    }

    /// The entries do not give the signed root: believe the leaf hashes in the tiles where these do.
    private void checkByTiles(Hash root, long bundles) {
        List<Difference> wrongTiles = new ArrayList<>();
        TileBuilder fromTiles = new TileBuilder((tile, bytes) -> compare(tile, bytes, wrongTiles));
        for (long index = 0; index < bundles; index++) {
            Tile tile = Tile.of(0, index, size);
            byte[] stored = stored(tile);
            fromTiles.append(stored == null ? new byte[tile.width() * Hash.BYTES] : stored, 0, tile.width());
        }
        fromTiles.partials((tile, bytes) -> compare(tile, bytes, wrongTiles));
        leaves.forEach(leaf -> differs(leaf.index(), leaf.file(), leaf.what()));
        wrongTiles.forEach(wrong -> differs(wrong.index(), wrong.file(), wrong.what()));
        if (!fromTiles.root().equals(root)) {
            differs(-1, CHECKPOINT, "root");
        }
    }

    /// The leaf hashes of a bundle's entries; where it cannot be read, those of its hash tile stand in.
    private byte[] readBundle(Tile bundle) {
        byte[] hashes = stored(new Tile(0, bundle.index(), bundle.width()));
        String file = present(bundle);
        byte[] out = hashes == null ? new byte[bundle.width() * Hash.BYTES] : hashes.clone();
        if (file == null) {
            differs(bundle.firstEntry(), bundle.path(), "missing-tile");
            return out;
        }
        byte[] bytes = files.read().apply(file);
        int[] ends = BundleEnds.find(bytes, bundle.width());
        int last = ends[bundle.width() - 1];
        boolean whole = last > 0 && (last == bytes.length || Tile.parse(file).width() > bundle.width());
        byte[] computed = leafHashes(bytes, ends);
        checkNarrower(bundle, computed, out);
        int equal = equalHashes(computed, out);
        if (!whole) {
            differs(bundle.firstEntry() + Math.min(equal, bundle.width() - 1), file, "bundle");
            return out;
        }
        for (int i = equal; i < bundle.width(); i++) {
            int at = i * Hash.BYTES;
            if (!Arrays.equals(computed, at, at + Hash.BYTES, out, at, at + Hash.BYTES)
                    && leaves.size() < MOST_DIFFERENCES) {
                leaves.add(new Difference(bundle.firstEntry() + i, file, "leaf-hash"));
            }
        }
        visit(bundle, bytes, ends);
        return computed;
    }

    /// Leaf hashes of the entries that end where `ends` says; zeros where it says 0.
    private static byte[] leafHashes(byte[] bundle, int[] ends) {
        TreeHasher hasher = new TreeHasher();
        byte[] out = new byte[ends.length * Hash.BYTES];
        int from = 0;
        for (int i = 0; i < ends.length && ends[i] > 0; i++) {
            hasher.leaf(bundle, from + 2, ends[i] - from - 2, out, i * Hash.BYTES);
            from = ends[i];
        }
        return out;
    }

    private void visit(Tile bundle, byte[] bytes, int[] ends) {
        int from = 0;
        for (int i = 0; i < bundle.width(); i++) {
            visitor.visit(bundle.firstEntry() + i, Arrays.copyOfRange(bytes, from + 2, ends[i]));
            from = ends[i];
        }
    }

    /// How many hashes agree before the first that does not, or before the shorter array ends.
    private static int equalHashes(byte[] left, byte[] right) {
        int length = Math.min(left.length, right.length);
        int at = Arrays.mismatch(left, 0, length, right, 0, length);
        return (at < 0 ? length : at) / Hash.BYTES;
    }

    /// The path under which a tile of this tree is there: its own, or that of the full tile that has
    /// replaced it.
    private @Nullable String present(Tile tile) {
        if (tiles.containsKey(tile)) {
            return tile.path();
        }
        return tiles.containsKey(tile.full()) ? tile.full().path() : null;
    }

    private byte @Nullable [] stored(Tile tile) {
        String file = present(tile);
        if (file == null) {
            return null;
        }
        byte[] bytes = files.read().apply(file);
        return bytes.length == Tile.parse(file).width() * Hash.BYTES
                ? Arrays.copyOf(bytes, tile.width() * Hash.BYTES)
                : null;
    }

    /// Compares a hash tile, and every narrower version of it, with what it must be.
    private void compare(Tile tile, byte[] expected, List<Difference> wrong) {
        if (present(tile) == null) {
            wrong.add(new Difference(tile.firstEntry(), tile.path(), "missing-tile"));
        }
        for (Tile stored : versions(tile)) {
            byte[] bytes = files.read().apply(stored.path());
            int covered = Math.min(stored.width(), tile.width()) * Hash.BYTES;
            boolean right = bytes.length == stored.width() * Hash.BYTES
                    && Arrays.equals(bytes, 0, covered, expected, 0, covered);
            if (!right && wrong.size() < MOST_DIFFERENCES) {
                int slot = Math.min(tile.width() - 1, equalHashes(bytes, expected));
                long entry = tile.index() * Tile.WIDTH + slot << 8 * tile.level();
                wrong.add(new Difference(entry, stored.path(), "tile"));
            }
        }
    }

    /// Older, narrower versions of a bundle must hold its first entries: those in the bundle or, where
    /// that is damaged, those the hash tile knows.
    private void checkNarrower(Tile bundle, byte[] inBundle, byte[] inTile) {
        for (Tile stored : versions(bundle)) {
            if (stored.width() >= bundle.width()) {
                continue;
            }
            byte[] bytes = files.read().apply(stored.path());
            int[] ends = BundleEnds.find(bytes, stored.width());
            byte[] leaves = leafHashes(bytes, ends);
            int wrong = Math.max(equalHashes(leaves, inBundle), equalHashes(leaves, inTile));
            if (wrong < stored.width()) {
                differs(stored.firstEntry() + wrong, stored.path(), "leaf-hash");
            } else if (ends[stored.width() - 1] != bytes.length) {
                differs(stored.firstEntry() + stored.width() - 1, stored.path(), "bundle");
            }
        }
    }

    /// All files of one tile, whatever their width.
    private Iterable<Tile> versions(Tile tile) {
        return tiles.subMap(new Tile(tile.level(), tile.index(), 1), true, tile.full(), true)
                .values();
    }
}
