package truceline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryProofTest {
    private static final Signer KEY = Signer.of("a.example", new byte[32]);
    private static final byte[] ENTRY = "entry".getBytes(StandardCharsets.UTF_8);
    private static final Hash OTHER = Hash.leaf(new byte[0]);

    private static EntryProof proof() {
        Checkpoint checkpoint = new Checkpoint("a.example", 2, Hash.node(Hash.leaf(ENTRY), OTHER));
        return new EntryProof(0, List.of(OTHER), checkpoint.sign(KEY));
    }

    @Test
    void a_proof_has_the_form_the_specification_gives() {
        String text = new String(proof().encode(), StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("c2sp.org/tlog-proof@v1\nindex 0\n" + OTHER.base64() + "\n\na.example\n2\n")
                .endsWith("=\n");
        assertThat(new String(EntryProof.parse(proof().encode()).encode(), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void it_holds_for_its_entry_and_log_and_for_no_other() {
        assertThat(proof().verify(ENTRY, KEY.verifier()).size()).isEqualTo(2);
        assertThatThrownBy(() -> proof().verify(new byte[] {1}, KEY.verifier())).hasMessageContaining("index 0");
        Verifier other = Signer.of("b.example", new byte[32]).verifier();
        assertThatThrownBy(() -> proof().verify(ENTRY, other)).hasMessageContaining("not signed by");
    }

    @Test
    void no_changed_byte_of_a_proof_leaves_it_valid() {
        byte[] bytes = proof().encode();
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 << i % 7);
            assertThatThrownBy(() -> EntryProof.parse(changed).verify(ENTRY, KEY.verifier()))
                    .as("byte %d", i)
                    .isInstanceOf(LedgerException.class);
        }
    }

    @Test
    void other_spellings_are_refused() {
        String good = new String(proof().encode(), StandardCharsets.UTF_8);
        for (String bad : List.of(
                good.replace("index 0", "index 00"),
                good.replace("index 0", "index -1"),
                good.replace("index 0", "index"),
                good.replace("@v1", "@v2"),
                good.replace("\n\na.", "\na."),
                good.replace("index 0\n", "index 0\n\n"),
                good + "\n",
                "")) {
            byte[] bytes = bad.getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> EntryProof.parse(bytes)).as(bad).isInstanceOf(LedgerException.class);
        }
    }
}
