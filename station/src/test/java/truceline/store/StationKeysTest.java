package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.ledger.LedgerException;

class StationKeysTest {
    @TempDir
    Path dir;

    @Test
    void new_keys_are_read_back_and_their_files_are_the_owners_alone() throws IOException {
        StationKeys made = StationKeys.create(dir, "monitor.example/ledger");
        StationKeys read = StationKeys.read(dir);
        assertThat(read.log().text()).isEqualTo(made.log().text());
        assertThat(read.log().name()).isEqualTo("monitor.example/ledger");
        assertThat(read.monitor()).isEqualTo(made.monitor()).hasSize(32).isNotEqualTo(read.identity());
        assertThat(read.identity()).isEqualTo(made.identity()).hasSize(32);
        for (String name : List.of("log.key", "monitor.key", "identity.key")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("keys/" + name))))
                    .isEqualTo("rw-------");
        }
        assertThat(read.toString() + read.log()).doesNotContain("PRIVATE");
    }

    @Test
    void keys_are_never_made_twice() {
        StationKeys.create(dir, "a.example");
        assertThatThrownBy(() -> StationKeys.create(dir, "a.example")).hasMessageContaining("exists already");
    }

    @Test
    void a_key_that_others_may_read_is_refused() throws IOException {
        StationKeys.create(dir, "a.example");
        for (String name : List.of("log.key", "monitor.key", "identity.key")) {
            Path file = dir.resolve("keys/" + name);
            for (String mode : List.of("rw-r-----", "rw----r--", "rw--w----")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
                assertThatThrownBy(() -> StationKeys.read(dir))
                        .isInstanceOfSatisfying(
                                LedgerException.class, e -> assertThat(e.code()).isEqualTo("open-key"));
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        StationKeys.read(dir);
    }

    @Test
    void a_missing_or_short_key_is_named() throws IOException {
        StationKeys.create(dir, "a.example");
        Files.write(dir.resolve("keys/monitor.key"), new byte[31]);
        assertThatThrownBy(() -> StationKeys.read(dir)).hasMessageContaining("monitor.key");
        Files.delete(dir.resolve("keys/log.key"));
        assertThatThrownBy(() -> StationKeys.read(dir)).hasMessageContaining("log.key");
    }
}
