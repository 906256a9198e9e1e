package truceline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BatchTest {
    @Test
    void readings_are_the_lines_and_together_the_file() {
        assertThat(Batch.readings(bytes("a\nbc\n\nd")).stream().map(BatchTest::text))
                .containsExactly("a\n", "bc\n", "\n", "d");
        assertThat(Batch.readings(new byte[0])).isEmpty();
    }

    @Test
    void the_root_of_an_empty_file_is_that_of_an_empty_tree() {
        assertThat(Batch.root(new byte[0])).isEqualTo(Hash.EMPTY_TREE);
    }

    @Test
    void the_root_is_that_of_a_tree_whose_leaves_are_the_readings() {
        Hash leaf = Hash.node(Hash.node(Hash.leaf(bytes("a\n")), Hash.leaf(bytes("bc\n"))), Hash.leaf(bytes("d")));
        assertThat(Batch.root(bytes("a\nbc\nd"))).isEqualTo(leaf);
    }

    @Test
    void pieces_give_the_root_of_the_whole_and_every_reading_can_be_shown_alone() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] file = new byte[random.nextInt(60)];
            for (int i = 0; i < file.length; i++) {
                file[i] = (byte) (random.nextInt(4) == 0 ? '\n' : 'a' + random.nextInt(3));
            }
            Batch pieces = new Batch();
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            for (int at = 0; at < file.length; ) {
                int length = Math.min(file.length - at, random.nextInt(8));
                pieces.add(file, at, length);
                at += length;
            }
            Hash root = pieces.root();
            assertThat(root).as("seed %d", seed).isEqualTo(Batch.root(file));
            List<byte[]> readings = Batch.readings(file);
            assertThat(pieces.size()).as("seed %d", seed).isEqualTo(readings.size());
            for (int i = 0; i < readings.size(); i++) {
                joined.writeBytes(readings.get(i));
                List<Hash> path = Batch.proof(file, i);
                Hash leaf = Hash.leaf(readings.get(i));
                assertThat(Proofs.verifyInclusion(leaf, i, readings.size(), path, root))
                        .as("seed %d", seed)
                        .isTrue();
                byte[] changed = readings.get(i).clone();
                changed[0] ^= 1;
                assertThat(Proofs.verifyInclusion(Hash.leaf(changed), i, readings.size(), path, root))
                        .as("seed %d", seed)
                        .isFalse();
            }
            assertThat(joined.toByteArray()).as("seed %d", seed).isEqualTo(file);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
