package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import truceline.audit.Difference;
import truceline.audit.TreeAudit;
import truceline.audit.TreeFiles;
import truceline.ledger.Checkpoint;
import truceline.ledger.CompactRange;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.LogKeys;
import truceline.ledger.Note;
import truceline.ledger.Signer;

/// One history of a ledger on a disk that fails and loses power at random, all of it chosen by a seed and
/// run by one thread.
///
/// At each start, and at the end: what was acknowledged is there byte for byte at its index, and every
/// checkpoint that anybody could have read is the beginning of the present tree. A broken promise is an
/// [AssertionError].
final class StorageHistory {
    static final Signer KEY = Signer.of("ledger.example/simulated", new byte[32]);

    private static final Path ROOT = Path.of("/station");
    private static final StationFolder FOLDER = new StationFolder(ROOT);
    private static final int LIVES = 9;
    private static final SimDisk.Fault[] FAULTS = {
        SimDisk.Fault.READ_ERROR,
        SimDisk.Fault.WRITE_ERROR,
        SimDisk.Fault.FORCE_ERROR,
        SimDisk.Fault.NO_SPACE,
        SimDisk.Fault.NAME_ERROR
    };

    private final Random random;
    private final SimDisk disk = new SimDisk(ROOT);
    private final LedgerStore.Settings settings;
    private final List<byte[]> given = new ArrayList<>();
    private final List<Checkpoint> seen = new ArrayList<>();
    private @Nullable LedgerWriter writer;
    private long acknowledged;
    private long lastSeen = -1;
    /// Whether the mark behind the last acknowledged frame is still there: power that was lost, or a failed force, may
    /// have taken it, and a changed bit before the next start would be a second fault.
    private boolean isTailMarked = true;

    private @Nullable Path rotten;
    private boolean writing;
    private int crashes;

    /// @param always a fault that strikes now and then in the whole history, besides those the seed chooses
    StorageHistory(long seed, SimDisk.@Nullable Fault always) {
        random = new Random(seed);
        disk.chance(random);
        int pages = 4 + random.nextInt(3);
        settings = LedgerStore.Settings.of(
                pages << 12, 1 + random.nextInt(60), 1 << 10 + random.nextInt(4), 4_000L << random.nextInt(4));
        for (SimDisk.Fault fault : FAULTS) {
            if (random.nextInt(4) == 0) {
                disk.fault(fault, 1 + random.nextInt(10_000));
            }
        }
        disk.fault(SimDisk.Fault.SHORT_WRITE, random.nextInt(3) * 200_000);
        if (always != null) {
            disk.fault(always, 100_000);
        }
        disk.between(this::elsewhere);
    }

    /// Lives through it; returns at how many points it lost power, was ended or met an error.
    int run() throws IOException {
        for (int life = 0; life < LIVES; life++) {
            if (random.nextInt(8) > 0) {
                disk.failAt(disk.steps() + 1 + random.nextInt(random.nextInt(3) == 0 ? 12 : 90), true);
            }
            long forceErrors = disk.struck(SimDisk.Fault.FORCE_ERROR);
            boolean broke = live();
            writer = null;
            if (broke) {
                crashes++;
            }
            isTailMarked &= disk.struck(SimDisk.Fault.FORCE_ERROR) == forceErrors;
            if (broke && random.nextBoolean()) {
                disk.losePower(random);
                isTailMarked = false;
            } else {
                disk.restart();
                if (random.nextInt(40) == 0 && isTailMarked && isRottenAndNoticed()) {
                    return crashes;
                }
            }
            look();
        }
        disk.noFaults();
        end();
        return crashes;
    }

    /// One process, from start to end; true where it broke off.
    private boolean live() {
        try (LedgerWriter living = start()) {
            writer = living;
            compare(living);
            int actions = 1 + random.nextInt(14);
            for (int i = 0; i < actions && !living.isStopped(); i++) {
                act(living);
            }
            if (!living.isStopped() && random.nextBoolean()) {
                living.seal();
            }
            return living.isStopped();
        } catch (LedgerException | UncheckedIOException e) {
            if (!isOfTheDisk(e)) {
                throw e;
            }
            return true;
        }
    }

