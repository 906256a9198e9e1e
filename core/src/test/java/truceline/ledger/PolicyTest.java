package truceline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Path FOLDER = Path.of(System.getProperty("truceline.root", "."), "vectors", "policy");
    private static final List<String> NAMES = List.of("a1", "a2", "b1", "b2", "g1", "g2", "g3", "n1", "n2", "n3");

    private static Signer log() {
        byte[] seed = new byte[32];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        return Signer.of("ledger.example/vectors", seed);
    }

    private static Cosigner witness(String name) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) (NAMES.indexOf(name) + 1));
        return Cosigner.of("witness.example/" + name, seed);
    }

    private static Note cosigned(String... names) {
        Note note = new Checkpoint(log().name(), 3, Hash.leaf(new byte[] {3})).sign(log());
        List<Note.Line> lines = new ArrayList<>();
        for (String name : names) {
            lines.add(witness(name).cosign(note.text(), 1_800_000_000));
        }
        return note.with(lines);
    }

    private static Policy policy(String file) throws IOException {
        return Policy.parse(Files.readString(FOLDER.resolve(file)));
    }

    @Test
    void every_policy_of_the_vectors_gets_its_verdict() throws IOException {
        int good = 0;
        int bad = 0;
        for (String line : Files.readAllLines(FOLDER.resolve("verdicts.tsv"))) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] row = line.split("\t", -1);
            assertThat(verdict(row[0])).as(row[0]).contains(row[1]);
            assertThat(row[0]).startsWith(row[1].equals("sound") ? "good-" : "bad-");
            good += row[1].equals("sound") ? 1 : 0;
            bad += row[1].equals("sound") ? 0 : 1;
        }
        assertThat(good).isGreaterThanOrEqualTo(20);
        assertThat(bad).isGreaterThanOrEqualTo(20);
        try (var files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".policy")))
                    .hasSize(good + bad);
        }
    }

    private static String verdict(String file) throws IOException {
        try {
            PolicyCheck check = PolicyCheck.of(policy(file));
            return check.isSound()
                    ? "sound"
                    : check.faults().stream().map(PolicyCheck.Fault::code).collect(Collectors.joining(" "));
        } catch (LedgerException e) {
            assertThat(e.code()).isEqualTo("malformed");
            return e.getMessage() + ":";
        }
    }

    @Test
    void faults_are_said_in_plain_sentences_that_name_the_witnesses() throws IOException {
        assertThat(PolicyCheck.of(policy("bad-01-two-of-three-groups.policy")).faults())
                .containsExactly(new PolicyCheck.Fault(
                        "quorums-fork",
                        "If only A1 colludes with the operator, A1, B1 can seal one record and A1, G1, G2 another."));
        assertThat(PolicyCheck.of(policy("bad-02-any-of-two-honest-witnesses.policy"))
                        .faults()
                        .getFirst()
                        .sentence())
                .isEqualTo(
                        "The group a needs 1 of 2, which is no majority: A1 may have seen one record and A2 another, "
                                + "and the group would confirm both with nobody at fault.");
        assertThat(PolicyCheck.of(policy("bad-05-one-witness.policy"))
                        .faults()
                        .getFirst()
                        .sentence())
                .isEqualTo("If only A1 colludes with the operator, A1 can seal two different records.");
        assertThat(PolicyCheck.of(policy("bad-04-any-of-four-groups.policy"))
                        .faults()
                        .getFirst()
                        .sentence())
                .isEqualTo("Even if nobody colludes with the operator, A1 can seal one record and B1 another.");
    }

    @Test
    void what_one_group_can_hold_up_and_who_counts_for_nothing_is_remarked() throws IOException {
        assertThat(PolicyCheck.of(policy("good-01-three-of-four-groups.policy")).remarks())
                .isEmpty();
        assertThat(PolicyCheck.of(policy("good-05-both-of-two-witnesses.policy"))
                        .remarks())
                .containsExactly(
                        "Nothing is sealed without A1: it alone can hold up sealing.",
                        "Nothing is sealed without B1: it alone can hold up sealing.");
        assertThat(PolicyCheck.of(policy("good-20-a-witness-that-does-not-count.policy"))
                        .remarks())
                .containsExactly("The witness M1 counts for nothing: the quorum does not reach it.");
    }

    @Test
    void three_of_four_groups_have_twenty_four_smallest_quorums() throws IOException {
        List<List<String>> quorums =
                PolicyCheck.of(policy("good-01-three-of-four-groups.policy")).quorums();
        // A and B with either majority of three (2 x 3), and either party with both (2 x 9)
        assertThat(quorums).hasSize(24).doesNotHaveDuplicates().contains(List.of("A1", "B1", "G1", "G3"));
    }

    @Test
    void three_groups_seal_and_four_countersign_in_full() throws IOException {
        Policy policy = policy("good-01-three-of-four-groups.policy");
        assertThat(policy.standing(cosigned()).level()).isEqualTo(Policy.Level.ACCEPTED);
        assertThat(policy.standing(cosigned("a1", "b1", "g1")).level()).isEqualTo(Policy.Level.ACCEPTED);
        assertThat(policy.isSatisfiedBy(cosigned("a1", "b1", "g1"))).isFalse();
        Policy.Standing sealed = policy.standing(cosigned("a1", "b1", "g1", "g3"));
        assertThat(sealed.level()).isEqualTo(Policy.Level.SEALED);
        assertThat(sealed.missing()).containsExactly("independents");
        assertThat(sealed.cosignatures()).hasSize(4).allMatch(one -> one.timeSeconds() == 1_800_000_000);
        assertThat(policy.isSatisfiedBy(cosigned("a1", "b1", "g1", "g3"))).isTrue();
        assertThat(policy.standing(cosigned("a1", "b1", "g1", "g3", "n2", "n1")).level())
                .isEqualTo(Policy.Level.FULLY_COUNTERSIGNED);
        assertThat(policy.standing(cosigned("a2", "b2", "g1", "g2", "n1", "n2")).level())
                .as("keys that the policy does not know count for nothing")
                .isEqualTo(Policy.Level.ACCEPTED);
    }

    @Test
    void a_false_line_of_a_known_witness_or_another_log_spoils_the_checkpoint() throws IOException {
        Policy policy = policy("good-01-three-of-four-groups.policy");
        Note other = new Checkpoint(log().name(), 4, Hash.leaf(new byte[] {4})).sign(log());
        Note spoiled = cosigned("a1").with(List.of(witness("b1").cosign(other.text(), 1)));
        assertThatThrownBy(() -> policy.standing(spoiled)).hasMessageContaining("witness.example/b1");
        Signer stranger = Signer.of("ledger.example/vectors", new byte[32]);
        Note foreign = new Checkpoint(stranger.name(), 3, Hash.leaf(new byte[] {3})).sign(stranger);
        assertThatThrownBy(() -> policy.standing(foreign)).hasMessageContaining("no log of the policy");
    }

    @Test
    void a_policy_without_quorum_is_satisfied_by_the_log_and_never_sealed() throws IOException {
        Policy policy = policy("bad-11-quorum-none.policy");
        assertThat(policy.isSatisfiedBy(cosigned())).isTrue();
        assertThat(policy.standing(cosigned("a1")).level()).isEqualTo(Policy.Level.ACCEPTED);
    }

    @Test
    void thirty_two_of_a_kind_are_read_and_thirty_three_are_not() {
        for (int count : List.of(32, 33)) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < count; i++) {
                byte[] seed = new byte[32];
                seed[0] = (byte) i;
                text.append(
                        "witness w" + i + " " + Cosigner.of("w" + i, seed).key().text() + "\n");
                text.append("group g" + i + " all w" + i + "\n");
            }
            text.append("quorum g0\n");
            if (count == 32) {
                assertThat(Policy.parse(text.toString()).groups()).hasSize(32);
            } else {
                assertThatThrownBy(() -> Policy.parse(text.toString())).hasMessageStartingWith("line 65: ");
            }
        }
    }

    @Test
    void the_text_of_a_policy_is_kept_to_the_byte() throws IOException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve("good-16-comments-tabs-and-blank-lines.policy"));
        assertThat(Policy.parse(new String(bytes, StandardCharsets.UTF_8))
                        .text()
                        .getBytes(StandardCharsets.UTF_8))
                .isEqualTo(bytes);
    }

    @Test
    void the_cosigned_checkpoint_is_the_one_recorded() throws IOException {
        Note plain = Note.parse(Files.readAllBytes(FOLDER.resolve("../ledger/checkpoint.txt")));
        Note note = plain.with(List.of(witness("a1").cosign(plain.text(), 1_800_000_000)));
        Path file = FOLDER.resolve("cosigned.txt");
        if (Boolean.getBoolean("truceline.record")) {
            Files.write(file, note.encode());
        }
        assertThat(note.encode()).isEqualTo(Files.readAllBytes(file));
        assertThat(Files.readString(FOLDER.resolve("../../spec/policy.md")))
                .contains(Files.readString(FOLDER.resolve("good-03-three-of-four-witnesses.policy")));
    }
}
