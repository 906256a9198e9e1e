package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import truceline.ledger.Checkpoint;
import truceline.ledger.CosignatureKey;
import truceline.ledger.Hash;
import truceline.ledger.Note;
import truceline.ledger.Policy;

/// A ledger, four witnesses and their clients, each on a machine of its own that dies and comes back, on a network that
/// loses, repeats, delays and cuts: one thread, virtual time, all of it chosen by a seed.
///
/// At the end: every receipt a client ever got is true, each id stands once, no two checkpoints that a quorum cosigned
/// contradict each other, and once the faults cease everything is sealed within a minute. A broken promise is an
/// [AssertionError].
final class WholePath {
    static final int WITNESSES = 4;

    private static final int CLIENTS = 4;
    private static final long TROUBLE_MS = 12_000;
    private static final long CALM_MS = 60_000;
    private static final String LOG = "ledger.example/simulated";

    final Random random;
    final List<SimWitness> witnesses = new ArrayList<>();
    final Policy policy;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final SimStation station;
    private final List<SimClient> clients = new ArrayList<>();
    private final List<Checkpoint> published = new ArrayList<>();
    private final Map<Long, Hash> sealed = new LinkedHashMap<>();
    private long nowMs;
    private boolean calm;
    private int crashes;

    /// @param tie between events of one moment, by chance
    private record Event(long atMs, int tie, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(atMs, other.atMs);
            return byTime != 0 ? byTime : Integer.compare(tie, other.tie);
        }
    }

    WholePath(long seed) {
        random = new Random(seed);
        StringBuilder text =
                new StringBuilder("log " + StorageHistory.KEY.verifier().text() + "\n");
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < WITNESSES; i++) {
            SimWitness witness = new SimWitness(this, i);
            witnesses.add(witness);
            text.append("witness w")
                    .append(i)
                    .append(' ')
                    .append(witness.key().text())
                    .append('\n');
            members.append(" w").append(i);
        }
        policy = Policy.parse(text + "group sealed 3" + members + "\nquorum sealed\n");
        station = new SimStation(this);
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new SimClient(this, i));
        }
    }

    /// Lives through it; returns how often a machine died.
    int run() throws IOException {
        station.start();
        witnesses.forEach(SimWitness::start);
        clients.forEach(SimClient::start);
        runUntil(TROUBLE_MS);
        calm = true;
        station.calm();
        witnesses.forEach(SimWitness::calm);
        while (nowMs < TROUBLE_MS + CALM_MS && !isAllSealed()) {
            runUntil(nowMs + 500);
        }
        check();
        return crashes;
    }

    private void runUntil(long endMs) {
        while (!events.isEmpty() && events.peek().atMs() <= endMs) {
            Event event = events.remove();
            nowMs = event.atMs();
            event.what().run();
        }
        nowMs = endMs;
    }

    private boolean isAllSealed() {
        return clients.stream().allMatch(SimClient::isDone) && sealed.containsKey(station.size());
    }

    private void check() throws IOException {
        assertThat(clients).as("all is answered in the end").allMatch(SimClient::isDone);
        Hash[] roots = station.roots();
        assertThat(sealed).as("the whole is sealed in the end").containsKey((long) roots.length - 1);
        for (Checkpoint checkpoint : published) {
            assertThat(checkpoint.root())
                    .as("published size %d", checkpoint.size())
                    .isEqualTo(roots[(int) checkpoint.size()]);
        }
        sealed.forEach(
                (size, root) -> assertThat(root).as("sealed size %d", size).isEqualTo(roots[size.intValue()]));
        Map<String, Long> indexes = station.indexes();
        for (SimClient client : clients) {
            client.receipts().forEach((id, receipt) -> {
                assertThat(indexes).as("receipted id").containsEntry(id, receipt.index());
                assertThat(station.leaf(receipt.index()))
                        .as("entry %d", receipt.index())
                        .isEqualTo(receipt.leaf());
            });
        }
    }

    /// What a client is told: the entry is durable at this index.
    record Receipt(long index, Hash leaf) {}

    SimStation station() {
        return station;
    }

    long nowMs() {
        return nowMs;
    }

    boolean isCalm() {
        return calm;
    }

    void died() {
        crashes++;
    }

    void after(long delayMs, Runnable what) {
        events.add(new Event(nowMs + Math.max(0, delayMs), random.nextInt(), what));
    }

    /// Sends a message: it may be lost, come twice, or late, and so behind a later one.
    void send(Runnable arrival) {
        if (calm) {
            after(1 + random.nextInt(5), arrival);
            return;
        }
        if (random.nextInt(5) == 0) {
            return;
        }
        int copies = random.nextInt(8) == 0 ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            after(random.nextInt(6) == 0 ? random.nextInt(3_000) : 1 + random.nextInt(20), arrival);
        }
    }

    /// The world sees a published checkpoint, with whatever cosignatures it has by then.
    void see(Note note) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        published.add(checkpoint);
        if (policy.isSatisfiedBy(note)) {
            Hash before = sealed.putIfAbsent(checkpoint.size(), checkpoint.root());
            assertThat(before == null || before.equals(checkpoint.root()))
                    .as("a fork was sealed")
                    .isTrue();
        }
    }

    List<CosignatureKey> witnessKeys() {
        return witnesses.stream().map(SimWitness::key).toList();
    }

    static String log() {
        return LOG;
    }
}
