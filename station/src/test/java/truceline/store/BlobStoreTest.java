package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;

class BlobStoreTest {
    private static final int SEGMENT = 1 << 20;

    @TempDir
    Path dir;

    private BlobStore store;

    @BeforeEach
    void open() {
        store = new BlobStore(dir, new byte[32]);
    }

    private static byte[] content(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private Blob keep(byte[] bytes, boolean isPublic) throws IOException {
        return store.keep(new ByteArrayInputStream(bytes), isPublic);
    }

    private byte[] read(Blob blob) throws IOException {
        try (InputStream in = store.open(blob)) {
            return in.readAllBytes();
        }
    }

    private Path file(Blob blob) {
        return dir.resolve("blobs").resolve(blob.sha256().substring(0, 2)).resolve(blob.sha256());
    }

    @Test
    void a_public_file_is_kept_as_it_is_and_once() throws IOException {
        byte[] bytes = content(100_000);
        Blob blob = keep(bytes, true);
        assertThat(keep(bytes, true)).isEqualTo(blob);
        assertThat(blob.sizeBytes()).isEqualTo(100_000);
        assertThat(blob.isEncrypted()).isFalse();
        assertThat(Files.readAllBytes(file(blob))).isEqualTo(bytes);
        assertThat(read(blob)).isEqualTo(bytes);
    }

    @Test
    void an_encrypted_file_of_any_length_comes_back_whole() throws IOException {
        for (int length : List.of(0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 2 * SEGMENT + 5)) {
            byte[] bytes = content(length);
            Blob blob = keep(bytes, false);
            assertThat(blob.sizeBytes()).isEqualTo(length);
            assertThat(blob.commitment()).isNotNull();
            assertThat(read(blob)).as("length %d", length).isEqualTo(bytes);
            assertThat(Hash.of(WalFormat.sha256().digest(Files.readAllBytes(file(blob))))
                            .hex())
                    .isEqualTo(blob.sha256());
        }
    }

    @Test
    void segments_cannot_be_cut_swapped_or_changed() throws IOException {
        Blob blob = keep(content(2 * SEGMENT + 100), false);
        byte[] kept = Files.readAllBytes(file(blob));
        int sealed = SEGMENT + 16;
        byte[] swapped = kept.clone();
        System.arraycopy(kept, 16, swapped, 16 + sealed, sealed);
        System.arraycopy(kept, 16 + sealed, swapped, 16, sealed);
        byte[] changed = kept.clone();
        changed[kept.length - 1] ^= 1;
        for (byte[] bad : List.of(
                swapped,
                changed,
                Arrays.copyOf(kept, 16 + sealed),
                Arrays.copyOf(kept, 16 + 2 * sealed),
                Arrays.copyOf(kept, kept.length - 1),
                Arrays.copyOf(kept, 20))) {
            Files.write(file(blob), bad);
            assertThatThrownBy(() -> read(blob)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void an_erased_blob_is_gone_and_its_ciphertext_stays() throws IOException {
        Blob blob = keep(content(1000), false);
        store.erase(blob.sha256());
        assertThatThrownBy(() -> read(blob)).isInstanceOf(LedgerException.class).hasMessageContaining("not here");
        assertThat(Files.size(file(blob))).isEqualTo(1000 + 16 + 16);
    }

    @Test
    void a_file_that_breaks_off_leaves_nothing_behind() throws IOException {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(content(5000)), new InputStream() {
            @Override
            public int read(byte[] out, int offset, int length) throws IOException {
                throw new IOException("broke off");
            }

            @Override
            public int read() throws IOException {
                throw new IOException("broke off");
            }
        });
        assertThatThrownBy(() -> store.keep(broken, true)).hasMessage("broke off");
        try (Stream<Path> files = Files.walk(dir)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void names_that_are_not_hashes_are_refused() {
        for (String name : List.of("", "..", "../../etc/passwd", "A".repeat(64), "0".repeat(63))) {
            assertThatThrownBy(() -> store.openKept(name)).isInstanceOf(LedgerException.class);
        }
        assertThatThrownBy(() -> store.openKept("0".repeat(64))).hasMessageContaining("no blob");
    }
}
