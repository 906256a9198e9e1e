package truceline.station;

import static org.assertj.core.api.Assertions.assertThat;
import static truceline.station.ProtectedStation.row;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What two persons decide to shred leaves the copy of the vault with the next backup.
class BackupShreddingTest {
    private static final int TAIL_BYTES = 40;

    @TempDir
    private Path dir = Path.of("");

    /// The end of every file with keys, which is the end of a wrapped key.
    private static List<String> tails(Path vault) throws IOException {
        List<String> tails = new ArrayList<>();
        try (Stream<Path> files = Files.walk(vault)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".keys")).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                tails.add(text.substring(text.length() - TAIL_BYTES));
            }
        }
        return tails;
    }

    @Test
    void keys_that_were_shredded_are_not_in_the_copy_after_the_next_backup() throws IOException {
        Path folder = dir.resolve("station");
        Path copy = dir.resolve("copy");
        Path vault = dir.resolve("vault");
        List<String> before;
        try (Station station = ProtectedStation.found(folder)) {
            Receipt receipt = ProtectedStation.patrols(station, row(1, "P-1", "a remark", "a person"));
            long rows = receipt.firstEntry() + receipt.entries() - 1;
            assertThat(Safekeeping.run(folder, copy, vault).isWhole()).isTrue();
            before = tails(vault);
            ProtectedStation.redact(station, rows + "/0", "M");
            ProtectedStation.redact(station, rows + "/0", "R");
        }
        List<String> gone = new ArrayList<>(before);
        gone.removeAll(tails(folder.resolve("vault")));
        assertThat(gone).as("keys of the row and of its file").hasSize(3);
        Safekeeping.Result after = Safekeeping.run(folder, copy, vault);
        assertThat(after.isWhole()).isTrue();
        try (Stream<Path> files = Files.walk(vault)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(gone);
            }
        }
        assertThat(Safekeeping.run(folder, copy, vault).vault().copied()).isZero();
    }
}
