package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityIndexTest {
    @TempDir
    Path dir;

    @Test
    void it_says_what_a_set_would_say() {
        long seed = 20260106;
        Random random = new Random(seed);
        Set<ByteBuffer> set = new HashSet<>();
        try (IdentityIndex index = IdentityIndex.open(dir.resolve("identities"), 0)) {
            byte[] row = new byte[40];
            for (int i = 0; i < 50_000; i++) {
                random.nextBytes(row);
                if (i % 3 == 0) {
                    new Random(random.nextInt(5_000)).nextBytes(row);
                }
                if (i == 77 || i == 78) {
                    row = new byte[40];
                }
                ByteBuffer id = ByteBuffer.wrap(Arrays.copyOfRange(row, 10, 26));
                assertThat(index.contains(row, 10))
                        .as("row %d, seed %d", i, seed)
                        .isEqualTo(set.contains(id));
                assertThat(index.add(row, 10)).as("row %d, seed %d", i, seed).isEqualTo(set.add(id));
            }
            assertThat(index.size()).isEqualTo(set.size() - 1);
        }
    }

    @Test
    void it_is_kept_for_the_tree_it_reflects_and_begins_anew_for_any_other() {
        Path file = dir.resolve("state/identities");
        byte[] id = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        try (IdentityIndex index = IdentityIndex.open(file, 0)) {
            assertThat(index.reflects()).isZero();
            index.add(id, 0);
            index.close(12);
        }
        try (IdentityIndex index = IdentityIndex.open(file, 12)) {
            assertThat(index.reflects()).isEqualTo(12);
            assertThat(index.contains(id, 0)).isTrue();
        }
        try (IdentityIndex index = IdentityIndex.open(file, 12)) {
            assertThat(index.reflects())
                    .as("after a writer that did not close cleanly")
                    .isZero();
            assertThat(index.contains(id, 0)).isFalse();
            index.close(12);
        }
        try (IdentityIndex index = IdentityIndex.open(file, 13)) {
            assertThat(index.reflects()).isZero();
        }
    }

    @Test
    void a_million_identities_are_added_in_a_few_seconds() {
        byte[] ids = new byte[1 << 24];
        new Random(1).nextBytes(ids);
        long start = System.nanoTime();
        try (IdentityIndex index = IdentityIndex.open(dir.resolve("identities"), 0)) {
            for (int at = 0; at < ids.length; at += IdentityIndex.ID_BYTES) {
                index.add(ids, at);
            }
            assertThat(index.size()).isEqualTo(1 << 20);
            index.close(1);
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertThat(millis).isLessThan(10_000);
    }
}