    /// Only errors of the disk excuse a ledger that will not work.
    private static boolean isOfTheDisk(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /// One bit of a file changes while nothing runs: that ends the history where it is noticed, at the
    /// start or by an audit; where it is not, nothing may be missing or other than it was.
    private boolean isRottenAndNoticed() throws IOException {
        Path folder = random.nextBoolean() ? FOLDER.wal() : ROOT;
        List<Path> files =
                disk.files().stream().filter(path -> path.startsWith(folder)).toList();
        if (files.isEmpty()) {
            return false;
        }
        rotten = files.get(random.nextInt(files.size()));
        disk.rot(rotten, random);
        disk.noFaults();
        if (!isFounded() || !differences().isEmpty()) {
            return true;
        }
        try (LedgerWriter living = start()) {
            compare(living);
            return false;
        } catch (LedgerException e) {
            assertThat(e.code()).isIn("damaged", "bad-signature", "malformed", "history-missing");
            return true;
        }
    }

    private LedgerWriter start() {
        return isFounded()
                ? LedgerWriter.open(disk, ROOT, LogKeys.of(KEY), settings, random)
                : LedgerWriter.create(disk, ROOT, KEY.name(), LogKeys.of(KEY), settings, random);
    }

    private boolean isFounded() {
        return disk.exists(FOLDER.lockedCheckpoint());
    }

    private void act(LedgerWriter living) {
        switch (random.nextInt(8)) {
            case 0 -> living.seal();
            case 1 -> publishAgain(living);
            case 2, 3 -> {
                give(living);
                give(living);
            }
            default -> give(living);
        }
        while (random.nextInt(4) > 0 && write(living)) {
            if (living.isSealDue()) {
                living.seal();
            }
        }
    }

    /// As when a witness's line is added: the same checkpoint is published once more.
    private void publishAgain(LedgerWriter living) {
        try {
            living.publish(Note.parse(disk.read(FOLDER.publishedCheckpoint())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void give(LedgerWriter living) {
        List<byte[]> entries = new ArrayList<>();
        int count = random.nextInt(12) == 0 ? 30 + random.nextInt(200) : 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            byte[] entry = new byte[random.nextInt(random.nextInt(20) == 0 ? 900 : 60)];
            random.nextBytes(entry);
            entries.add(entry);
        }
        living.append(entries, (index, leaf) -> {
            assertThat(index).as("acknowledged in order").isEqualTo(acknowledged);
            assertThat(leaf).as("leaf of %d", index).isEqualTo(Hash.leaf(given.get((int) index)));
            acknowledged++;
        });
        given.addAll(entries);
    }

    /// What goes on between two steps of the disk: the other thread writes a frame, a reader looks.
    private void elsewhere() {
        LedgerWriter living = writer;
        int turn = random.nextInt(16);
        if (turn == 0) {
            look();
        } else if (turn < 3 && living != null && !living.isStopped()) {
            write(living);
        }
    }

    /// One thread writes frames: never within itself.
    private boolean write(LedgerWriter living) {
        if (writing) {
            return false;
        }
        writing = true;
        try {
            return living.writeFrame(false);
        } finally {
            writing = false;
        }
    }

    /// A reader reads the published checkpoint, and keeps it.
    private void look() {
        if (disk.isDead() || !disk.exists(FOLDER.publishedCheckpoint())) {
            return;
        }
        Checkpoint published;
        try {
            published = Checkpoint.parse(
                    Note.parse(disk.read(FOLDER.publishedCheckpoint())).text());
        } catch (IOException _) {
            return; // this reader's own read failed
        }
        if (published.size() != lastSeen) {
            seen.add(published);
            lastSeen = published.size();
        }
    }

    private void compare(LedgerWriter living) {
        long size = living.size();
        assertThat(size)
                .as("entries, of %d acknowledged and %d given", acknowledged, given.size())
                .isBetween(acknowledged, (long) given.size());
        look();
        seen.add(living.sealed());
        assertThat(living.sealed().size()).as("sealed at the start").isEqualTo(size);
        Hash[] roots = new Hash[(int) size + 1];
        CompactRange range = new CompactRange();
        roots[0] = range.root();
        living.forEach(0, size, (index, entry) -> {
            if (!Arrays.equals(entry, given.get((int) index))) {
                throw new AssertionError("entry " + index + " is not what was given");
            }
            range.append(Hash.leaf(entry).bytes(), 0);
            roots[(int) index + 1] = range.root();
        });
        for (Checkpoint checkpoint : seen) {
            assertThat(checkpoint.size()).as("size that was published").isLessThanOrEqualTo(size);
            assertThat(checkpoint.root())
                    .as("root that was published of %d", checkpoint.size())
                    .isEqualTo(roots[(int) checkpoint.size()]);
        }
        seen.clear();
        seen.add(living.sealed());
        isTailMarked = true;
        given.subList((int) size, given.size()).clear();
        acknowledged = size;
    }

    /// The disk works again: the ledger opens, holds what it must, goes on, and every file of it is as
    /// signed.
    private void end() throws IOException {
        if (!isFounded()) {
            assertThat(acknowledged)
                    .as("acknowledged by a ledger that is not there")
                    .isZero();
            given.clear();
        }
        try (LedgerWriter living = start()) {
            writer = living;
            compare(living);
            give(living);
            while (write(living)) {
                assertThat(living.isStopped()).isFalse();
            }
            assertThat(acknowledged).as("all is acknowledged").isEqualTo(given.size());
            assertThat(living.seal().size()).isEqualTo(given.size());
        }
        assertThat(differences())
                .filteredOn(difference ->
                        !FOLDER.ledger().resolve(difference.file()).equals(rotten))
                .isEmpty();
    }

    private List<Difference> differences() {
        Path ledger = FOLDER.ledger();
        List<String> paths = disk.files().stream()
                .filter(path -> path.startsWith(ledger))
                .map(path -> ledger.relativize(path).toString())
                .toList();
        TreeFiles files = new TreeFiles(paths, path -> {
            try {
                return disk.read(ledger.resolve(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return TreeAudit.run(files, KEY.verifier(), List.of(), List.of(), (index, entry) -> {})
                .differences();
    }
}
