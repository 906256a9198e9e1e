package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import truceline.ledger.Checkpoint;
import truceline.ledger.CompactRange;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.LogKeys;
import truceline.ledger.Note;
import truceline.ledger.WitnessRequest;
import truceline.ledger.Witnessing;

/// The station of the simulation: the real writer of a ledger on a disk that fails, with a memory of ids that is built
/// anew at each start, on a machine that dies, comes back, and is now and then restored from an old copy.
final class SimStation {
    private static final Path ROOT = Path.of("/station");
    private static final StationFolder FOLDER = new StationFolder(ROOT);
    private static final LedgerStore.Settings SETTINGS = LedgerStore.Settings.of(6 << 12, 40, 1 << 12, 40_000);
    private static final int SEAL_MS = 400;

    private final WholePath world;
    private SimDisk disk = new SimDisk(ROOT);
    private @Nullable LedgerWriter writer;
    private @Nullable SimDisk backup;
    private long backupSize;
    private final Map<String, WholePath.Receipt> known = new LinkedHashMap<>();
    private final Map<String, List<SimClient>> inFlight = new LinkedHashMap<>();
    private final long[] witnessed = new long[WholePath.WITNESSES];

    SimStation(WholePath world) {
        this.world = world;
        disk.chance(world.random);
        LedgerWriter.create(disk, ROOT, WholePath.log(), LogKeys.of(StorageHistory.KEY), SETTINGS, world.random)
                .close();
    }

    void start() {
        for (SimDisk.Fault fault :
                List.of(SimDisk.Fault.FORCE_ERROR, SimDisk.Fault.WRITE_ERROR, SimDisk.Fault.READ_ERROR)) {
            disk.fault(fault, world.random.nextInt(3) * 700);
        }
        disk.fault(SimDisk.Fault.SHORT_WRITE, 100_000);
        up();
        world.after(SEAL_MS, this::sealAgain);
        world.after(world.random.nextInt(4_000), this::trouble);
    }

    /// Whether a witness has seen more than this disk has signed.
    private boolean isBehind() throws IOException {
        long locked = Checkpoint.open(disk.read(FOLDER.lockedCheckpoint()), StorageHistory.KEY.verifier())
                .size();
        return world.witnesses.stream().anyMatch(witness -> witness.isReachable() && witness.size() > locked);
    }

    private void up() {
        if (writer != null) {
            return;
        }
        try {
            assertThat(isBehind())
                    .as("a witness is ahead of a disk that nobody put back")
                    .isFalse();
            writer = LedgerWriter.open(disk, ROOT, LogKeys.of(StorageHistory.KEY), SETTINGS, world.random);
            known.clear();
            inFlight.clear();
            writer.forEach(0, writer.size(), this::remember);
            published();
        } catch (IOException | UncheckedIOException | LedgerException e) {
            if (world.isCalm()) {
                throw new AssertionError("the station does not start: " + e.getMessage(), e);
            }
            die();
        }
    }

    private void remember(long index, byte[] entry) {
        WholePath.Receipt before = known.put(SimClient.idOf(entry), new WholePath.Receipt(index, Hash.leaf(entry)));
        assertThat(before).as("the id of entry %d stands once", index).isNull();
    }

    private void trouble() {
        if (world.isCalm()) {
            return;
        }
        switch (world.random.nextInt(4)) {
            case 0 -> die();
            case 1 -> keepCopy();
            case 2 -> putBack();
            default -> disk.failAt(disk.steps() + 1 + world.random.nextInt(40), true);
        }
        world.after(300 + world.random.nextInt(4_000), this::trouble);
    }

    private void die() {
        world.died();
        writer = null;
        if (world.random.nextBoolean()) {
            disk.losePower(world.random);
        } else {
            disk.restart();
        }
        world.after(50 + world.random.nextInt(1_000), this::up);
    }

    private void keepCopy() {
        LedgerWriter open = writer;
        if (open != null && !open.isStopped()) {
            backup = disk.copy();
            backupSize = open.sealed().size();
        }
    }

