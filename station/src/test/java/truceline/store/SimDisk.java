package truceline.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.ledger.LedgerException;

/// A disk in memory that can fail at any step and lose power.
///
/// What was written and not forced survives a loss of power sector by sector, by chance; a change of names that was not
/// forced survives as a whole or not at all, independently of every other. A failed force leaves its sectors marked
/// clean, as Linux does: a later force of them does nothing and reports success.
final class SimDisk implements Disk {
    private static final int SECTOR = 512;
    private static final int MILLION = 1_000_000;

    /// What goes wrong by itself, by chance, besides the step chosen by [#failAt].
    enum Fault {
        /// A read reports an error.
        READ_ERROR,
        /// A write reports an error after some of its bytes.
        WRITE_ERROR,
        /// A force reports an error once, and the pages it was to write are dropped from then on as if clean.
        FORCE_ERROR,
        /// A write finds no space, after some of its bytes.
        NO_SPACE,
        /// A write in place writes less than it was given and says so.
        SHORT_WRITE,
        /// A change of names reports an error and is not made.
        NAME_ERROR,
        /// A force does nothing and reports success: no program can withstand it.
        LOST_FORCE,
        /// A write in place goes to another page of the file and reports success.
        MISDIRECTED_WRITE
    }

    private static final class Inode {
        byte[] live = new byte[0];
        byte[] durable = new byte[0];
        final BitSet dirty = new BitSet();

        void write(int position, byte[] bytes, int length) {
            if (position + length > live.length) {
                live = Arrays.copyOf(live, position + length);
            }
            System.arraycopy(bytes, 0, live, position, length);
            if (length > 0) {
                dirty.set(position / SECTOR, (position + length - 1) / SECTOR + 1);
            }
        }

        void settle(int sector) {
            int from = sector * SECTOR;
            int to = Math.min(from + SECTOR, live.length);
            if (to > durable.length) {
                durable = Arrays.copyOf(durable, to);
            }
            if (to > from) {
                System.arraycopy(live, from, durable, from, to - from);
            }
        }

        void force() {
            if (durable.length != live.length) {
                durable = Arrays.copyOf(durable, live.length);
            }
            for (int sector = dirty.nextSetBit(0); sector >= 0; sector = dirty.nextSetBit(sector + 1)) {
                settle(sector);
            }
            dirty.clear();
        }

        void losePower(Random random) {
            for (int sector = dirty.nextSetBit(0); sector >= 0; sector = dirty.nextSetBit(sector + 1)) {
                if (random.nextBoolean()) {
                    settle(sector);
                }
            }
            dirty.clear();
            live = durable.clone();
        }
    }

    /// A change of names: one gone, one come, or both.
    private record Change(
            @Nullable Path gone,
            @Nullable Path come,
            @Nullable Inode inode) {
        boolean touches(Path directory) {
            return gone != null && directory.equals(gone.getParent())
                    || come != null && directory.equals(come.getParent());
        }

        void apply(Map<Path, @Nullable Inode> names) {
            if (gone != null) {
                names.remove(gone);
            }
            if (come != null) {
                names.put(come, inode);
            }
        }
    }

    private final List<Change> pending = new ArrayList<>();
    private TreeMap<Path, @Nullable Inode> names = new TreeMap<>();
    private final TreeMap<Path, @Nullable Inode> durableNames = new TreeMap<>();
    private final int[] perMillion = new int[Fault.values().length];
    private final long[] struck = new long[Fault.values().length];
    private Random chance = new Random(0);
    private Runnable between = () -> {};
    private boolean insideBetween;
    private boolean locked;
    private long freeBytes = Long.MAX_VALUE / 2;
    private long steps;
    private long failAt = Long.MAX_VALUE;
    private boolean dies;
    private boolean dead;

    SimDisk(Path root) {
        for (Path directory = root; directory != null; directory = directory.getParent()) {
            names.put(directory, null);
            durableNames.put(directory, null);
        }
    }

    /// Another disk with everything on it that a process sees on this one.
    synchronized SimDisk copy() {
        SimDisk copy = new SimDisk(Path.of("/"));
        names.forEach((path, inode) -> {
            if (inode == null) {
                copy.names.put(path, null);
                copy.durableNames.put(path, null);
            } else {
                copy.put(path, inode.live);
            }
        });
        return copy;
    }

