package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.audit.Difference;

class FolderCheckTest {
    @TempDir
    Path dir;

    private Blob publicBlob;

    @BeforeEach
    void station() throws IOException {
        BlobStore blobs = new BlobStore(dir, new byte[32]);
        publicBlob = blobs.keep(new ByteArrayInputStream(new byte[2000]), true);
        blobs.keep(new ByteArrayInputStream(new byte[2000]), false);
        try (Vault vault = new Vault(dir, new byte[32])) {
            vault.protect("s", 1, 'M', new byte[30]);
            vault.protect("s", 2, 'M', new byte[30]);
        }
        try (LedgerStore store = LedgerStore.create(dir, LedgerStoreTest.KEY.name(), LedgerStoreTest.KEY)) {
            store.append(LedgerStoreTest.entries(0, 300)).await();
        }
    }

    private List<Difference> check() {
        return FolderCheck.run(dir, LedgerStoreTest.KEY.verifier(), true).differences();
    }

    private void flip(String file, int position) throws IOException {
        byte[] bytes = Files.readAllBytes(dir.resolve(file));
        bytes[position] ^= 1;
        Files.write(dir.resolve(file), bytes);
    }

    @Test
    void a_station_as_it_was_closed_is_whole() {
        FolderCheck.Result result = FolderCheck.run(dir, LedgerStoreTest.KEY.verifier(), true);
        assertThat(result.differences()).isEmpty();
        assertThat(result.beyond()).isEmpty();
        assertThat(result.size()).isEqualTo(300);
        assertThat(result.blobs()).isEqualTo(2);
    }

    @Test
    void a_changed_entry_is_named_by_index_and_file() throws IOException {
        flip("ledger/tile/entries/001.p/44", 3);
        assertThat(check()).containsExactly(new Difference(256, "ledger/tile/entries/001.p/44", "leaf-hash"));
    }

    @Test
    void a_changed_blob_is_named() throws IOException {
        String file = "blobs/" + publicBlob.sha256().substring(0, 2) + "/" + publicBlob.sha256();
        flip(file, 100);
        assertThat(check()).containsExactly(new Difference(-1, file, "blob-hash"));
        assertThat(FolderCheck.run(dir, LedgerStoreTest.KEY.verifier(), false).isOk())
                .as("only deep checks read blobs")
                .isTrue();
    }

    @Test
    void files_that_do_not_belong_and_links_are_named() throws IOException {
        Files.write(dir.resolve("ledger/notes.txt"), new byte[1]);
        Files.write(dir.resolve("blobs/readme"), new byte[1]);
        Files.createSymbolicLink(dir.resolve("ledger/tile/0/009"), dir.resolve("keys"));
        assertThat(check())
                .extracting(Difference::file, Difference::what)
                .containsExactlyInAnyOrder(
                        Tuple.tuple("ledger/notes.txt", "unexpected-file"),
                        Tuple.tuple("ledger/not a file: tile/0/009", "unexpected-file"),
                        Tuple.tuple("blobs/readme", "unexpected-file"));
    }

    @Test
    void a_rolled_back_or_damaged_lock_is_named() throws IOException {
        flip("lock/checkpoint", 60);
        assertThat(check()).containsExactly(new Difference(-1, "lock/checkpoint", "lock"));
    }

    @Test
    void damage_of_the_log_ahead_of_writing_and_of_the_vault_is_named() throws IOException {
        flip("wal/000000000002.wal", 20);
        flip("vault/rows/s/s.M.keys", 16 + 96 + 8);
        assertThat(check()).extracting(Difference::file).containsExactly("wal", "vault/rows/s/s.M.keys");
    }
}
