package truceline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NoteTest {
    private static final Signer KEY = Signer.of("a.example", new byte[32]);
    private static final Signer OTHER = Signer.of("b.example", new byte[32]);

    @Test
    void public_keys_and_signatures_are_those_of_rfc_8032() {
        List<List<String>> cases = List.of(
                List.of(
                        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                        "",
                        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
                List.of(
                        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                        "72",
                        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
        for (List<String> known : cases) {
            byte[] seed = HexFormat.of().parseHex(known.get(0));
            Signer signer = Signer.of("rfc8032.example", seed);
            byte[] message = HexFormat.of().parseHex(known.get(2));
            assertThat(HexFormat.of().formatHex(signer.verifier().rawKey())).isEqualTo(known.get(1));
            assertThat(HexFormat.of().formatHex(signer.sign(message))).isEqualTo(known.get(3));
            assertThat(signer.verifier().verify(message, signer.sign(message))).isTrue();
        }
    }

    @Test
    void a_note_says_who_of_the_known_keys_signed_it() {
        Note note = Note.sign("a text\n\nof two parts\n", List.of(KEY, OTHER));
        Note read = Note.parse(note.encode());
        assertThat(read.text()).isEqualTo("a text\n\nof two parts\n");
        assertThat(read.verify(List.of(KEY.verifier()))).containsExactly(KEY.verifier());
        assertThat(read.verify(List.of(OTHER.verifier(), KEY.verifier()))).hasSize(2);
        assertThat(read.verify(List.of())).isEmpty();
    }

    @Test
    void a_known_key_that_did_not_sign_this_text_spoils_the_note_and_an_unknown_one_does_not() {
        List<Note.Line> lines =
                new ArrayList<>(Note.sign("text\n", List.of(KEY)).lines());
        lines.addAll(Note.sign("another text\n", List.of(OTHER)).lines());
        Note mixed = Note.parse(new Note("text\n", lines).encode());
        assertThat(mixed.verify(List.of(KEY.verifier()))).containsExactly(KEY.verifier());
        assertThatThrownBy(() -> mixed.verify(List.of(KEY.verifier(), OTHER.verifier())))
                .isInstanceOfSatisfying(
                        LedgerException.class, e -> assertThat(e.code()).isEqualTo("bad-signature"));
    }

    @Test
    void no_changed_byte_of_a_note_reads_as_the_same_signed_note() {
        byte[] bytes = new Checkpoint(KEY.name(), 0, Hash.EMPTY_TREE).sign(KEY).encode();
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = bytes.clone();
                changed[i] ^= (byte) (1 << bit);
                if (bit % 4 == i % 4) {
                    assertThatThrownBy(() -> Checkpoint.open(changed, KEY.verifier()))
                            .as("byte %d bit %d", i, bit)
                            .isInstanceOf(LedgerException.class);
                }
            }
        }
    }

    @Test
    void base64_with_spare_bits_or_without_padding_is_refused() {
        for (String text : List.of("AQ", "AQ=", "AR==", "AQ==\n", " AQ==", "AQ===", "A", "_w==")) {
            assertThatThrownBy(() -> StrictBase64.decode(text)).as(text).isInstanceOf(LedgerException.class);
        }
        assertThat(StrictBase64.decode("AQ==")).containsExactly(1);
    }

    @Test
    void keys_with_a_wrong_id_name_or_length_are_refused_and_never_quoted() {
        String secret = KEY.text();
        for (String bad : List.of(
                secret.replace("a.example", "c.example"),
                secret.replace("PRIVATE+KEY+", "PRIVATE KEY "),
                secret.substring(0, secret.length() - 4),
                secret.replace("a.example", "a b"),
                secret.replace("a.example", ""))) {
            assertThatThrownBy(() -> Signer.parse(bad))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageNotContaining(secret.substring(secret.length() - 30));
        }
        String vkey = KEY.verifier().text();
        assertThat(Verifier.parse(vkey).text()).isEqualTo(vkey);
        assertThatThrownBy(() -> Verifier.parse(vkey.toUpperCase(Locale.ROOT))).isInstanceOf(LedgerException.class);
        assertThatThrownBy(() -> Verifier.parse(secret)).isInstanceOf(LedgerException.class);
    }

    @Test
    void a_note_that_is_not_text_or_too_long_is_refused() {
        byte[] good = Note.sign("text\n", List.of(KEY)).encode();
        byte[] notUtf8 = good.clone();
        notUtf8[0] = (byte) 0xff;
        byte[] control = good.clone();
        control[0] = 7;
        byte[] longer = Arrays.copyOf(good, 1_000_001);
        for (byte[] bad : List.of(notUtf8, control, longer, new byte[0], "\n\n".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> Note.parse(bad)).isInstanceOf(LedgerException.class);
        }
    }
}