    /// Makes a durable file, as someone other than the station would.
    synchronized void put(Path file, byte[] bytes) {
        Inode inode = new Inode();
        inode.live = bytes.clone();
        inode.durable = bytes.clone();
        names.put(file, inode);
        durableNames.put(file, inode);
    }

    /// Takes a file away, as someone other than the station would.
    synchronized void remove(Path file) {
        names.remove(file);
        durableNames.remove(file);
    }

    /// All files a process sees.
    synchronized List<Path> files() {
        List<Path> files = new ArrayList<>();
        names.forEach((path, inode) -> {
            if (inode != null) {
                files.add(path);
            }
        });
        return files;
    }

    /// A bit of a file changes on the medium and in memory.
    synchronized void rot(Path file, Random random) {
        Inode inode = names.get(file);
        if (inode != null && inode.live.length > 0) {
            int at = random.nextInt(inode.live.length);
            int bit = 1 << random.nextInt(8);
            inode.live[at] ^= (byte) bit;
            if (at < inode.durable.length) {
                inode.durable[at] ^= (byte) bit;
            }
        }
    }

    /// From now on the fault strikes by that chance at each step it can strike.
    synchronized void fault(Fault fault, int chancePerMillion) {
        perMillion[fault.ordinal()] = chancePerMillion;
    }

    synchronized void noFaults() {
        Arrays.fill(perMillion, 0);
        failAt = Long.MAX_VALUE;
    }

    synchronized void chance(Random random) {
        chance = random;
    }

    /// How often a fault struck.
    synchronized long struck(Fault fault) {
        return struck[fault.ordinal()];
    }

    /// What another thread would do between two steps; not called while it runs.
    void between(Runnable other) {
        between = other;
    }

    synchronized void freeBytes(long free) {
        freeBytes = free;
    }

    /// Steps taken so far: each write, force, rename, making and deleting is one.
    synchronized long steps() {
        return steps;
    }

    /// The step that fails: once, or with everything after it as when power is lost or the process is ended.
    synchronized void failAt(long step, boolean forEver) {
        failAt = step;
        dies = forEver;
    }

    /// Whether everything fails since the step chosen by [#failAt].
    synchronized boolean isDead() {
        return dead;
    }

    /// Power is lost and comes back.
    synchronized void losePower(Random random) {
        for (Change change : pending) {
            if (random.nextBoolean()) {
                change.apply(durableNames);
            }
        }
        pending.clear();
        durableNames.keySet().removeIf(path -> path.getParent() != null && !durableNames.containsKey(path.getParent()));
        IdentityHashMap<Inode, Boolean> seen = new IdentityHashMap<>();
        for (Inode inode : durableNames.values()) {
            if (inode != null && seen.put(inode, true) == null) {
                inode.losePower(random);
            }
        }
        names = new TreeMap<>(durableNames);
        restart();
    }

    /// The process ends and another starts; the machine runs on.
    synchronized void restart() {
        dead = false;
        locked = false;
        failAt = Long.MAX_VALUE;
    }

    private boolean strikes(Fault fault) {
        int rate = perMillion[fault.ordinal()];
        if (rate > 0 && chance.nextInt(MILLION) < rate) {
            struck[fault.ordinal()]++;
            return true;
        }
        return false;
    }

    private boolean fails() throws IOException {
        if (!insideBetween) {
            insideBetween = true;
            between.run();
            insideBetween = false;
        }
        steps++;
        if (dead) {
            throw new IOException("no power");
        }
        if (steps >= failAt) {
            dead = dies;
            failAt = Long.MAX_VALUE;
            if (dead) {
                throw new IOException("no power");
            }
            return true;
        }
        return false;
    }

    private Inode file(Path file) throws IOException {
        Inode inode = names.get(file);
        if (inode == null) {
            throw new NoSuchFileException(file.toString());
        }
        return inode;
    }

    private void reading() throws IOException {
        if (dead) {
            throw new IOException("no power");
        }
        if (strikes(Fault.READ_ERROR)) {
            throw new IOException("input/output error");
        }
    }

    @Override
    public synchronized byte[] read(Path file) throws IOException {
        reading();
        return file(file).live.clone();
    }

    @Override
    public synchronized void read(Path file, long position, byte[] out) throws IOException {
        reading();
        byte[] live = file(file).live;
        if (position + out.length > live.length) {
            throw new EOFException(file.toString());
        }
        System.arraycopy(live, (int) position, out, 0, out.length);
    }

