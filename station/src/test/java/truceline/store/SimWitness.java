package truceline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import truceline.ledger.CosignatureKey;
import truceline.ledger.Cosigner;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.WitnessRequest;

/// A witness of the simulation: the real store of one, on a disk that fails, on a machine that dies and comes back.
final class SimWitness {
    private static final Path FOLDER = Path.of("/witness");

    private final WholePath world;
    private final SimDisk disk = new SimDisk(FOLDER);
    private final Cosigner key;
    private @Nullable WitnessStore store;
    private boolean cutOff;

    SimWitness(WholePath world, int number) {
        this.world = world;
        byte[] seed = new byte[32];
        seed[0] = (byte) (number + 1);
        key = Cosigner.of("witness.example/" + number, seed);
        disk.chance(world.random);
        try (WitnessStore founding = WitnessStore.open(disk, FOLDER, key)) {
            founding.serve(StorageHistory.KEY.verifier());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CosignatureKey key() {
        return key.key();
    }

    void start() {
        disk.fault(SimDisk.Fault.FORCE_ERROR, 5_000);
        disk.fault(SimDisk.Fault.WRITE_ERROR, 5_000);
        up();
        world.after(world.random.nextInt(6_000), this::trouble);
    }

    private void up() {
        if (store != null) {
            return;
        }
        try {
            store = WitnessStore.open(disk, FOLDER, key);
        } catch (IOException | LedgerException e) {
            if (world.isCalm()) {
                throw new AssertionError("a witness does not start: " + e.getMessage(), e);
            }
            die();
        }
    }

    private void trouble() {
        if (world.isCalm()) {
            return;
        }
        switch (world.random.nextInt(3)) {
            case 0 -> {
                cutOff = !cutOff;
                world.after(3_000, () -> cutOff = false);
            }
            case 1 -> disk.failAt(disk.steps() + 1 + world.random.nextInt(9), true);
            default -> die();
        }
        world.after(500 + world.random.nextInt(6_000), this::trouble);
    }

    private void die() {
        world.died();
        store = null;
        if (world.random.nextBoolean()) {
            disk.losePower(world.random);
        } else {
            disk.restart();
        }
        world.after(world.random.nextInt(2_000), this::up);
    }

    /// No faults from now on.
    void calm() {
        cutOff = false;
        disk.noFaults();
        disk.restart();
        store = null;
        up();
    }

    boolean isReachable() {
        return store != null && !cutOff;
    }

    /// Size of what it cosigned last, 0 for nothing.
    long size() {
        Note note = store == null ? null : store.findNote(WitnessRequest.originHash(WholePath.log()));
        return note == null ? 0 : truceline.ledger.Checkpoint.parse(note.text()).size();
    }

    /// A request arrives; the answer goes back over the same network.
    void ask(byte[] body, BiConsumer<WitnessStore.Reply, List<Note.Line>> answered) {
        WitnessStore open = store;
        if (open == null || cutOff) {
            return;
        }
        try {
            WitnessStore.Reply reply = open.addCheckpoint(WitnessRequest.parse(body), world.nowMs() / 1000);
            world.send(() -> answered.accept(reply, reply.lines()));
        } catch (LedgerException _) {
            die(); // its disk failed: nothing was answered
        }
    }
}
