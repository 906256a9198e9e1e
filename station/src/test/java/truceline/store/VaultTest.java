package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.ledger.Hash;

class VaultTest {
    private static final byte[] KEY = new byte[32];

    @TempDir
    Path dir;

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void what_is_protected_is_revealed_to_its_key_and_to_no_other() {
        Hash commitment;
        try (Vault vault = new Vault(dir, KEY)) {
            commitment = vault.protect("sub-1", 7, 'M', text("a patrol near the bridge"));
            vault.protect("sub-1", 7, 'R', text("somebody's name"));
        }
        try (Vault vault = new Vault(dir, KEY)) {
            assertThat(vault.reveal("sub-1", 7, 'M', commitment)).contains(text("a patrol near the bridge"));
            assertThat(vault.reveal("sub-1", 7, 'R', commitment)).isEmpty();
            assertThat(vault.reveal("sub-1", 8, 'M', commitment)).isEmpty();
            assertThat(vault.reveal("sub-2", 7, 'M', commitment)).isEmpty();
        }
        byte[] other = KEY.clone();
        other[31] = 1;
        try (Vault vault = new Vault(dir, other)) {
            assertThat(vault.reveal("sub-1", 7, 'M', commitment)).isEmpty();
        }
    }

    @Test
    void the_same_text_protected_twice_has_two_commitments_and_both_open() {
        try (Vault vault = new Vault(dir, KEY)) {
            Hash first = vault.protect("s", 1, 'M', text("same"));
            Hash second = vault.protect("s", 1, 'M', text("same"));
            vault.force();
            assertThat(first).isNotEqualTo(second);
            assertThat(vault.reveal("s", 1, 'M', first)).contains(text("same"));
            assertThat(vault.reveal("s", 1, 'M', second)).contains(text("same"));
        }
    }

    @Test
    void erasing_one_row_and_class_leaves_every_other_and_no_trace_of_its_key() throws IOException {
        try (Vault vault = new Vault(dir, KEY)) {
            List<Hash> commitments = new ArrayList<>();
            for (int row = 0; row < 20; row++) {
                commitments.add(vault.protect("s", row, 'M', text("remark " + row)));
                vault.protect("s", row, 'R', text("name " + row));
            }
            vault.force();
            Path keys = dir.resolve("vault/rows/s/s.keys");
            byte[] before = Files.readAllBytes(keys);
            assertThat(vault.erase("s", 5, 'M')).isEqualTo(1);
            byte[] after = Files.readAllBytes(keys);
            int at = 10 * 96 + 24;
            assertThat(after).hasSameSizeAs(before);
            for (int i = 0; i < after.length; i++) {
                boolean erased = i >= at && i < at + KeyWrap.WRAPPED_BYTES;
                assertThat(after[i]).as("byte %d", i).isEqualTo(erased ? 0 : before[i]);
            }
            for (int row = 0; row < 20; row++) {
                assertThat(vault.reveal("s", row, 'M', commitments.get(row)).isPresent())
                        .isEqualTo(row != 5);
            }
        }
    }

    @Test
    void no_plaintext_reaches_the_disk() throws IOException {
        try (Vault vault = new Vault(dir, KEY)) {
            vault.protect("s", 1, 'R', text("Unmistakable Name"));
        }
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("Unmistakable");
            }
        }
    }

    @Test
    void a_changed_byte_of_the_ciphertext_is_found() throws IOException {
        Hash commitment;
        try (Vault vault = new Vault(dir, KEY)) {
            commitment = vault.protect("s", 1, 'R', text("twelve bytes"));
        }
        Path data = dir.resolve("vault/rows/s/s.data");
        byte[] bytes = Files.readAllBytes(data);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            Files.write(data, changed);
            try (Vault vault = new Vault(dir, KEY)) {
                assertThatThrownBy(() -> vault.reveal("s", 1, 'R', commitment)).hasMessageContaining("decrypt");
            }
        }
    }

    @Test
    void a_hundred_thousand_rows_take_seconds() {
        long start = System.nanoTime();
        Hash last = Hash.EMPTY_TREE;
        try (Vault vault = new Vault(dir, KEY)) {
            for (int row = 0; row < 100_000; row++) {
                last = vault.protect(
                        "large", row, 'M', text("a remark of the usual length of some sixty characters " + row));
            }
            vault.force();
            assertThat(vault.reveal("large", 99_999, 'M', last)).isPresent();
        }
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(20_000);
    }

    @Test
    void a_torn_key_record_is_written_over() throws IOException {
        Hash first;
        try (Vault vault = new Vault(dir, KEY)) {
            first = vault.protect("s", 1, 'M', text("one"));
        }
        Path keys = dir.resolve("vault/rows/s/s.keys");
        Files.write(keys, new byte[40], StandardOpenOption.APPEND);
        try (Vault vault = new Vault(dir, KEY)) {
            Hash second = vault.protect("s", 2, 'M', text("two"));
            vault.force();
            assertThat(vault.reveal("s", 1, 'M', first)).contains(text("one"));
            assertThat(vault.reveal("s", 2, 'M', second)).contains(text("two"));
        }
    }
}
