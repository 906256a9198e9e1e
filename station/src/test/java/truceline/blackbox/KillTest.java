package truceline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import truceline.ledger.Hash;
import truceline.ledger.TreeHasher;
import truceline.store.LedgerStore;
import truceline.store.ReadOnlyLedger;

/// The process is killed at the n-th receipt of a long submission: what was receipted is there.
///
/// `-Dtruceline.kill.rows=1000000` runs it at full length; the default is a sample.
class KillTest {
    private static final int ROWS = Integer.getInteger("truceline.kill.rows", 20_000);
    private static final int[] HUNDREDTHS = {0, 3, 9, 17, 28, 41, 55, 69, 83, 96};

    @Test
    void what_was_receipted_survives_a_kill_and_resubmission_makes_no_duplicate(@TempDir Path folder) throws Exception {
        Path file = rows(folder.resolve("rows.csv"));
        int expectedEntries = ROWS / 200;
        for (int hundredth : HUNDREDTHS) {
            Path home = folder.resolve("station-" + hundredth);
            Program.expectDone(
                    Program.run("init", home, "--agreement", Program.ONDRAL.resolve("ondral.agreement.yaml")));
            Path receipts = folder.resolve("receipts-" + hundredth);
            killAt(1 + expectedEntries * hundredth / 100, home, file, receipts, folder);
            List<String> receipted = Files.readAllLines(receipts);
            Program.Outcome again = Program.expectDone(
                    Program.run("submit", home, "--source", "bench", "--format", "observations-csv", "--json", file));
            JsonNode receipt = JsonMapper.builder().build().readTree(again.out());
            assertThat(receipt.get("accepted").asLong()
                            + receipt.get("duplicates").asLong())
                    .isEqualTo(ROWS);
            assertThat(receipt.get("rejected").asLong()).isZero();
            assertReceipted(home, receipted);
            assertThat(Program.run("audit", home).code()).isZero();
            JsonNode status = JsonMapper.builder()
                    .build()
                    .readTree(Program.run("status", home, "--json").out());
            assertThat(status.get("counts").get("observations").asLong()).isEqualTo(ROWS);
        }
    }

    private static void killAt(int receipt, Path home, Path file, Path receipts, Path folder) throws Exception {
        Files.createFile(receipts);
        Process process = Program.start(
                folder,
                List.of(),
                folder.resolve("out"),
                folder.resolve("words"),
                "submit",
                home,
                "--source",
                "bench",
                "--format",
                "observations-csv",
                "--receipts",
                receipts,
                file);
        while (process.isAlive() && lines(receipts) < receipt) {
            Thread.onSpinWait();
        }
        process.destroyForcibly().waitFor();
        assertThat(lines(receipts)).isGreaterThanOrEqualTo(receipt);
    }

    private static long lines(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long lines = 0;
        for (byte each : bytes) {
            lines += each == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static void assertReceipted(Path home, List<String> receipted) {
        ReadOnlyLedger ledger = LedgerStore.openReadOnly(home);
        TreeHasher hasher = new TreeHasher();
        for (String line : receipted) {
            int space = line.indexOf(' ');
            if (space < 0 || line.length() != space + 45) {
                continue;
            }
            byte[] entry = ledger.entry(Long.parseLong(line.substring(0, space)));
            byte[] leaf = new byte[Hash.BYTES];
            hasher.leaf(entry, 0, entry.length, leaf, 0);
            assertThat(Hash.at(leaf, 0).base64()).isEqualTo(line.substring(space + 1));
        }
    }

    private static Path rows(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,time,longitude,latitude,radius_m,means,kind,number\n");
            for (int row = 0; row < ROWS; row++) {
                out.write(String.format(
                        Locale.ROOT,
                        "k%d,2031-05-%02dT%02d:%02d:00Z,%.6f,%.6f,150,heard,explosion,%d\n",
                        row,
                        1 + random.nextInt(20),
                        random.nextInt(24),
                        random.nextInt(60),
                        -28.9 + random.nextDouble(),
                        -27.9 + random.nextDouble(),
                        1 + random.nextInt(5)));
            }
        }
        return file;
    }
}
