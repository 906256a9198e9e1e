package truceline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A log operator who shows three views of the log, and every way in which six questions to honest witnesses can go.
///
/// What an honest witness answers is asked of [Witnessing] once for each thing it can have seen and each checkpoint it
/// can be shown, with every old size and every proof the operator can make. Colluding witnesses cosign everything.
class ForkSearchTest {
    private static final Signer LOG = Signer.of("ledger.example/vectors", seed());
    private static final int MOST_STEPS = 6;

    /// Entries of three views: the second leaves the first after one entry, the third shares nothing.
    private static final List<List<String>> VIEWS =
            List.of(List.of("a", "b", "c"), List.of("a", "x", "y"), List.of("z", "b", "c"));

    private static final List<List<String>> TREES = prefixes();
    private static final boolean[][] HONEST = honest(TREES);

    private static byte[] seed() {
        byte[] seed = new byte[32];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        return seed;
    }

    private static HashReader tree(List<String> entries) {
        TreeMap<String, byte[]> tiles = new TreeMap<>();
        TileBuilder builder = new TileBuilder((tile, bytes) -> tiles.put(tile.path(), bytes));
        entries.forEach(entry ->
                builder.append(Hash.leaf(entry.getBytes(StandardCharsets.UTF_8)).bytes(), 0, 1));
        builder.partials((tile, bytes) -> tiles.put(tile.path(), bytes));
        return new TileHashes(entries.size(), tile -> tiles.get(tile.path()));
    }

    /// Every tree that can be shown: prefixes of the views, each once.
    private static List<List<String>> prefixes() {
        List<List<String>> all = new ArrayList<>();
        for (List<String> view : VIEWS) {
            for (int size = 1; size <= view.size(); size++) {
                if (!all.contains(view.subList(0, size))) {
                    all.add(view.subList(0, size));
                }
            }
        }
        return all;
    }

    private static boolean isConsistent(List<String> one, List<String> other) {
        int size = Math.min(one.size(), other.size());
        return one.subList(0, size).equals(other.subList(0, size));
    }

    /// Whether an honest witness that saw `seen - 1` (0: nothing) can be brought to cosign a tree.
    private static boolean[][] honest(List<List<String>> trees) {
        boolean[][] cosigns = new boolean[trees.size() + 1][trees.size()];
        for (int next = 0; next < trees.size(); next++) {
            List<String> tree = trees.get(next);
            Note note = new Checkpoint(LOG.name(), tree.size(), Proofs.root(tree(tree), tree.size())).sign(LOG);
            for (int seen = 0; seen <= trees.size(); seen++) {
                List<String> old = seen == 0 ? List.of() : trees.get(seen - 1);
                Seen before = seen == 0 ? Seen.NOTHING : new Seen(old.size(), Proofs.root(tree(old), old.size()));
                cosigns[seen][next] = canBeAsked(before, note, tree.size());
            }
        }
        return cosigns;
    }

    private static boolean canBeAsked(Seen seen, Note note, int size) {
        for (int oldSize = 0; oldSize <= 3; oldSize++) {
            for (List<String> view : VIEWS) {
                List<Hash> proof =
                        oldSize <= size ? Proofs.consistency(tree(view.subList(0, size)), oldSize, size) : List.of();
                WitnessRequest request = new WitnessRequest(oldSize, proof, note);
                if (Witnessing.answer(List.of(LOG.verifier()), seen, request).isCosigned()) {
                    return true;
                }
            }
        }
        return false;
    }

    private record Search(Policy policy, List<String> witnesses, List<Boolean> sealed) {
        static Search of(Policy policy) {
            List<String> witnesses = policy.witnessesOf(policy.quorum());
            List<Boolean> sealed = new ArrayList<>();
            for (int set = 0; set < 1 << witnesses.size(); set++) {
                List<String> names = new ArrayList<>();
                for (int i = 0; i < witnesses.size(); i++) {
                    if ((set >> i & 1) == 1) {
                        names.add(witnesses.get(i));
                    }
                }
                sealed.add(policy.hasWitnessed(policy.quorum(), names));
            }
            return new Search(policy, witnesses, sealed);
        }

