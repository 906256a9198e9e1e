package truceline.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.intake.ObservationsCsvReader;
import truceline.intake.Refusal;
import truceline.ledger.LedgerException;
import truceline.ledger.Verifier;
import truceline.store.Backup;
import truceline.store.CheckpointHistory;
import truceline.store.FolderCheck;
import truceline.store.StationKeys;

/// The drill of `docs/backup.md`: back up while the station writes, restore, check, go on; and the refusals
/// that keep
/// an old backup from making a second history of one ledger.
class BackupDrillTest {
    private static final Path ONDRAL = Path.of(System.getProperty("truceline.root"), "examples", "ondral");

    @TempDir
    Path dir;

    private Path station;
    private Path backup;
    private Path vault;
    private List<Verifier> log;

    @BeforeEach
    void found() throws IOException {
        station = dir.resolve("station");
        backup = dir.resolve("backup");
        vault = dir.resolve("backup-vault");
        AgreementFile agreement = AgreementFile.read(ONDRAL.resolve("ondral.agreement.yaml"), null);
        Founding.found(station, "backup.example/test", agreement, () -> 1_936_600_000_000L);
        log = List.of(StationKeys.read(station).log().verifier());
        try (Station open = open(station)) {
            admit(open, 0);
        }
    }

    private static Station open(Path folder) throws IOException {
        return Station.open(folder, () -> 1_936_600_000_000L);
    }

    private static Receipt admit(Station station, int number) throws IOException {
        String text = "id,time,longitude,latitude,means,kind\n" + "row-" + number
                + ",2031-05-14T10:00:00Z,-28.5,-27.5,heard,explosion\n";
        ByteArrayInputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return station.admit(new Delivery("patrols", new ObservationsCsvReader(), null, bytes), (index, leaf) -> {});
    }

    private Backup.Result backUp() throws IOException {
        Safekeeping.Result result = Safekeeping.run(station, backup, vault);
        assertThat(result.isWhole()).isTrue();
        return result.record();
    }

    private Restoration.Result restore(Path folder, Path... known) throws IOException {
        return Restoration.restore(
                backup,
                folder,
                station.resolve("keys"),
                Files.isDirectory(vault) ? vault : null,
                OlderCheckpoints.read(List.of(known)),
                known.length == 0);
    }

    @Test
    void a_backup_taken_while_the_station_writes_is_whole_and_lives_again() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread submitting = Thread.ofPlatform().start(() -> {
            try (Station open = open(station)) {
                for (int i = 1; !done.get() && i < 2_000; i++) {
                    admit(open, i);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Backup.Result first = backUp();
        Backup.Result second = first;
        for (int i = 0; i < 50 && second.size() < first.size() + 20; i++) {
            second = backUp();
            assertThat(second.differences()).isEmpty();
        }
        done.set(true);
        submitting.join();
        assertThat(second.size()).as("the station went on meanwhile").isGreaterThan(first.size());
        assertThat(second.kept()).as("files of the backup before").isPositive();
        assertThat(Files.exists(backup.resolve("keys"))).isFalse();

        Path again = dir.resolve("again");
        assertThat(restore(again).isWritable()).isTrue();
        assertThat(FolderCheck.run(again, log, true).differences()).isEmpty();
        assertThat(FolderAudit.of(again, null).tree()).isEmpty();
        long rows;
        try (Station open = open(again)) {
            rows = open.picture().rows();
            admit(open, 5_000);
            assertThat(open.picture().rows()).isEqualTo(rows + 1);
        }
        assertThat(FolderAudit.of(again, null, OlderCheckpoints.read(List.of(backup.resolve("history"))))
                        .tree())
                .isEmpty();
        assertThat(rows).isPositive();
    }

    @Test
    void an_older_backup_is_read_only_once_somebody_holds_a_newer_checkpoint() throws IOException {
        backUp();
        try (Station open = open(station)) {
            admit(open, 1);
        }
        Path witness = Files.copy(station.resolve("ledger/checkpoint"), dir.resolve("seen.checkpoint"));
        Path again = dir.resolve("again");
        Restoration.Result result = restore(again, witness);
        assertThat(result.isWritable()).isFalse();
        assertThatThrownBy(() -> open(again)).isInstanceOf(LedgerException.class);
        assertThat(FolderAudit.of(again, null).tree()).isEmpty();
    }

    @Test
    void an_older_backup_under_a_lock_or_a_history_that_outlived_it_signs_nothing() throws IOException {
        backUp();
        try (Station open = open(station)) {
            admit(open, 1);
        }
        Path locked = dir.resolve("locked");
        restore(locked);
        Files.copy(
                station.resolve("lock/checkpoint"),
                locked.resolve("lock/checkpoint"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> open(locked)).isInstanceOf(LedgerException.class);
        Path known = dir.resolve("known");
        restore(known);
        Files.copy(
                station.resolve("history/000000001"),
                known.resolve("history/000000001"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> open(known))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("rolled back");
    }

    @Test
    void a_backup_grows_and_lives_again_after_the_key_that_signed_it_is_retired() throws IOException {
        backUp();
        LogKeyChange.rotate(station, () -> 1_936_600_000_000L, List.of());
        LogKeyChange.retire(station, () -> 1_936_600_000_000L, log.getFirst().text(), List.of());
        try (Station open = open(station)) {
            admit(open, 1);
        }
        Backup.Result grown = backUp();
        assertThat(grown.differences()).isEmpty();
        assertThat(grown.kept()).isPositive();
        Path old = Files.write(
                dir.resolve("old.checkpoint"),
                CheckpointHistory.read(station).notes().getFirst().encode());
        Path again = dir.resolve("again");
        assertThat(restore(dir.resolve("waiting"), old).isWritable())
                .as("what the backup holds itself proves nothing")
                .isFalse();
        assertThat(restore(again).isWritable()).isTrue();
        assertThat(FolderAudit.of(again, null).tree()).isEmpty();
        try (Station open = open(again)) {
            admit(open, 2);
        }
        assertThat(FolderCheck.run(again, FolderAudit.keys(again, null), true).differences())
                .isEmpty();
    }

    @Test
    void damage_of_a_backup_is_mended_by_the_next_and_a_damaged_one_is_not_restored() throws IOException {
        backUp();
        Path tile = backup.resolve("ledger/tile/0/000.p/" + count());
        Files.write(tile, new byte[32]);
        assertThatThrownBy(() -> restore(dir.resolve("again"))).isInstanceOf(Refusal.class);
        assertThat(backUp().differences()).isEmpty();
        assertThat(restore(dir.resolve("again")).isWritable()).isTrue();
    }

    private long count() {
        return FolderAudit.of(station, null).size();
    }

    @Test
    void a_backup_is_never_taken_back_to_an_earlier_state() throws IOException {
        backUp();
        Path early = dir.resolve("early");
        restore(early);
        try (Station open = open(station)) {
            admit(open, 1);
        }
        backUp();
        assertThatThrownBy(() -> Safekeeping.run(early, backup, null))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("entries");
    }
}
