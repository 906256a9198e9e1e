package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import truceline.ledger.Hash;

/// A client of the simulation: gives one entry after the other, each until it has the receipt, and now and then asks
/// again for one it has, or gives other bytes under an id it used.
final class SimClient {
    private static final int ENTRIES = 6;
    private static final long PATIENCE_MS = 400;

    private final WholePath world;
    private final int number;
    private final Map<String, WholePath.Receipt> receipts = new LinkedHashMap<>();
    private byte[] current = new byte[0];
    private @Nullable String waitingFor;
    private int given;

    SimClient(WholePath world, int number) {
        this.world = world;
        this.number = number;
    }

    void start() {
        world.after(world.random.nextInt(500), this::next);
    }

    boolean isDone() {
        return given == ENTRIES && waitingFor == null;
    }

    Map<String, WholePath.Receipt> receipts() {
        return receipts;
    }

    /// The id that an entry of the simulation begins with.
    static String idOf(byte[] entry) {
        return HexFormat.of().formatHex(entry, 0, 8);
    }

    private void next() {
        if (given == ENTRIES) {
            return;
        }
        byte[] entry = new byte[8 + world.random.nextInt(100)];
        world.random.nextBytes(entry);
        entry[0] = (byte) number;
        entry[1] = (byte) given++;
        current = entry;
        waitingFor = idOf(entry);
        insist(waitingFor);
    }

    private void insist(String id) {
        if (id.equals(waitingFor)) {
            byte[] entry = current;
            world.send(() -> world.station().submit(this, entry));
            world.after(PATIENCE_MS + world.random.nextInt(200), () -> insist(id));
        }
    }

    /// A receipt arrives, perhaps not the first for its id.
    void receive(String id, WholePath.Receipt receipt) {
        WholePath.Receipt before = receipts.putIfAbsent(id, receipt);
        assertThat(before == null || before.equals(receipt))
                .as("two receipts for one id")
                .isTrue();
        if (id.equals(waitingFor)) {
            assertThat(receipt.leaf()).as("the receipt is for what was given").isEqualTo(Hash.leaf(current));
            waitingFor = null;
            if (world.random.nextInt(4) == 0) {
                byte[] other = Arrays.copyOf(current, current.length + 1);
                world.send(() -> world.station().submit(this, other));
            }
            world.after(world.random.nextInt(1_200), this::next);
        }
    }

    /// The station says that the id is held with other bytes.
    void refused(String id) {
        assertThat(id.equals(waitingFor))
                .as("a conflict about an entry given once")
                .isFalse();
    }
}
