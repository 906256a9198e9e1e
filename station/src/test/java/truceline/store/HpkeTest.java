package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import truceline.ledger.LedgerException;

/// Encryption to public keys, against the vectors of RFC 9180 appendix A.1.1.
class HpkeTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] SCALAR =
            HEX.parseHex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8");
    private static final byte[] ENC = HEX.parseHex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431");
    private static final String TEXT = "4265617574792069732074727574682c20747275746820626561757479";

    @Test
    void texts_of_the_standard_open() {
        assertThat(HEX.formatHex(Hpke.publicOf(SCALAR)))
                .isEqualTo("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d");
        Hpke context = Hpke.at(SCALAR, ENC, HEX.parseHex("4f6465206f6e2061204772656369616e2055726e"), 1);
        List<String> sealed = List.of(
                "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a",
                "af2d7e9ac9ae7e270f46ba1f975be53c09f8d875bdc8535458c2494e8a6eab251c03d0c22a56b8ca42c2063b84",
                "498dfcabd92e8acedc281e85af1cb4e3e31c7dc394a1ca20e173cb72516491588d96a19ad4a683518973dcc180");
        for (int number = 0; number < sealed.size(); number++) {
            byte[] aad = ("Count-" + number).getBytes(StandardCharsets.US_ASCII);
            assertThat(context.open(number, aad, HEX.parseHex(sealed.get(number))))
                    .as("text %d", number)
                    .contains(HEX.parseHex(TEXT));
            assertThat(context.open(number + 1, aad, HEX.parseHex(sealed.get(number))))
                    .isEmpty();
        }
    }

    @Test
    void what_is_sealed_to_a_key_opens_with_its_private_one_alone() {
        byte[] info = {1, 2};
        AudienceSecret secret = AudienceSecret.create("monitor");
        Hpke sender = Hpke.to(secret.key().key(), info);
        byte[] sealed = sender.seal(70_000, new byte[] {3}, new byte[] {4, 5});
        Hpke holder = Hpke.at(secret.scalar(), sender.enc(), info);
        assertThat(holder.open(70_000, new byte[] {3}, sealed)).contains(new byte[] {4, 5});
        assertThat(holder.open(70_000, new byte[] {2}, sealed)).isEmpty();
        assertThat(Hpke.at(secret.scalar(), sender.enc(), new byte[] {1}).open(70_000, new byte[] {3}, sealed))
                .isEmpty();
        assertThat(Hpke.at(AudienceSecret.create("monitor").scalar(), sender.enc(), info)
                        .open(70_000, new byte[] {3}, sealed))
                .isEmpty();
        assertThatThrownBy(() -> Hpke.to(new byte[32], info)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keys_read_back_and_a_changed_one_does_not() {
        AudienceSecret secret = AudienceSecret.create("party:VA");
        assertThat(AudienceSecret.parse(secret.text()).key()).isEqualTo(secret.key());
        assertThat(AudienceKey.parse(secret.key().text())).isEqualTo(secret.key());
        assertThat(secret.toString()).doesNotContain(secret.text());
        assertThat(secret.key().text()).startsWith("party:VA+").contains("+/3RydWNlbGluZS94MjU1MT");
        for (String text :
                List.of("", "x", "a+b+c", "monitor" + secret.key().text().substring(8), secret.text())) {
            assertThatThrownBy(() -> AudienceKey.parse(text)).isInstanceOf(LedgerException.class);
        }
        assertThatThrownBy(() -> AudienceSecret.parse(secret.key().text())).isInstanceOf(LedgerException.class);
        assertThatThrownBy(() -> AudienceSecret.create("Nobody+else")).isInstanceOf(LedgerException.class);
    }
}
