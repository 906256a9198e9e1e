package truceline.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import truceline.ledger.Checkpoint;
import truceline.ledger.CompactRange;
import truceline.ledger.EntryBundle;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.LogKeys;
import truceline.ledger.Note;
import truceline.ledger.Tile;
import truceline.ledger.TileBuilder;
import truceline.ledger.TileHashes;
import truceline.ledger.TreeHasher;

/// Turns durable entries into tiles and a signed checkpoint. One thread at a time.
///
/// Two roots are computed: one from the leaf hashes made when entries were admitted, by tiles; one from
/// the entries as they are read back from the bundle files, by a compact range. Nothing is signed unless
/// they agree.
final class Sealer {
    private static final int FILES_AT_ONCE = 512;
    private static final int BYTES_AT_ONCE = 32 << 20;

    private final Disk disk;
    private final StationFolder folder;
    private final LogKeys keys;
    private final CheckpointHistory history;
    private final LedgerFiles files;
    private final TileBuilder tiles;
    private final CompactRange reread;
    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private final Set<Path> knownDirectories = new HashSet<>();
    private final Map<Tile, byte[]> staged = new LinkedHashMap<>();
    private final Map<Long, byte[]> levelZero = new HashMap<>();
    private final List<Path> superseded = new ArrayList<>();
    private byte[] lockedNote;
    private Checkpoint sealed;
    private long stagedBytes;

