package truceline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.ledger.Signer;

/// What is secret is written for its owner alone, and a key that others may read is not used.
class PrivateFilesTest {
    @TempDir
    private Path dir = Path.of("");

    @Test
    void a_key_that_others_may_read_is_refused_and_the_refusal_says_what_to_do() throws IOException {
        Path key = dir.resolve("a.key");
        assertThat(Worked.run("key", "new", key, "--name", "analyst-1").exit()).isZero();
        assertThat(KeyFile.read(key).name()).isEqualTo("analyst-1");
        for (String mode : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(mode));
            assertThatThrownBy(() -> KeyFile.read(key)).as(mode).hasMessageContaining("chmod 600 " + key);
        }
        Worked.Said said = Worked.run("submit", "http://127.0.0.1:1/", "--source", "a", "--key", key, dir);
        assertThat(said.exit()).isEqualTo(Exit.REFUSED);
        assertThat(said.err()).contains("chmod 600 " + key);
    }

    @Test
    void what_is_revealed_to_a_file_is_its_owners_alone() throws IOException {
        Path station = dir.resolve("station");
        Worked.found(station);
        Signer analyst = Worked.enrol(station, "analyst-1");
        Path key = dir.resolve("a.key");
        KeyFile.write(key, analyst.text());
        long rows = truceline.station.LedgerView.open(station).size();
        Path out = dir.resolve("out.txt");
        Worked.Said said = new Worked.Said(1, "", "");
        for (long at = rows - 1; said.exit() != 0 && at > 0; at--) {
            said = Worked.run(
                    "reveal", station, at + "/0", "--class", "M", "--key", key, "--why", "a test", "--out", out);
        }
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(Files.readString(out)).contains("seen from the mill");
        assertThat(Worked.mode(out)).isEqualTo("rw-------");
        Worked.Said twice =
                Worked.run("reveal", station, "1/0", "--class", "M", "--key", key, "--why", "a test", "--out", out);
        assertThat(twice.exit()).isEqualTo(Exit.REFUSED);
        assertThat(twice.err()).contains("out.txt");
    }
}
