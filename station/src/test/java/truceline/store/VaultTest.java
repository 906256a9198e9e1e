package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;

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
            Path keys = dir.resolve("vault/rows/s/s.M.keys");
            Path data = dir.resolve("vault/rows/s/s.M.data");
            byte[] before = Files.readAllBytes(keys);
            byte[] dataBefore = Files.readAllBytes(data);
            assertThat(vault.wraps("s", 5, 'M')).hasSize(1);
            assertThat(vault.erase("s", 5, 'M')).isEqualTo(1);
            assertThat(vault.wraps("s", 5, 'M')).isEmpty();
            assertThat(vault.erase("s", 5, 'M')).as("once more").isEqualTo(1);
            int at = 16 + 96 + 5 * (24 + 80) + 24;
            onlyErased(before, Files.readAllBytes(keys), at, 80);
            onlyErased(dataBefore, Files.readAllBytes(data), 5 * 272, 272);
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

    private static void onlyErased(byte[] before, byte[] after, int from, int length) {
        byte[] expected = before.clone();
        Arrays.fill(expected, from, from + length, (byte) 0);
        assertThat(after).isEqualTo(expected);
    }

    @Test
    void a_changed_byte_of_the_ciphertext_is_found() throws IOException {
        Hash commitment;
        try (Vault vault = new Vault(dir, KEY)) {
            commitment = vault.protect("s", 1, 'R', text("twelve bytes"));
        }
        Path data = dir.resolve("vault/rows/s/s.R.data");
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
    void a_torn_key_record_harms_nothing_and_what_comes_after_a_crash_is_apart() throws IOException {
        Hash first;
        try (Vault vault = new Vault(dir, KEY)) {
            first = vault.protect("s", 1, 'M', text("one"));
        }
        Files.write(dir.resolve("vault/rows/s/s.M.keys"), new byte[40], StandardOpenOption.APPEND);
        Files.write(dir.resolve("vault/rows/s/s.1.M.keys"), new byte[70]);
        try (Vault vault = new Vault(dir, KEY)) {
            Hash second = vault.protect("s", 2, 'M', text("two"));
            vault.force();
            assertThat(vault.reveal("s", 1, 'M', first)).contains(text("one"));
            assertThat(vault.reveal("s", 2, 'M', second)).contains(text("two"));
            assertThat(vault.erase("s", 1, 'M')).isEqualTo(1);
            assertThat(vault.reveal("s", 1, 'M', first)).isEmpty();
            assertThat(vault.reveal("s", 2, 'M', second)).contains(text("two"));
        }
    }

    @Test
    void each_audience_opens_what_is_for_it_and_nobody_else_does() {
        AudienceSecret monitor = AudienceSecret.create("monitor");
        AudienceSecret partyA = AudienceSecret.create("party:VA");
        AudienceSecret partyB = AudienceSecret.create("party:IL");
        AudienceSecret thief = AudienceSecret.create("party:VA");
        Readers readers =
                letter -> letter == 'S' ? List.of(monitor.key(), partyA.key(), partyB.key()) : List.of(monitor.key());
        try (Vault vault = new Vault(dir, KEY, readers)) {
            Hash shared = vault.protect("s", 1, 'S', text("for both"));
            Hash own = vault.protect("s", 1, 'M', text("for one"));
            vault.force();
            for (AudienceSecret each : List.of(monitor, partyA, partyB)) {
                assertThat(vault.reveal("s", 1, 'S', shared, each)).contains(text("for both"));
                assertThat(vault.reveal("s", 1, 'M', own, each).isPresent()).isEqualTo(each == monitor);
            }
            assertThat(vault.reveal("s", 1, 'S', shared, thief)).isEmpty();
            assertThat(vault.reveal("s", 1, 'S', shared))
                    .as("the machine itself")
                    .isEmpty();
            assertThat(vault.erase("s", 1, 'S')).isEqualTo(1);
            for (AudienceSecret each : List.of(monitor, partyA, partyB)) {
                assertThat(vault.reveal("s", 1, 'S', shared, each)).isEmpty();
            }
            assertThat(vault.reveal("s", 1, 'M', own, monitor)).contains(text("for one"));
        }
    }

    @Test
    void a_key_moved_to_another_row_or_class_opens_nothing() throws IOException {
        try (Vault vault = new Vault(dir, KEY)) {
            vault.protect("s", 1, 'M', text("one"));
            vault.protect("s", 2, 'M', text("two"));
        }
        Path keys = dir.resolve("vault/rows/s/s.M.keys");
        byte[] bytes = Files.readAllBytes(keys);
        byte[] changed = bytes.clone();
        changed[16 + 96 + 7] = 2;
        Files.write(keys, changed);
        try (Vault vault = new Vault(dir, KEY)) {
            assertThatThrownBy(() -> vault.reveal("s", 2, 'M', Hash.EMPTY_TREE)).hasMessageContaining("does not open");
        }
        Files.write(keys, bytes);
        Files.move(keys, dir.resolve("vault/rows/s/s.R.keys"));
        Files.move(dir.resolve("vault/rows/s/s.M.data"), dir.resolve("vault/rows/s/s.R.data"));
        try (Vault vault = new Vault(dir, KEY)) {
            assertThatThrownBy(() -> vault.reveal("s", 1, 'R', Hash.EMPTY_TREE)).isInstanceOf(LedgerException.class);
        }
    }

    @Test
    void the_length_of_a_text_tells_only_its_bucket() {
        for (int length : List.of(0, 1, 255, 256, 1023, 1024, 5000, 16_383, 65_535, 65_536, 70_000, 131_072)) {
            byte[] padded = PaddedText.of(new byte[length]);
            assertThat(PaddedText.text(padded)).hasSize(length);
            assertThat(padded.length).isGreaterThan(length);
            assertThat(padded.length > 65_536 ? padded.length % 65_536 : 65_536 % padded.length)
                    .isZero();
        }
        assertThat(PaddedText.of(new byte[0])).hasSameSizeAs(PaddedText.of(new byte[255]));
        assertThat(PaddedText.of(new byte[256])).hasSize(1024);
        assertThatThrownBy(() -> PaddedText.text(new byte[256])).isInstanceOf(LedgerException.class);
    }
}