        /// A state is what each witness saw last (4 bits each) and, above, who cosigned each tree (5 bits each).
        boolean forks(List<String> colluding) {
            int colluders = 0;
            for (String group : colluding) {
                for (String name : policy.witnessesOf(group)) {
                    colluders |= 1 << witnesses.indexOf(name);
                }
            }
            long start = 0;
            for (int tree = 0; tree < TREES.size(); tree++) {
                start |= (long) colluders << shift(tree);
            }
            Set<Long> known = new HashSet<>(Set.of(start));
            List<Long> front = List.of(start);
            for (int step = 0; step <= MOST_STEPS; step++) {
                List<Long> next = new ArrayList<>();
                for (long state : front) {
                    if (isForked(state)) {
                        return true;
                    }
                    addSteps(state, colluders, known, next);
                }
                front = next;
            }
            assertThat(known).hasSizeGreaterThan(500);
            return false;
        }

        private int shift(int tree) {
            return 4 * witnesses.size() + 5 * tree;
        }

        private void addSteps(long state, int colluders, Set<Long> known, List<Long> next) {
            for (int witness = 0; witness < witnesses.size(); witness++) {
                int seen = (int) (state >> 4 * witness & 0xf);
                for (int tree = 0; tree < TREES.size() && (colluders >> witness & 1) == 0; tree++) {
                    if (HONEST[seen][tree]) {
                        long cleared = state & ~(0xfL << 4 * witness);
                        long after = cleared | (tree + 1L) << 4 * witness | 1L << shift(tree) + witness;
                        if (known.add(after)) {
                            next.add(after);
                        }
                    }
                }
            }
        }

        private boolean isForked(long state) {
            for (int one = 0; one < TREES.size(); one++) {
                for (int other = 0; other < one; other++) {
                    if (isSealed(state, one)
                            && isSealed(state, other)
                            && !isConsistent(TREES.get(one), TREES.get(other))) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean isSealed(long state, int tree) {
            return sealed.get((int) (state >> shift(tree)) & sealed.size() - 1);
        }
    }

    private static Search search(String file) throws IOException {
        return Search.of(Policy.parse(
                Files.readString(Path.of(System.getProperty("truceline.root", "."), "vectors", "policy", file))));
    }

    @Test
    void an_honest_witness_follows_one_view_only() {
        List<List<String>> trees = TREES;
        boolean[][] cosigns = HONEST;
        for (int seen = 0; seen < trees.size(); seen++) {
            for (int next = 0; next < trees.size(); next++) {
                List<String> old = trees.get(seen);
                boolean grows = old.size() <= trees.get(next).size() && isConsistent(old, trees.get(next));
                assertThat(cosigns[seen + 1][next])
                        .as("%s to %s", old, trees.get(next))
                        .isEqualTo(grows);
            }
            assertThat(cosigns[0][seen]).isTrue();
        }
    }

    @Test
    void three_of_four_groups_never_seal_a_fork_while_at_most_one_colludes_and_do_once_two_do() throws IOException {
        Search search = search("good-03-three-of-four-witnesses.policy");
        assertThat(search.forks(List.of())).isFalse();
        for (String one : search.policy().topLevel()) {
            assertThat(search.forks(List.of(one))).as(one).isFalse();
            for (String other : search.policy().topLevel()) {
                if (!one.equals(other)) {
                    assertThat(search.forks(List.of(one, other)))
                            .as(one + " and " + other)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void the_policies_that_the_check_refuses_do_seal_a_fork() throws IOException {
        Search twoOfThree = search("bad-01-two-of-three-groups.policy");
        assertThat(twoOfThree.forks(List.of())).isFalse();
        assertThat(twoOfThree.forks(List.of("A1"))).isTrue();
        Search one = search("bad-04-any-of-four-groups.policy");
        assertThat(one.forks(List.of())).as("nobody need collude").isTrue();
        Path folder = Path.of(System.getProperty("truceline.root", "."), "vectors", "policy");
        Search trap = Search.of(Policy.parse(Files.readString(folder.resolve("bad-09-any-below-all.policy"))
                .replace("group sealed all a", "group sealed 3 a")));
        assertThat(trap.forks(List.of("B1"))).as("both honest witnesses of a").isTrue();
    }
}
