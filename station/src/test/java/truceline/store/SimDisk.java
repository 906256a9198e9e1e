package truceline.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A disk in memory that can fail at any step and lose power.
///
/// What was written and not forced survives a loss of power sector by sector, by chance; a change of names that was not
/// forced survives as a whole or not at all, independently of every other. A failed force leaves its sectors marked
/// clean, as Linux does: a later force of them does nothing and reports success.
final class SimDisk implements Disk {
    private static final int SECTOR = 512;

    /// Faults of a writer, planted to see whether the tests notice.
    enum Bug {
        FORCE_SKIPPED,
        FILE_FORCE_SKIPPED,
        DIRECTORY_FORCE_SKIPPED,
        ERRORS_SWALLOWED
    }

    private static final class Inode {
        byte[] live = new byte[0];
        byte[] durable = new byte[0];
        final BitSet dirty = new BitSet();

        void write(int position, byte[] bytes) {
            if (position + bytes.length > live.length) {
                live = Arrays.copyOf(live, position + bytes.length);
            }
            System.arraycopy(bytes, 0, live, position, bytes.length);
            if (bytes.length > 0) {
                dirty.set(position / SECTOR, (position + bytes.length - 1) / SECTOR + 1);
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
            dirty.stream().forEach(this::settle);
            if (durable.length > live.length) {
                durable = Arrays.copyOf(durable, live.length);
            }
            dirty.clear();
        }

        void losePower(Random random) {
            dirty.stream().filter(sector -> random.nextBoolean()).forEach(this::settle);
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

    private final EnumSet<Bug> bugs = EnumSet.noneOf(Bug.class);
    private final List<Change> pending = new ArrayList<>();
    private Map<Path, @Nullable Inode> names = new TreeMap<>();
    private final Map<Path, @Nullable Inode> durableNames = new TreeMap<>();
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

    synchronized void plant(Bug bug) {
        bugs.add(bug);
    }

    /// Steps taken so far: each write, force, rename, making and deleting is one.
    synchronized long steps() {
        return steps;
    }

    /// The step that fails: once, or with everything after it as when power is lost.
    synchronized void failAt(long step, boolean forEver) {
        failAt = step;
        dies = forEver;
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
        dead = false;
        failAt = Long.MAX_VALUE;
    }

    /// The process ends and another starts; the machine runs on.
    synchronized void restart() {
        failAt = Long.MAX_VALUE;
    }

    private boolean fails() throws IOException {
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

    @Override
    public synchronized byte[] read(Path file) throws IOException {
        return file(file).live.clone();
    }

    @Override
    public synchronized void read(Path file, long position, byte[] out) throws IOException {
        byte[] live = file(file).live;
        if (position + out.length > live.length) {
            throw new EOFException(file.toString());
        }
        System.arraycopy(live, (int) position, out, 0, out.length);
    }

    @Override
    public synchronized byte[] readAroundCache(Path file) throws IOException {
        Inode inode = file(file);
        inode.force(); // a direct read first writes out what is dirty
        return inode.durable.clone();
    }

    @Override
    public synchronized void write(Map<Path, byte[]> files) throws IOException {
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            Path path = file.getKey();
            boolean failed = fails();
            Inode inode = names.get(path);
            if (inode == null) {
                inode = new Inode();
                change(new Change(null, path, inode));
            }
            byte[] bytes = failed ? Arrays.copyOf(file.getValue(), file.getValue().length / 2) : file.getValue();
            inode.live = new byte[0];
            inode.write(0, bytes);
            if (failed) {
                throw new IOException("no space for " + path);
            }
            force(inode, Bug.FILE_FORCE_SKIPPED);
        }
    }

    private void force(Inode inode, Bug skipped) throws IOException {
        if (fails()) {
            inode.dirty.clear();
            if (bugs.contains(Bug.ERRORS_SWALLOWED)) {
                return;
            }
            throw new IOException("input/output error");
        }
        if (!bugs.contains(skipped)) {
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
        if (fails()) {
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
                    boolean failed = fails();
                    byte[] out = new byte[failed ? bytes.remaining() / 2 : bytes.remaining()];
                    bytes.get(out);
                    inode.write((int) position, out);
                    if (failed) {
                        throw new IOException("no space for " + path);
                    }
                }
            }

            @Override
            public void force() throws IOException {
                synchronized (SimDisk.this) {
                    SimDisk.this.force(inode, Bug.FORCE_SKIPPED);
                }
            }

            @Override
            public void close() {}
        };
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
        if (fails()) {
            throw new IOException("input/output error");
        }
        if (!bugs.contains(Bug.DIRECTORY_FORCE_SKIPPED)) {
            for (Change change : List.copyOf(pending)) {
                if (change.touches(directory)) {
                    change.apply(durableNames);
                    pending.remove(change);
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
        return names.keySet().stream()
                .filter(path -> directory.equals(path.getParent()))
                .map(path -> String.valueOf(path.getFileName()))
                .sorted()
                .toList();
    }
}
