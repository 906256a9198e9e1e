package truceline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.station.FolderAudit;

/// Any one byte of any file of the record, changed, is found and named.
class TamperTest {
    @Test
    void bytes_changed_all_over_every_file_under_ledger_are_found_and_named(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path home = Program.ondral(folder);
        assertThat(FolderAudit.of(home, null).tree()).isEmpty();
        List<String> missed = new ArrayList<>();
        int tried = 0;
        for (Path file : Folders.files(home.resolve("ledger"))) {
            byte[] good = Files.readAllBytes(file);
            int step = Math.max(1, good.length / 700);
            for (int at = 0; at < good.length; at += step) {
                byte[] bad = good.clone();
                bad[at] ^= (byte) (1 << at % 8);
                Files.write(file, bad);
                FolderAudit.Result result = FolderAudit.of(home, null);
                boolean named = result.tree().stream()
                        .anyMatch(difference ->
                                difference.index() >= 0 || !difference.file().isEmpty());
                if (!named) {
                    missed.add(file.getFileName() + " byte " + at);
                }
                tried++;
            }
            Files.write(file, good);
        }
        assertThat(missed).isEmpty();
        assertThat(tried).isGreaterThan(1000);
    }

    @Test
    void the_command_names_the_entry_and_exits_with_one(@TempDir Path folder) throws IOException, InterruptedException {
        Path home = Program.ondral(folder);
        Path bundle = Folders.files(home.resolve("ledger/tile/entries")).getFirst();
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length - 40] ^= 1;
        Files.write(bundle, bytes);
        Program.Outcome outcome = Program.run("audit", home, "--json");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("\"ok\":false")
                .contains("\"index\":")
                .contains("tile/entries/000");
        Program.Outcome fsck = Program.run("fsck", home);
        assertThat(fsck.code()).isEqualTo(1);
    }

    @Test
    void a_file_that_does_not_belong_there_is_named(@TempDir Path folder) throws IOException, InterruptedException {
        Path home = Program.ondral(folder);
        Files.writeString(home.resolve("ledger/tile/0/extra"), "x");
        assertThat(FolderAudit.of(home, null).tree())
                .anySatisfy(difference -> assertThat(difference.file()).isEqualTo("tile/0/extra"));
    }
}
