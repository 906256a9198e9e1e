package truceline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TreeTest {
    /// A tree with all its tiles in memory, and the leaves to define its roots by.
    private static final class Grown {
        final TreeMap<Tile, byte[]> full =
                new TreeMap<>(Comparator.comparingInt(Tile::level).thenComparingLong(Tile::index));
        final TileBuilder builder = new TileBuilder(full::put);
        final CompactRange range = new CompactRange();
        final List<Hash> leaves = new ArrayList<>();

        Grown(int size) {
            for (int i = 0; i < size; i++) {
                add(Hash.leaf(Integer.toString(i).getBytes(StandardCharsets.UTF_8)));
            }
        }

        void add(Hash leaf) {
            leaves.add(leaf);
            builder.append(leaf.bytes(), 0, 1);
            range.append(leaf.bytes(), 0);
        }

        byte[] tile(Tile tile) {
            byte[] bytes = full.get(tile.full());
            if (bytes == null) {
                byte[][] found = new byte[1][];
                builder.partials((partial, open) -> {
                    if (partial.level() == tile.level() && partial.index() == tile.index()) {
                        found[0] = open;
                    }
                });
                bytes = found[0];
            }
            return Arrays.copyOf(bytes, tile.width() * Hash.BYTES);
        }

        HashReader hashes() {
            return new TileHashes(leaves.size(), this::tile);
        }
    }

    /// RFC 6962, 2.1, word for word.
    private static Hash definition(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY_TREE;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        return Hash.node(definition(leaves.subList(0, k)), definition(leaves.subList(k, leaves.size())));
    }

    @Test
    void the_root_of_every_small_tree_is_that_of_the_definition_by_three_ways() {
        Grown grown = new Grown(0);
        for (int size = 0; size <= 600; size++) {
            Hash root = definition(grown.leaves);
            assertThat(grown.builder.root()).as("tiles, size %d", size).isEqualTo(root);
            assertThat(grown.range.root()).as("range, size %d", size).isEqualTo(root);
            assertThat(Proofs.root(grown.hashes(), size))
                    .as("hashes, size %d", size)
                    .isEqualTo(root);
            grown.add(Hash.leaf(new byte[] {(byte) size}));
        }
    }

    @Test
    void a_tree_of_three_tile_levels_has_the_root_of_its_definition() {
        Grown grown = new Grown(65_536 + 256 + 7);
        assertThat(grown.full.lastKey().level()).isEqualTo(1);
        assertThat(grown.builder.root()).isEqualTo(definition(grown.leaves)).isEqualTo(grown.range.root());
        assertThat(grown.builder.size()).isEqualTo(65_799);
    }

    @Test
    void a_tree_resumed_from_its_tiles_goes_on_as_if_never_put_down() {
        for (int size : List.of(0, 1, 255, 256, 257, 511, 512, 700, 65_536, 65_537)) {
            Grown grown = new Grown(size);
            TileBuilder tiles = TileBuilder.resume(size, grown::tile, (tile, bytes) -> {});
            CompactRange range = CompactRange.resume(size, grown.hashes());
            for (int i = 0; i < 300; i++) {
                Hash leaf = Hash.leaf(new byte[] {(byte) i, 1});
                grown.add(leaf);
                tiles.append(leaf.bytes(), 0, 1);
                range.append(leaf.bytes(), 0);
            }
            assertThat(tiles.root()).as("from %d", size).isEqualTo(grown.builder.root());
            assertThat(range.root()).as("from %d", size).isEqualTo(grown.builder.root());
        }
    }

    @Test
    void every_inclusion_proof_of_every_small_tree_verifies_and_no_altered_one_does() {
        for (int size = 1; size <= 70; size++) {
            Grown grown = new Grown(size);
            Hash root = definition(grown.leaves);
            for (int index = 0; index < size; index++) {
                List<Hash> path = Proofs.inclusion(grown.hashes(), index, size);
                Hash leaf = grown.leaves.get(index);
                assertThat(Proofs.verifyInclusion(leaf, index, size, path, root))
                        .as("%d of %d", index, size)
                        .isTrue();
                assertThat(Proofs.verifyInclusion(Hash.EMPTY_TREE, index, size, path, root))
                        .isFalse();
                for (List<Hash> altered : alterations(path)) {
                    assertThat(Proofs.verifyInclusion(leaf, index, size, altered, root))
                            .as("altered proof of %d of %d", index, size)
                            .isFalse();
                }
                for (int other = 0; other < size; other++) {
                    assertThat(other == index || !Proofs.verifyInclusion(leaf, other, size, path, root))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void consistency_holds_between_all_sizes_of_a_small_log_and_no_altered_proof_verifies() {
        Grown grown = new Grown(0);
        List<Hash> roots = new ArrayList<>();
        roots.add(grown.builder.root());
        for (int newer = 1; newer <= 130; newer++) {
            grown.add(Hash.leaf(new byte[] {(byte) newer}));
            roots.add(grown.builder.root());
            for (int older = 0; older <= newer; older++) {
                List<Hash> path = Proofs.consistency(grown.hashes(), older, newer);
                Hash from = roots.get(older);
                Hash to = roots.get(newer);
                assertThat(Proofs.verifyConsistency(older, from, newer, to, path))
                        .as("%d to %d", older, newer)
                        .isTrue();
                assertThat(Proofs.verifyConsistency(older, Hash.leaf(new byte[0]), newer, to, path))
                        .isFalse();
                for (List<Hash> altered : alterations(path)) {
                    assertThat(Proofs.verifyConsistency(older, from, newer, to, altered))
                            .as("altered, %d to %d", older, newer)
                            .isFalse();
                }
            }
        }
    }

    private static List<List<Hash>> alterations(List<Hash> path) {
        List<List<Hash>> all = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<Hash> changed = new ArrayList<>(path);
            changed.set(i, Hash.node(path.get(i), path.get(i)));
            all.add(changed);
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(i);
            all.add(shorter);
        }
        List<Hash> longer = new ArrayList<>(path);
        longer.add(Hash.EMPTY_TREE);
        all.add(longer);
        return all;
    }
}
