package truceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.store.BlobStore;

/// What `backup` says is so: a copy that it calls verified was read again, and holds nothing that the station
/// erased.
class BackupCommandTest {
    @TempDir
    private Path dir = Path.of("");

    private Path station = dir;
    private Path copy = dir;
    private Path vault = dir;

    @BeforeEach
    void found() throws IOException {
        station = dir.resolve("station");
        copy = dir.resolve("copy");
        vault = dir.resolve("vault");
        Worked.found(station);
    }

    private Worked.Said backUp() {
        return Worked.run("backup", station, copy, "--vault", vault);
    }

    @Test
    void a_received_file_that_went_bad_in_the_backup_is_written_anew_and_named() throws IOException {
        assertThat(backUp().exit()).isZero();
        Path bad = Worked.files(copy.resolve("blobs")).getFirst();
        byte[] good = Files.readAllBytes(bad);
        Worked.spoil(bad);
        Worked.Said said = backUp();
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("written anew").contains(String.valueOf(bad.getFileName()));
        assertThat(Files.readAllBytes(bad)).isEqualTo(good);
        assertThat(said.out()).contains("backup      verified");
    }

    @Test
    void a_received_file_that_is_bad_in_the_station_is_not_taken_over_and_a_good_copy_stays() throws IOException {
        Path own = Worked.files(station.resolve("blobs")).getFirst();
        assertThat(backUp().exit()).isZero();
        Worked.spoil(own);
        Worked.Said said = backUp();
        assertThat(said.exit()).isZero();
        assertThat(Files.readAllBytes(copy.resolve(station.relativize(own)))).isNotEqualTo(Files.readAllBytes(own));
        Path fresh = dir.resolve("fresh");
        Worked.Said first = Worked.run("backup", station, fresh);
        assertThat(first.out()).contains(String.valueOf(own.getFileName())).doesNotContain("verified");
        assertThat(first.exit()).isEqualTo(Exit.NO);
        assertThat(Worked.files(fresh.resolve("blobs"))).noneMatch(each -> each.endsWith(own.getFileName()));
        assertThat(Files.exists(fresh.resolve("ledger/checkpoint"))).isTrue();
    }

    @Test
    void a_vault_copy_that_went_bad_is_mended() throws IOException {
        assertThat(backUp().exit()).isZero();
        for (Path file : Worked.files(vault)) {
            byte[] good = Files.readAllBytes(file);
            if (good.length > 0 && !file.endsWith("truceline-copy")) {
                Worked.spoil(file);
                assertThat(backUp().exit()).isZero();
                assertThat(Files.readAllBytes(file)).isEqualTo(good);
            }
        }
    }

    @Test
    void what_the_station_does_not_keep_any_more_leaves_the_copies_and_is_counted() throws IOException {
        assertThat(backUp().exit()).isZero();
        String gone = "ab".repeat(32);
        Path blob = copy.resolve("blobs/ab").resolve(gone);
        Path key = vault.resolve("blobs/ab").resolve(gone + ".keys");
        Path row = vault.resolve("rows/no/nobody.M.keys");
        for (Path file : new Path[] {blob, key, row}) {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, "what was discarded");
        }
        Worked.Said said = backUp();
        assertThat(said.exit()).isZero();
        assertThat(blob).doesNotExist();
        assertThat(key).doesNotExist();
        assertThat(row).doesNotExist();
        assertThat(said.out()).contains("removed     1 received file").contains("2 removed");
    }

    @Test
    void what_the_station_lost_stays_in_the_copies_and_is_named() throws IOException {
        assertThat(backUp().exit()).isZero();
        Path blob = Worked.files(station.resolve("blobs")).getFirst();
        Path item = Worked.files(station.resolve("vault/rows")).getFirst();
        Files.delete(blob);
        Files.delete(item);
        Worked.Said said = backUp();
        assertThat(said.exit()).isEqualTo(Exit.NO);
        assertThat(said.out())
                .contains(String.valueOf(blob.getFileName()))
                .contains(String.valueOf(item.getFileName()))
                .contains("lost");
        assertThat(copy.resolve(station.relativize(blob))).exists();
        assertThat(vault.resolve(station.resolve("vault").relativize(item))).exists();
        Files.move(station.resolve("vault"), dir.resolve("elsewhere"));
        long kept = Worked.files(vault).size();
        assertThat(backUp().exit()).isNotZero();
        assertThat(Worked.files(vault))
                .as("no vault is no reason to empty its copy")
                .hasSize((int) kept);
    }

    @Test
    void a_file_that_is_discarded_meanwhile_does_not_end_a_backup() throws Exception {
        BlobStore store = new BlobStore(station, new byte[32]);
        AtomicBoolean done = new AtomicBoolean();
        Thread discarding = Thread.ofPlatform().start(() -> {
            try {
                while (!done.get()) {
                    store.discard(store.keep(new ByteArrayInputStream(new byte[10_000]), false));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        try {
            for (int i = 0; i < 12; i++) {
                Worked.Said said = backUp();
                assertThat(said.exit()).as(said.err() + said.out()).isZero();
            }
        } finally {
            done.set(true);
            discarding.join();
        }
    }

    @Test
    void vault_and_copies_are_their_owners_alone_also_where_they_were_open_before() throws IOException {
        Path open = Worked.files(station.resolve("vault")).getFirst();
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(station.resolve("vault"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Worked.open(station).close();
        assertThat(backUp().exit()).isZero();
        for (Path root : new Path[] {station.resolve("vault"), copy, vault}) {
            assertThat(Worked.mode(root)).as("%s", root).isEqualTo("rwx------");
            for (Path file : Worked.files(root)) {
                assertThat(Worked.mode(file)).as("%s", file).isEqualTo("rw-------");
                assertThat(Worked.mode(Objects.requireNonNull(file.getParent())))
                        .isEqualTo("rwx------");
            }
        }
    }
}
