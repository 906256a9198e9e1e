package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.audit.Difference;

class ScrubTest {
    private static final int SHARE_PERCENT = 30;
    private static final int RUNS = 4;
    private static final int BLOBS = 20;

    @TempDir
    Path dir;

    @BeforeEach
    void station() throws IOException {
        BlobStore blobs = new BlobStore(dir, new byte[32]);
        for (int i = 0; i < BLOBS; i++) {
            blobs.keep(new ByteArrayInputStream(new byte[100 + i]), true);
        }
        try (LedgerStore store = LedgerStore.create(dir, LedgerStoreTest.KEY.name(), LedgerStoreTest.KEY)) {
            store.append(LedgerStoreTest.entries(0, 1_100)).await();
        }
    }

    private List<Scrub.Result> walk() throws IOException {
        List<Scrub.Result> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(Scrub.run(dir, SHARE_PERCENT));
        }
        return runs;
    }

    private List<Difference> found() throws IOException {
        return walk().stream()
                .flatMap(run -> run.differences().stream())
                .distinct()
                .toList();
    }

    private void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void runs_go_on_from_each_other_and_walk_everything() throws IOException {
        List<Scrub.Result> runs = walk();
        assertThat(runs).extracting(Scrub.Result::firstBundle).containsExactly(0L, 2L, 4L, 1L);
        assertThat(runs).extracting(Scrub.Result::bundles).containsOnly(2L);
        assertThat(runs.stream().mapToLong(Scrub.Result::blobs).sum()).isGreaterThanOrEqualTo(BLOBS);
        assertThat(runs.getFirst().blobs()).isLessThan(BLOBS);
        assertThat(runs).allMatch(run -> run.differences().isEmpty());
    }

    @Test
    void a_flipped_byte_of_any_bundle_is_found_within_one_walk() throws IOException {
        for (int i = 0; i < 5; i++) {
            String name = i < 4 ? "ledger/tile/entries/00" + i : "ledger/tile/entries/004.p/76";
            flip(dir.resolve(name), 3);
            assertThat(found()).containsExactly(new Difference(256L * i, name, "leaf-hash"));
            flip(dir.resolve(name), 3);
        }
    }

    @Test
    void a_flipped_byte_of_a_received_file_and_of_a_hash_tile_is_found() throws IOException {
        try (var all = Files.walk(dir.resolve("blobs"))) {
            Path blob = all.filter(Files::isRegularFile)
                    .sorted()
                    .skip(BLOBS / 2)
                    .findFirst()
                    .orElseThrow();
            flip(blob, 50);
            String name = dir.relativize(blob).toString();
            assertThat(found()).containsExactly(new Difference(-1, name, "blob-hash"));
            flip(blob, 50);
        }
        flip(dir.resolve("ledger/tile/1/000.p/4"), 40);
        assertThat(found())
                .contains(
                        new Difference(256, "ledger/tile/0/001", "tile"),
                        new Difference(-1, "ledger/checkpoint", "root"));
    }

    @Test
    void a_position_that_is_none_starts_anew() throws IOException {
        walk();
        Files.writeString(dir.resolve("state/scrub"), "99 x");
        assertThat(Scrub.run(dir, 100).bundles()).isEqualTo(5);
        assertThat(Scrub.run(dir, 100).blobs()).isEqualTo(BLOBS);
    }
}
