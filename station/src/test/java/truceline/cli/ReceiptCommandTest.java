package truceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.ledger.Acceptance;
import truceline.ledger.Signer;
import truceline.station.LedgerView;
import truceline.store.StationKeys;
import truceline.web.Site;
import truceline.web.WebStation;

/// A receipt is kept only where every entry it was given for is, in a folder as over an address.
class ReceiptCommandTest {
    private static final String ID = "000102030405060708090a0b0c0d0e0f";

    @TempDir
    private Path dir = Path.of("");

    private Path station = dir;

    @BeforeEach
    void found() throws IOException {
        station = dir.resolve("station");
        Worked.found(station);
    }

    private Path receipt(int index, int count, int wrong) throws IOException {
        LedgerView view = LedgerView.open(station);
        List<byte[]> entries = new ArrayList<>();
        for (int i = index; i < index + count; i++) {
            entries.add(i == wrong || i >= view.size() ? "other".getBytes(StandardCharsets.UTF_8) : view.entry(i));
        }
        Signer log = StationKeys.read(station).log();
        byte[] note = Acceptance.of(Worked.ORIGIN, ID, index, entries).sign(log).encode();
        return Files.write(dir.resolve("receipt-" + index + "-" + count + "-" + wrong), note);
    }

    private void check(String place) throws IOException {
        Worked.Said whole = Worked.run("receipt", receipt(2, 4, -1), place);
        assertThat(whole.exit()).as(whole.out() + whole.err()).isZero();
        assertThat(whole.out()).contains("kept: all 4 entries from 2 on");
        assertThat(Worked.run("receipt", receipt(2, 1, -1), place).out()).contains("kept: entry 2 ");
        for (int wrong = 2; wrong < 6; wrong++) {
            Worked.Said said = Worked.run("receipt", receipt(2, 4, wrong), place);
            assertThat(said.exit()).as("entry %d", wrong).isEqualTo(Exit.NO);
            assertThat(said.out()).doesNotContain("kept:");
        }
        int size = (int) LedgerView.open(station).size();
        Worked.Said beyond = Worked.run("receipt", receipt(size - 2, 4, -1), place);
        assertThat(beyond.exit()).isEqualTo(Exit.UNAVAILABLE);
        assertThat(beyond.out()).contains("does not reach");
    }

    @Test
    void every_entry_of_a_receipt_is_looked_up_in_a_folder() throws IOException {
        check(station.toString());
    }

    @Test
    void every_entry_of_a_receipt_is_looked_up_over_an_address() throws IOException {
        try (WebStation web = WebStation.start(0, List.of(new Site("station", "", "", station)), false)) {
            check("http://127.0.0.1:" + web.port() + "/");
        }
    }

    @Test
    void a_proof_of_the_first_entry_shows_no_other() throws IOException {
        Path proof = Files.write(
                dir.resolve("proof"), LedgerView.open(station).proof(2).encode());
        String key = LedgerView.open(station).key();
        Worked.Said one = Worked.run("receipt", receipt(2, 1, -1), "--key", key, "--proof", proof);
        assertThat(one.exit()).isZero();
        Worked.Said many = Worked.run("receipt", receipt(2, 4, -1), "--key", key, "--proof", proof);
        assertThat(many.exit()).isEqualTo(Exit.UNAVAILABLE);
        assertThat(many.out()).contains("the first of 4 is kept");
    }
}
