package truceline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CosignatureTest {
    private static final Signer LOG = Signer.of("log.example", new byte[32]);
    private static final Cosigner KEY = Cosigner.of("witness.example/a", filled(1));
    private static final Cosigner OTHER = Cosigner.of("witness.example/b", filled(2));
    private static final Note NOTE = new Checkpoint(LOG.name(), 2, Hash.leaf(new byte[1])).sign(LOG);

    private static byte[] filled(int value) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) value);
        return seed;
    }

    @Test
    void what_is_signed_is_the_header_the_time_and_the_text_and_the_line_begins_with_the_time() {
        Note.Line line = KEY.cosign(NOTE.text(), 1_679_315_147L);
        assertThat(line.signature()).hasSize(72);
        assertThat(ByteBuffer.wrap(line.signature()).getLong()).isEqualTo(1_679_315_147L);
        byte[] message = ("cosignature/v1\ntime 1679315147\n" + NOTE.text()).getBytes(StandardCharsets.UTF_8);
        Verifier plain = Signer.of("x", filled(1)).verifier();
        assertThat(plain.verify(message, Arrays.copyOfRange(line.signature(), 8, 72)))
                .isTrue();
        assertThat(KEY.key().verify(NOTE.text(), line)).isEqualTo(new Cosignature(KEY.key(), 1_679_315_147L));
    }

    @Test
    void the_key_id_is_that_of_type_four() {
        assertThat(KEY.key().text()).startsWith("witness.example/a+");
        byte[] id = KeyText.keyId("witness.example/a", (byte) 4, KEY.key().rawKey());
        assertThat(KEY.cosign(NOTE.text(), 1).keyId()).isEqualTo(id);
        assertThat(CosignatureKey.parse(KEY.key().text()).text())
                .isEqualTo(KEY.key().text());
        assertThat(Cosigner.parse(KEY.text()).key().text()).isEqualTo(KEY.key().text());
    }

    @Test
    void keys_of_another_type_with_a_wrong_id_or_a_plain_signature_are_refused() {
        String log = LOG.verifier().text();
        assertThatThrownBy(() -> CosignatureKey.parse(log)).hasMessageContaining("the byte 04");
        assertThatThrownBy(() -> Verifier.parse(KEY.key().text())).hasMessageContaining("the byte 01");
        assertThatThrownBy(() -> Cosigner.parse(LOG.text())).isInstanceOf(LedgerException.class);
        String vkey = KEY.key().text();
        assertThatThrownBy(() -> CosignatureKey.parse(vkey.replace("example/a", "example/c")))
                .hasMessageContaining("key id");
        assertThatThrownBy(() -> CosignatureKey.parse(vkey.toUpperCase(Locale.ROOT)))
                .isInstanceOf(LedgerException.class);
        assertThat(KEY.toString())
                .doesNotContain(KEY.text().substring(KEY.text().length() - 20));
    }

    @Test
    void no_changed_bit_of_a_cosignature_and_no_other_text_verifies() {
        Note.Line line = KEY.cosign(NOTE.text(), 1_700_000_000);
        for (int i = 0; i < 72; i++) {
            byte[] changed = line.signature().clone();
            changed[i] ^= (byte) (1 << i % 8);
            Note.Line bad = new Note.Line(line.name(), line.keyId(), changed);
            assertThatThrownBy(() -> KEY.key().verify(NOTE.text(), bad))
                    .as("byte %d", i)
                    .isInstanceOfSatisfying(
                            LedgerException.class, e -> assertThat(e.code()).isEqualTo("bad-signature"));
        }
        assertThatThrownBy(() -> KEY.key().verify(NOTE.text() + "more\n", line)).isInstanceOf(LedgerException.class);
        Note.Line shorter = new Note.Line(line.name(), line.keyId(), Arrays.copyOf(line.signature(), 71));
        assertThatThrownBy(() -> KEY.key().verify(NOTE.text(), shorter)).isInstanceOf(LedgerException.class);
    }

    @Test
    void lines_are_merged_one_for_each_key_and_the_last_one_stands() {
        Note.Line first = KEY.cosign(NOTE.text(), 1);
        Note.Line second = KEY.cosign(NOTE.text(), 2);
        Note merged = NOTE.with(List.of(first, OTHER.cosign(NOTE.text(), 3), second));
        Note read = Note.parse(merged.encode());
        assertThat(read.lines()).hasSize(3);
        assertThat(read.cosignatures(List.of(KEY.key(), OTHER.key())))
                .extracting(Cosignature::timeSeconds)
                .containsExactly(2L, 3L);
        assertThat(read.verify(List.of(LOG.verifier()))).hasSize(1);
        assertThat(Checkpoint.open(read, LOG.verifier()).size()).isEqualTo(2);
    }

    @Test
    void an_answer_is_signature_lines_and_nothing_else() {
        String two =
                KEY.cosign(NOTE.text(), 1).text() + OTHER.cosign(NOTE.text(), 1).text();
        assertThat(Note.parseLines(two)).hasSize(2);
        for (String bad :
                List.of("", "\n", two + "\n", two.substring(1), two.strip(), two + "x\n", two.replace("— ", "-- "))) {
            assertThatThrownBy(() -> Note.parseLines(bad), "%s", bad).isInstanceOf(LedgerException.class);
        }
        assertThatThrownBy(() -> Note.parseLines(two.repeat(51))).isInstanceOf(LedgerException.class);
        assertThatThrownBy(() -> KEY.cosign(NOTE.text(), -1)).isInstanceOf(LedgerException.class);
    }
}
