package truceline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.ledger.Checkpoint;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.station.AgreementFile;
import truceline.station.Founding;
import truceline.station.Station;
import truceline.store.LedgerStore;
import truceline.store.StationKeys;

/// One folder outlives one process after another, each ended with signal 9 at a moment that chance picks: while it
/// starts, recovers, writes, seals or closes. The receipts are kept apart and compared.
///
/// `-Dtruceline.deaths=320` runs it at full length (`scripts/kill.sh`); the default is a sample.
class DeathsTest {
    private static final int DEATHS = Integer.getInteger("truceline.deaths", 40);
    private static final long SEED = Long.getLong("truceline.deaths.seed", 9);
    private static final int ROWS = 2_000;
    private static final int LOOK_EVERY = 8;

    @TempDir
    private Path folder = Path.of("");

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Path> submitted = new ArrayList<>();
    private final List<Receipts.Line> receipts = new ArrayList<>();
    private final List<Checkpoint> older = new ArrayList<>();
    private Path home = Path.of("");

    @Test
    void what_was_receipted_outlives_one_death_after_another_in_the_same_folder() throws Exception {
        home = folder.resolve("station");
        AgreementFile agreement = AgreementFile.read(Program.ONDRAL.resolve("ondral.agreement.yaml"), null);
        Founding.found(home, "ledger.example/deaths", agreement, () -> FaultedSubmit.NOW_MS);
        QuickJava writing = new QuickJava(Files.createDirectory(folder.resolve("writing")), WritingOn.class);
        QuickJava submitting = new QuickJava(Files.createDirectory(folder.resolve("submitting")), FaultedSubmit.class);
        for (int death = 0; death < DEATHS; death++) {
            Path file = folder.resolve("receipts-" + death);
            if (death % LOOK_EVERY == 3) {
                endSubmission(submitting, death, file);
            } else {
                // every fifth dies while it opens, and so does the one that then recovers
                endWriting(writing, death, file, death % 5 < 2);
            }
            List<Receipts.Line> lines = Receipts.read(file);
            assertThat(lines.stream().filter(line -> line.index() < lastIndex()))
                    .as("death %d: indexes given twice", death)
                    .isEmpty();
            receipts.addAll(lines);
            older.addAll(Receipts.checkpoints(home));
            if (death % LOOK_EVERY == LOOK_EVERY - 1 || death == DEATHS - 1) {
                look(death);
            }
        }
        resubmit();
        assertThat(Receipts.broken(home, receipts)).isEmpty();
        assertThat(Receipts.faults(home, older)).isEmpty();
        assertThat(receipts).hasSizeGreaterThan(DEATHS * 100);
        new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                .println(DEATHS + " deaths, " + receipts.size() + " receipts, 0 lost, 0 changed, 0 given twice");
    }

    private long lastIndex() {
        return receipts.isEmpty() ? 0 : receipts.getLast().index() + 1;
    }

    private void endWriting(QuickJava java, int death, Path file, boolean whileOpening) throws Exception {
        Process process = java.start(false, home, file, "d" + SEED + "-" + death);
        try (BufferedReader words =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            if (random.nextInt(20) > 0) {
                assertThat(words.readLine()).isEqualTo("opening");
                if (!whileOpening) {
                    assertThat(words.readLine()).isEqualTo("open");
                }
            }
            long nanos = 1_000_000L * random.nextInt(whileOpening ? 60 : 500);
            Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(process.exitValue()).isEqualTo(137);
    }

    private void endSubmission(QuickJava java, int death, Path file) throws Exception {
        Path rows = Receipts.rows(folder.resolve("rows-" + death + ".csv"), ROWS, SEED + death, "d" + death + "-");
        submitted.add(rows);
        Process process = java.start(false, home, rows, file, "patrols");
        try (BufferedReader words =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            process.getOutputStream().write("\n\n".getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            assertThat(words.readLine()).isEqualTo("ready");
            assertThat(words.readLine()).isEqualTo("open");
            Thread.sleep(random.nextInt(300));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /// Opens the folder here, and compares what has been receipted so far.
    private void look(int death) throws IOException {
        LedgerStore.open(home, StationKeys.read(home).log()).close();
        assertThat(Receipts.broken(home, receipts)).as("after death %d", death).isEmpty();
        older.addAll(Receipts.checkpoints(home));
    }

    /// Every file again: all its rows are there once. And no entry of the other writers is there twice.
    private void resubmit() throws IOException {
        try (Station station = Station.open(home, () -> FaultedSubmit.NOW_MS)) {
            for (Path file : submitted) {
                var again = Receipts.submit(station, "patrols", file);
                assertThat(again.accepted() + again.duplicates()).isEqualTo(ROWS);
            }
            assertThat(station.picture().rows()).isEqualTo((long) ROWS * submitted.size());
        }
        TreeSet<String> names = new TreeSet<>();
        LedgerStore.openReadOnly(home)
                .forEach(0, LedgerStore.openReadOnly(home).checkpoint().size(), (index, entry) -> {
                    if (EntryText.read(entry) instanceof Entry.SourceEntered source) {
                        assertThat(names.add(source.id()))
                                .as("entry %d: %s", index, source.id())
                                .isTrue();
                    }
                });
    }
}
