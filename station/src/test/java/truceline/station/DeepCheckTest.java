package truceline.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.audit.Difference;
import truceline.ledger.Checkpoint;
import truceline.ledger.LedgerException;
import truceline.mission.Mission;
import truceline.mission.Snapshot;
import truceline.mission.Submission;
import truceline.store.FolderCheck;
import truceline.store.LedgerStore;
import truceline.store.SnapshotFile;
import truceline.store.StationKeys;

class DeepCheckTest {
    @TempDir
    private Path folder = Path.of("");

    private Submission submission;

    @BeforeEach
    void found() throws IOException {
        try (Station station = ProtectedStation.found(folder)) {
            ProtectedStation.patrols(station, ProtectedStation.row(1, "post", "a remark", "a person"));
            submission = station.picture().submissions().values().iterator().next();
        }
    }

    private List<Difference> differences() throws IOException {
        return DeepCheck.of(folder, null).differences();
    }

    private void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void a_station_as_it_was_closed_is_whole_also_after_its_key_changed() throws IOException {
        assertThat(differences()).isEmpty();
        String first = LogKeyChange.chain(folder).inForce().getFirst().text();
        LogKeyChange.rotate(folder, () -> ProtectedStation.NOW_MS, List.of());
        LogKeyChange.retire(folder, () -> ProtectedStation.NOW_MS, first, List.of());
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_removed_blob_is_named() throws IOException {
        String name = submission.entered().blob();
        String path = "blobs/" + name.substring(0, 2) + "/" + name;
        Files.delete(folder.resolve(path));
        assertThat(differences()).containsExactly(new Difference(submission.index(), path, "missing-blob"));
    }

    @Test
    void a_flipped_byte_of_the_history_is_named_wherever_it_is() throws IOException {
        Path history = folder.resolve("history/000000001");
        int length = (int) Files.size(history);
        for (int at : new int[] {30, length / 2, length - 40, length - 2}) {
            flip(history, at);
            assertThat(differences())
                    .as("byte %d", at)
                    .isNotEmpty()
                    .allMatch(each ->
                            each.file().contains("history") || each.what().equals("inconsistent"));
            flip(history, at);
        }
    }

    @Test
    void a_history_that_is_gone_or_cut_off_at_its_beginning_is_named_and_nothing_is_signed_without_it()
            throws IOException {
        Path file = folder.resolve("history/000000001");
        Files.move(file, folder.resolve("history/000000002"));
        assertThat(missing()).containsExactly("history/000000001");
        Files.move(folder.resolve("history/000000002"), file);
        byte[] whole = Files.readAllBytes(file);
        byte[] published = Files.readAllBytes(folder.resolve("ledger/checkpoint"));
        Files.write(file, new byte[0]);
        assertThat(missing()).containsExactly("history");
        refuses("is empty");
        Files.delete(file);
        assertThat(missing()).containsExactly("history");
        refuses("is missing");
        Files.delete(folder.resolve("history"));
        assertThat(missing()).containsExactly("history");
        refuses("is missing");
        assertThat(Files.readAllBytes(folder.resolve("ledger/checkpoint"))).isEqualTo(published);
        Files.createDirectories(folder.resolve("history"));
        Files.write(file, whole);
        assertThat(differences()).isEmpty();
        Station.open(folder, () -> ProtectedStation.NOW_MS).close();
    }

    private List<String> missing() {
        return FolderCheck.run(folder, FolderAudit.keys(folder, null), false).differences().stream()
                .filter(each -> each.what().equals("history-missing"))
                .map(Difference::file)
                .toList();
    }

    private void refuses(String words) {
        assertThatThrownBy(() -> Station.open(folder, () -> ProtectedStation.NOW_MS))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining(words)
                .extracting(e -> ((LedgerException) e).code())
                .isEqualTo("history-missing");
    }

    @Test
    void a_protected_text_or_key_that_is_gone_or_does_not_open_is_named() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder.resolve("vault"))) {
            files = all.filter(each -> each.toString().matches(".*\\.(keys|data)"))
                    .toList();
        }
        assertThat(files).hasSize(5);
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            String name = folder.relativize(file).toString().replace(".data", ".keys");
            boolean isData = file.toString().endsWith(".data");
            if (!isData) {
                Files.delete(file);
                assertThat(vaultDifferences()).as("%s is gone", file).containsExactly(name + " vault-missing");
                Files.write(file, whole);
            }
            if (!name.contains("blobs")) {
                flip(file, whole.length - 1);
                assertThat(vaultDifferences()).as("%s is spoilt", file).containsExactly(name + " vault-damaged");
                Files.write(file, whole);
            }
        }
        assertThat(vaultDifferences()).isEmpty();
        Files.move(folder.resolve("keys"), folder.resolve("keys-apart"));
        assertThat(vaultDifferences()).as("a copy without keys").isEmpty();
    }

    private List<String> vaultDifferences() throws IOException {
        return differences().stream()
                .map(each -> each.file() + " " + each.what())
                .toList();
    }

    @Test
    void a_planted_snapshot_is_named_sealed_or_not() throws IOException {
        Checkpoint checkpoint = LedgerStore.openReadOnly(folder).checkpoint();
        byte[] identity = StationKeys.read(folder).identity();
        for (byte[] key : List.of(identity, new byte[32])) {
            SnapshotFile.write(
                    SnapshotFile.in(folder),
                    key,
                    Snapshot.VERSION,
                    checkpoint.size(),
                    checkpoint.root(),
                    out -> Snapshot.write(new Mission(), out));
            String what = Arrays.equals(key, identity) ? "snapshot-differs" : "snapshot-damaged";
            assertThat(differences()).containsExactly(new Difference(-1, "state/snapshot", what));
        }
    }
}
