package truceline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.mission.Mission;
import truceline.mission.Snapshot;
import truceline.station.Told;
import truceline.store.LedgerStore;
import truceline.store.ReadOnlyLedger;

/// The demonstration's day, broken off anywhere and gone on with from a snapshot.
class SnapshotDayTest {
    private static final int CUTS = 6;

    @TempDir
    static Path temporary;

    private static final List<byte[]> ENTRIES = new ArrayList<>();

    @BeforeAll
    static void generate() throws IOException {
        Sites sites = Demo.generate(temporary.resolve("demo"), Demo.SEED, sentence -> {});
        ReadOnlyLedger ledger =
                LedgerStore.openReadOnly(sites.sites().getFirst().folder());
        ledger.forEach(0, ledger.size(), (index, entry) -> ENTRIES.add(entry));
    }

    @Test
    void a_snapshot_and_the_rest_of_the_day_tell_what_the_whole_day_tells() {
        Mission whole = fold(new Mission(), ENTRIES.size());
        String told = Told.of(whole.picture());
        byte[] last = bytes(whole);
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < CUTS; i++) {
            int cut = i == 0 ? ENTRIES.size() : random.nextInt(ENTRIES.size());
            byte[] snapshot = bytes(fold(new Mission(), cut));
            Mission resumed = Snapshot.read(MemorySegment.ofArray(snapshot));
            assertThat(bytes(resumed)).as("written again, cut at %d", cut).isEqualTo(snapshot);
            fold(resumed, ENTRIES.size());
            assertThat(Told.of(resumed.picture())).as("cut at %d", cut).isEqualTo(told);
            assertThat(bytes(resumed)).as("cut at %d", cut).isEqualTo(last);
        }
    }

    private static Mission fold(Mission mission, int to) {
        while (mission.size() < to) {
            mission.apply(mission.size(), ENTRIES.get((int) mission.size()));
        }
        return mission;
    }

    private static byte[] bytes(Mission mission) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Snapshot.write(mission, out);
        return out.toByteArray();
    }
}