    @Override
    public synchronized byte[] readAroundCache(Path file) throws IOException {
        reading();
        Inode inode = file(file);
        inode.force(); // a direct read first writes out what is dirty
        return inode.durable.clone();
    }

    @Override
    public synchronized void write(Map<Path, byte[]> files) throws IOException {
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            Path path = file.getKey();
            boolean failed = fails() || strikes(Fault.NO_SPACE) || strikes(Fault.WRITE_ERROR);
            Inode inode = names.get(path);
            if (inode == null) {
                inode = new Inode();
                change(new Change(null, path, inode));
            }
            byte[] bytes = file.getValue();
            inode.live = new byte[0];
            inode.write(0, bytes, failed ? bytes.length / 2 : bytes.length);
            if (failed) {
                throw new IOException("no space for " + path);
            }
            force(inode);
        }
    }

    private void force(Inode inode) throws IOException {
        if (fails() || strikes(Fault.FORCE_ERROR)) {
            inode.dirty.clear();
            throw new IOException("input/output error");
        }
        if (!strikes(Fault.LOST_FORCE)) {
            inode.force();
        }
    }

    private void change(Change change) throws IOException {
        Path come = change.come;
        if (come != null && !names.containsKey(Objects.requireNonNull(come.getParent()))) {
            throw new NoSuchFileException(come.toString());
        }
        change.apply(names);
        pending.add(change);
    }

    private void changeName(Change change) throws IOException {
        if (fails() || strikes(Fault.NAME_ERROR)) {
            throw new IOException("input/output error");
        }
        change(change);
    }

    @Override
    public synchronized Open open(Path path) throws IOException {
        Inode inode = file(path);
        return new Open() {
            @Override
            public void write(long position, ByteBuffer bytes) throws IOException {
                synchronized (SimDisk.this) {
                    writeInPlace(path, inode, position, bytes);
                }
            }

            @Override
            public void force() throws IOException {
                synchronized (SimDisk.this) {
                    SimDisk.this.force(inode);
                }
            }

            @Override
            public void close() {}
        };
    }

    private void writeInPlace(Path path, Inode inode, long position, ByteBuffer bytes) throws IOException {
        boolean failed = fails() || strikes(Fault.WRITE_ERROR);
        int length = bytes.remaining();
        if (failed || length > 1 && strikes(Fault.SHORT_WRITE)) {
            length = failed ? length / 2 : 1 + chance.nextInt(length - 1);
        }
        byte[] out = new byte[length];
        bytes.get(out);
        int at = (int) position;
        if (strikes(Fault.MISDIRECTED_WRITE)) {
            at = chance.nextInt(inode.live.length / WalFormat.PAGE) * WalFormat.PAGE;
            length = Math.min(length, inode.live.length - at);
        }
        inode.write(at, out, length);
        if (failed) {
            throw new IOException("input/output error on " + path);
        }
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        changeName(new Change(from, to, file(from)));
    }

    @Override
    public synchronized void createDirectory(Path directory) throws IOException {
        changeName(new Change(null, directory, null));
    }

    @Override
    public synchronized void forceDirectory(Path directory) throws IOException {
        if (fails() || strikes(Fault.FORCE_ERROR)) {
            throw new IOException("input/output error");
        }
        if (!strikes(Fault.LOST_FORCE)) {
            for (int i = 0; i < pending.size(); ) {
                if (pending.get(i).touches(directory)) {
                    pending.remove(i).apply(durableNames);
                } else {
                    i++;
                }
            }
        }
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        if (names.containsKey(file)) {
            changeName(new Change(file, null, null));
        }
    }

    @Override
    public synchronized boolean exists(Path file) {
        return names.containsKey(file);
    }

    @Override
    public synchronized long length(Path file) throws IOException {
        return file(file).live.length;
    }

    @Override
    public synchronized List<String> list(Path directory) {
        List<String> found = new ArrayList<>();
        for (Path path : names.tailMap(directory, false).keySet()) {
            if (!path.startsWith(directory)) {
                break;
            }
            if (path.getNameCount() == directory.getNameCount() + 1) {
                found.add(String.valueOf(path.getFileName()));
            }
        }
        found.sort(null);
        return found;
    }

    @Override
    public synchronized Room room(Path path) {
        return new Room(Long.MAX_VALUE / 2, freeBytes);
    }

    @Override
    public synchronized Lock lock(Path file) {
        if (locked) {
            throw new LedgerException("locked", "another writer has " + file);
        }
        locked = true;
        return new SimLock(() -> locked = false);
    }
}