    /// Somebody restores an old copy while a witness that has seen more can be asked: it must be noticed.
    private void putBack() {
        SimDisk old = backup;
        boolean isAhead =
                world.witnesses.stream().anyMatch(witness -> witness.isReachable() && witness.size() > backupSize);
        if (old == null || writer == null || !isAhead) {
            return;
        }
        writer = null;
        disk.restart();
        SimDisk mine = disk;
        disk = old.copy();
        try {
            assertThat(isBehind()).as("a disk put back in time is noticed").isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        disk = mine; // the operator brings the right one
        up();
    }

    /// No faults from now on.
    void calm() {
        disk.noFaults();
        disk.restart();
        writer = null;
        up();
    }

    /// A submission arrives.
    void submit(SimClient client, byte[] entry) {
        LedgerWriter open = writer;
        if (open == null) {
            return;
        }
        String id = SimClient.idOf(entry);
        WholePath.Receipt receipt = known.get(id);
        if (receipt != null) {
            if (receipt.leaf().equals(Hash.leaf(entry))) {
                world.send(() -> client.receive(id, receipt));
            } else {
                world.send(() -> client.refused(id));
            }
            return;
        }
        List<SimClient> waiting = inFlight.get(id);
        if (waiting != null) {
            waiting.add(client);
            return;
        }
        inFlight.put(id, new ArrayList<>(List.of(client)));
        try {
            open.append(List.of(entry), (index, leaf) -> durable(id, new WholePath.Receipt(index, leaf)));
        } catch (LedgerException _) {
            die();
            return;
        }
        world.after(world.random.nextInt(30), () -> write(open));
    }

    private void write(LedgerWriter open) {
        if (open != writer) {
            return;
        }
        open.writeFrame(false);
        if (open.isStopped()) {
            die();
        }
    }

    private void durable(String id, WholePath.Receipt receipt) {
        known.put(id, receipt);
        List<SimClient> waiting = inFlight.remove(id);
        if (waiting != null) {
            waiting.forEach(client -> world.send(() -> client.receive(id, receipt)));
        }
    }

    private void sealAgain() {
        world.after(SEAL_MS, this::sealAgain);
        LedgerWriter open = writer;
        if (open == null) {
            return;
        }
        try {
            if (open.size() > open.sealed().size()) {
                open.seal();
            }
            published();
            askWitnesses(open);
        } catch (LedgerException | UncheckedIOException _) {
            die();
        }
    }

    private void published() {
        try {
            world.see(Note.parse(disk.read(FOLDER.publishedCheckpoint())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void askWitnesses(LedgerWriter open) {
        ReadOnlyLedger ledger = ReadOnlyLedger.open(disk, FOLDER);
        Note note = ledger.note();
        for (int i = 0; i < WholePath.WITNESSES; i++) {
            SimWitness witness = world.witnesses.get(i);
            int number = i;
            if (!note.cosignatures(List.of(witness.key())).isEmpty()) {
                continue;
            }
            long old = Math.min(witnessed[i], ledger.size());
            List<Hash> proof = old == 0 ? List.of() : ledger.consistency(old);
            byte[] body = new WitnessRequest(old, proof, note).encode();
            world.send(() -> witness.ask(body, (reply, lines) -> answered(open, number, note, reply.answer(), lines)));
        }
    }

    private void answered(LedgerWriter open, int number, Note asked, Witnessing.Answer answer, List<Note.Line> lines) {
        if (open != writer || open.isStopped()) {
            return;
        }
        if (answer.isCosigned() || answer.tellsSize()) {
            witnessed[number] = answer.seen().size();
        }
        try {
            Note now = Note.parse(disk.read(FOLDER.publishedCheckpoint()));
            if (answer.isCosigned() && now.text().equals(asked.text())) {
                open.publish(now.with(lines));
                published();
            }
        } catch (IOException | UncheckedIOException | LedgerException _) {
            die();
        }
    }

    long size() {
        LedgerWriter open = writer;
        return open == null ? -1 : open.size();
    }

    /// Root of each size of the present tree.
    Hash[] roots() {
        LedgerWriter open = open();
        Hash[] roots = new Hash[(int) open.size() + 1];
        CompactRange range = new CompactRange();
        Arrays.setAll(roots, i -> range.root());
        open.forEach(0, open.size(), (index, entry) -> {
            range.append(Hash.leaf(entry).bytes(), 0);
            roots[(int) index + 1] = range.root();
        });
        return roots;
    }

    /// By id, the index it stands at; each once.
    Map<String, Long> indexes() {
        Map<String, Long> indexes = new LinkedHashMap<>();
        open().forEach(
                        0,
                        open().size(),
                        (index, entry) -> assertThat(indexes.put(SimClient.idOf(entry), index))
                                .as("the id of entry %d stands once", index)
                                .isNull());
        return indexes;
    }

    Hash leaf(long index) {
        return Hash.leaf(open().entry(index));
    }

    private LedgerWriter open() {
        LedgerWriter open = writer;
        if (open == null) {
            throw new AssertionError("the station is not up");
        }
        return open;
    }
}