    /// Continues from a checkpoint whose tiles are on the disk; refuses tiles that do not give its root.
    Sealer(Disk disk, StationFolder folder, LogKeys keys, byte[] lockedNote) throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.keys = keys;
        this.lockedNote = lockedNote;
        this.sealed = keys.open(lockedNote);
        this.files = new LedgerFiles(disk, folder.ledger());
        long size = sealed.size();
        this.tiles = TileBuilder.resume(size, files::hashes, this::stage);
        this.reread = CompactRange.resume(size, new TileHashes(size, files::hashes));
        if (!tiles.root().equals(sealed.root()) || !reread.root().equals(sealed.root())) {
            throw new LedgerException(
                    "damaged", "the tiles do not give the root of the locked checkpoint, size " + size);
        }
        if (size % Tile.WIDTH > 0) {
            checkBundles(size - 1);
            bundle.writeBytes(EntryBundle.encode(files.entries(Tile.of(Tile.ENTRIES, size / Tile.WIDTH, size))));
        }
        // its name may be in memory only, after a failed force; nothing may be published ahead of it
        replace(disk, folder, folder.lockedCheckpoint(), lockedNote);
        history = CheckpointHistory.open(disk, folder, lockedNote);
    }

    /// Deletes tiles that no signed tree has: a writer that ended between its tiles and its checkpoint left them, and
    /// what they hold need not come back.
    void deleteBeyond() throws IOException {
        long size = sealed.size();
        for (int level = Tile.ENTRIES;
                level == Tile.ENTRIES || level == 0 || Tile.countAt(level - 1, size) > 0;
                level++) {
            long count = Tile.countAt(level, size);
            long index = count / Tile.WIDTH;
            deletePartials(new Tile(level, index, Tile.WIDTH), (int) (count % Tile.WIDTH));
            long last = index + (level <= 0 ? FILES_AT_ONCE : FILES_AT_ONCE / Tile.WIDTH);
            for (long later = index; later <= last; later++) {
                Tile full = new Tile(level, later, Tile.WIDTH);
                Path path = folder.ledger().resolve(full.path());
                if (disk.exists(path)) {
                    disk.delete(path);
                }
                if (later > index) {
                    deletePartials(full, 0);
                }
            }
        }
    }

    private void deletePartials(Tile tile, int widest) throws IOException {
        Path directory = folder.ledger().resolve(tile.path() + ".p");
        if (!disk.exists(directory)) {
            return;
        }
        for (String name : disk.list(directory)) {
            if (name.matches("[0-9]{1,3}") && Integer.parseInt(name) > widest) {
                disk.delete(directory.resolve(name));
            }
        }
    }

    /// Refuses bundles, from the one that holds entry `from`, whose entries are not those the hash tiles
    /// name.
    void checkBundles(long from) {
        for (long index = from / Tile.WIDTH; index * Tile.WIDTH < sealed.size(); index++) {
            Tile tile = Tile.of(Tile.ENTRIES, index, sealed.size());
            byte[] entries = EntryBundle.encode(files.entries(tile));
            compareLeaves(tile, entries, files.hashes(Tile.of(0, index, sealed.size())));
        }
    }

    Checkpoint sealed() {
        return sealed;
    }

    /// Signs and stores the checkpoint of an empty ledger, which is what makes a folder a station.
    static byte[] inception(Disk disk, StationFolder folder, LogKeys keys) throws IOException {
        byte[] note =
                keys.sign(new Checkpoint(keys.origin(), 0, Hash.EMPTY_TREE)).encode();
        replace(disk, folder, folder.lockedCheckpoint(), note);
        replace(disk, folder, folder.publishedCheckpoint(), note);
        return note;
    }

    /// Makes everything in `frames` part of the published tree.
    Checkpoint seal(Collection<Tail.Frame> frames) throws IOException {
        for (Tail.Frame frame : frames) {
            add(frame);
        }
        if (tiles.size() == sealed.size()) {
            return sealed;
        }
        int width = (int) (tiles.size() % Tile.WIDTH);
        tiles.partials(this::stage);
        if (width > 0) {
            stage(new Tile(Tile.ENTRIES, tiles.size() / Tile.WIDTH, width), bundle.toByteArray());
        }
        flush();
        Checkpoint next = new Checkpoint(sealed.origin(), tiles.size(), tiles.root());
        if (reread.size() != next.size() || !reread.root().equals(next.root())) {
            throw new LedgerException("damaged", "the entries read back do not give the root of size " + next.size());
        }
        publish(next);
        deleteSuperseded();
        return next;
    }

    private void add(Tail.Frame frame) throws IOException {
        byte[] payload = new byte[frame.payloadLength()];
        disk.read(folder.wal().resolve(Wal.fileName(frame.segment())), frame.payload(), payload);
        int at = 0;
        for (int i = 0; i < frame.count(); i++) {
            int length = 2 + ((payload[at] & 0xff) << 8 | payload[at + 1] & 0xff);
            bundle.write(payload, at, length);
            tiles.append(frame.leafHashes(), i * Hash.BYTES, 1);
            if (tiles.size() % Tile.WIDTH == 0) {
                stage(new Tile(Tile.ENTRIES, tiles.size() / Tile.WIDTH - 1, Tile.WIDTH), bundle.toByteArray());
                bundle.reset();
                if (staged.size() >= FILES_AT_ONCE || stagedBytes >= BYTES_AT_ONCE) {
                    flush();
                }
            }
            at += length;
        }
    }

    private void stage(Tile tile, byte[] bytes) {
        staged.put(tile, bytes);
        stagedBytes += bytes.length;
        if (tile.level() == 0) {
            levelZero.put(tile.index(), bytes);
        }
        if (!tile.isPartial()) {
            superseded.add(folder.ledger().resolve(tile.path() + ".p"));
        }
    }

    /// Writes the staged tiles under their final names, after reading each back.
    private void flush() throws IOException {
        Map<Path, byte[]> writes = new LinkedHashMap<>();
        Map<Path, Path> names = new LinkedHashMap<>();
        for (Map.Entry<Tile, byte[]> tile : staged.entrySet()) {
            Path temporary = folder.staging().resolve("tile-" + writes.size());
            Path path = folder.ledger().resolve(tile.getKey().path());
            refuseOtherBytes(path, tile.getValue());
            writes.put(temporary, tile.getValue());
            names.put(temporary, path);
        }
        disk.write(writes);
        readBack(writes);
        Set<Path> directories = new HashSet<>();
        for (Map.Entry<Path, Path> name : names.entrySet()) {
            Path directory = Objects.requireNonNull(name.getValue().getParent());
            ensureDirectory(directory);
            disk.rename(name.getKey(), name.getValue());
            directories.add(directory);
        }
        for (Path directory : directories) {
            disk.forceDirectory(directory);
        }
        staged.clear();
        levelZero.clear();
        stagedBytes = 0;
    }

    /// A path once published keeps its bytes. It can exist here only where a crash came before its
    /// checkpoint.
    private void refuseOtherBytes(Path path, byte[] bytes) throws IOException {
        if (disk.exists(path) && !Arrays.equals(disk.read(path), bytes)) {
            throw new LedgerException("damaged", path + " exists with other bytes");
        }
    }

    private void readBack(Map<Path, byte[]> writes) throws IOException {
        int i = 0;
        List<Tile> order = List.copyOf(staged.keySet());
        for (Map.Entry<Path, byte[]> write : writes.entrySet()) {
            Tile tile = order.get(i++);
            byte[] bytes = disk.read(write.getKey());
            if (!Arrays.equals(bytes, write.getValue())) {
                throw new LedgerException("damaged", tile.path() + " reads back otherwise than written");
            }
            if (tile.level() == Tile.ENTRIES) {
                compareLeaves(tile, bytes, Objects.requireNonNull(levelZero.get(tile.index())));
            }
        }
    }

    private void compareLeaves(Tile tile, byte[] bytes, byte[] hashes) {
        TreeHasher hasher = new TreeHasher();
        byte[] leaf = new byte[Hash.BYTES];
        int at = 0;
        for (int i = 0; i < tile.width(); i++) {
            int length = (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
            hasher.leaf(bytes, at + 2, length, leaf, 0);
            int hash = i * Hash.BYTES;
            if (!Arrays.equals(leaf, 0, Hash.BYTES, hashes, hash, hash + Hash.BYTES)) {
                throw new LedgerException(
                        "damaged", "entry " + (tile.firstEntry() + i) + " is not what was admitted under its hash");
            }
            if (tile.firstEntry() + i >= reread.size()) {
                reread.append(leaf, 0);
            }
            at += 2 + length;
        }
    }

    private void ensureDirectory(Path directory) throws IOException {
        if (knownDirectories.contains(directory)) {
            return;
        }
        Path parent = Objects.requireNonNull(directory.getParent());
        if (!disk.exists(directory)) {
            ensureDirectory(parent);
            disk.createDirectory(directory);
        }
        disk.forceDirectory(parent);
        knownDirectories.add(directory);
    }

    /// The lock first, then the world: a checkpoint that was ever visible is one we can never sign against.
    private void publish(Checkpoint next) throws IOException {
        byte[] note = keys.sign(next).encode();
        if (!Arrays.equals(disk.read(folder.lockedCheckpoint()), lockedNote)) {
            throw new LedgerException("damaged", folder.lockedCheckpoint() + " was changed by someone else");
        }
        replace(disk, folder, folder.lockedCheckpoint(), note);
        lockedNote = note;
        history.append(note);
        replace(disk, folder, folder.publishedCheckpoint(), note);
        sealed = next;
    }

    /// Publishes a checkpoint that already is the locked one: after a crash between the two, or with more
    /// signatures.
    void publish(Note note) throws IOException {
        if (!keys.open(note).equals(sealed)) {
            throw new LedgerException("malformed", "not the checkpoint of size " + sealed.size());
        }
        replace(disk, folder, folder.publishedCheckpoint(), note.encode());
    }

    static void replace(Disk disk, StationFolder folder, Path path, byte[] bytes) throws IOException {
        Path temporary = folder.staging().resolve("replacement");
        disk.write(Map.of(temporary, bytes));
        disk.rename(temporary, path);
        disk.forceDirectory(Objects.requireNonNull(path.getParent()));
    }

    private void deleteSuperseded() throws IOException {
        for (Path directory : superseded) {
            for (String name : disk.list(directory)) {
                disk.delete(directory.resolve(name));
            }
            disk.delete(directory);
        }
        superseded.clear();
    }
}
