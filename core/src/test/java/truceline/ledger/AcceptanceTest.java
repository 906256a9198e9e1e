package truceline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// A receipt says one thing in one spelling, signed by one log. The case is that of
/// `vectors/ledger/receipt.txt`; run
/// with `-Dtruceline.record=true` to write it anew.
class AcceptanceTest {
    private static final Path VECTORS = Path.of(System.getProperty("truceline.root", "."), "vectors", "ledger");
    private static final String ID = "000102030405060708090a0b0c0d0e0f";

    private static Signer key() throws IOException {
        return Signer.parse(
                Files.readAllLines(VECTORS.resolve("key.txt")).getFirst().strip());
    }

    private static byte[] entry(int index) {
        return Integer.toString(index).getBytes(StandardCharsets.UTF_8);
    }

    private static Acceptance receipt() throws IOException {
        return Acceptance.of(key().name(), ID, 256, List.of(entry(256)));
    }

    @Test
    void the_receipt_is_the_one_recorded_and_in_the_specification() throws IOException {
        String text = new String(receipt().sign(key()).encode(), StandardCharsets.UTF_8);
        if (Boolean.getBoolean("truceline.record")) {
            Files.writeString(VECTORS.resolve("receipt.txt"), text);
        }
        assertThat(Files.readString(VECTORS.resolve("receipt.txt"))).isEqualTo(text);
        assertThat(Files.readString(VECTORS.resolve("../../spec/receipt.md"))).contains(text);
        Acceptance read = Acceptance.open(Note.parse(text.getBytes(StandardCharsets.UTF_8)), key().verifier());
        assertThat(read).isEqualTo(receipt());
    }

    @Test
    void a_proof_of_the_entry_bears_it_out_and_one_of_another_does_not() throws IOException {
        EntryProof proof = EntryProof.parse(Files.readAllBytes(VECTORS.resolve("proof.txt")));
        Verifier log = key().verifier();
        assertThat(receipt().verify(proof, log).size()).isEqualTo(257);
        Acceptance broken = Acceptance.of(log.name(), ID, 256, List.of(entry(999)));
        assertThatThrownBy(() -> broken.verify(proof, log))
                .isInstanceOfSatisfying(
                        LedgerException.class, fault -> assertThat(fault.code()).isEqualTo("damaged"));
        Acceptance elsewhere = Acceptance.of(log.name(), ID, 255, List.of(entry(256)));
        assertThatThrownBy(() -> elsewhere.verify(proof, log)).hasMessageContaining("255");
    }

    @Test
    void no_changed_byte_leaves_a_receipt_valid() throws IOException {
        byte[] bytes = receipt().sign(key()).encode();
        Verifier log = key().verifier();
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 << i % 7);
            assertThatThrownBy(() -> Acceptance.open(Note.parse(changed), log))
                    .as("byte %d", i)
                    .isInstanceOf(LedgerException.class);
        }
    }

    @Test
    void other_spellings_and_other_logs_are_refused() throws IOException {
        String good = receipt().text();
        for (String bad : List.of(
                good.replace("256 1", "0256 1"),
                good.replace("256 1", "256 +1"),
                good.replace("256 1", "256 0"),
                good.replace("256 1", "256 2 1"),
                good.replace("256 1", "-1 1"),
                good.replace("256 1", "256"),
                good.replace("/v1", "/v2"),
                good.replace(ID, ID.toUpperCase(Locale.ROOT)),
                good.replace(ID, ID.substring(1)),
                good + "\n",
                good.substring(0, good.length() - 1))) {
            assertThatThrownBy(() -> Acceptance.parse(bad)).as(bad).isInstanceOf(LedgerException.class);
        }
        Signer other = Signer.of("b.example", new byte[32]);
        Note note = receipt().sign(other);
        assertThatThrownBy(() -> Acceptance.open(note, other.verifier())).hasMessageContaining("not signed");
    }

    @Test
    void many_entries_are_one_tree() throws IOException {
        List<byte[]> entries = List.of(entry(1), entry(2), entry(3));
        Acceptance three = Acceptance.of(key().name(), ID, 1, entries);
        assertThat(three.leaf()).isEqualTo(Hash.leaf(entry(1)));
        assertThat(three.tree())
                .isEqualTo(Hash.node(Hash.node(Hash.leaf(entry(1)), Hash.leaf(entry(2))), Hash.leaf(entry(3))));
        assertThat(three.isOf(entries)).isTrue();
        assertThat(three.isOf(List.of(entry(1), entry(2)))).isFalse();
        assertThat(three.isOf(List.of(entry(1), entry(3), entry(2)))).isFalse();
    }

    @Test
    void a_receipt_of_many_entries_is_kept_only_where_each_of_them_is() throws IOException {
        List<byte[]> entries = List.of(entry(0), entry(1), entry(2), entry(3), entry(4));
        Acceptance three = Acceptance.of(key().name(), ID, 1, entries.subList(1, 4));
        List<Verifier> log = List.of(key().verifier());
        assertThat(three.verify(note(entries), entries.subList(1, 4), hashes(entries), log)
                        .size())
                .isEqualTo(5);
        for (int wrong = 1; wrong < 4; wrong++) {
            List<byte[]> other = new ArrayList<>(entries);
            other.set(wrong, entry(99));
            assertThatThrownBy(() -> three.verify(note(other), other.subList(1, 4), hashes(other), log))
                    .as("entry %d", wrong)
                    .isInstanceOfSatisfying(
                            LedgerException.class,
                            fault -> assertThat(fault.code()).isEqualTo("damaged"));
            assertThatThrownBy(() -> three.verify(note(other), entries.subList(1, 4), hashes(other), log))
                    .as("entry %d is not the tree's", wrong)
                    .isInstanceOf(LedgerException.class);
        }
        List<byte[]> short3 = entries.subList(0, 3);
        assertThatThrownBy(() -> three.verify(note(short3), entries.subList(1, 4), hashes(short3), log))
                .isInstanceOfSatisfying(
                        LedgerException.class, fault -> assertThat(fault.code()).isEqualTo("absent"));
        assertThatThrownBy(() -> three.verify(note(entries), entries.subList(1, 3), hashes(entries), log))
                .isInstanceOf(LedgerException.class);
    }

    private static Note note(List<byte[]> entries) throws IOException {
        Checkpoint checkpoint =
                new Checkpoint(key().name(), entries.size(), Proofs.root(hashes(entries), entries.size()));
        return checkpoint.sign(key());
    }

    private static HashReader hashes(List<byte[]> entries) {
        return new HashReader() {
            @Override
            public Hash hash(int level, long index) {
                return level == 0
                        ? Hash.leaf(entries.get((int) index))
                        : Hash.node(hash(level - 1, 2 * index), hash(level - 1, 2 * index + 1));
            }
        };
    }

    @Test
    void a_receipt_is_never_a_checkpoint() throws IOException {
        String text = receipt().text();
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(LedgerException.class);
    }
}
