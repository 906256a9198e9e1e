package truceline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

/// What no honest signer makes, before both providers: the station's and the one that an audit with core
/// alone has.
class SignatureVectorsTest {
    private static final Path FILE =
            Path.of(System.getProperty("truceline.root"), "vectors", "ledger", "signatures.tsv");
    private static final Provider PLATFORM = Security.getProvider("SunEC");
    private static final Provider BOUNCY = new BouncyCastleProvider();
    private static final HexFormat HEX = HexFormat.of();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Case(String name, byte[] key, byte[] message, byte[] signature, boolean holds) {}

    @Test
    void both_providers_answer_every_case_as_the_vectors_say() throws IOException {
        List<Case> cases = cases();
        assertThat(cases).hasSizeGreaterThan(70);
        for (Case each : cases) {
            assertThat(answer(BOUNCY, each))
                    .as("Bouncy Castle: %s", each.name())
                    .isEqualTo(each.holds());
            assertThat(answer(PLATFORM, each)).as("platform: %s", each.name()).isEqualTo(each.holds());
        }
    }

    @Test
    void without_the_rule_of_prime_order_the_providers_disagree() throws Exception {
        int bouncyAlone = 0;
        int platformAlone = 0;
        for (Case each : cases()) {
            boolean bouncy = unruled(BOUNCY, each);
            boolean platform = unruled(PLATFORM, each);
            bouncyAlone += bouncy && !platform ? 1 : 0;
            platformAlone += platform && !bouncy ? 1 : 0;
        }
        assertThat(bouncyAlone).isPositive();
        assertThat(platformAlone).isPositive();
    }

    @Test
    void the_test_of_prime_order_says_what_bouncy_castle_says_of_keys() throws IOException {
        for (Case each : cases()) {
            for (byte[] point : List.of(each.key(), Arrays.copyOf(each.signature(), 32))) {
                assertThat(PrimeOrder.test(point))
                        .as(each.name())
                        .isEqualTo(org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(point, 0));
            }
        }
    }

    @Test
    void the_test_of_prime_order_says_what_bouncy_castle_says_of_any_bytes() {
        Random random = new Random(255);
        int held = 0;
        for (int each = 0; each < 1000; each++) {
            byte[] point = new byte[32];
            random.nextBytes(point);
            if (each % 2 == 0) {
                point = Ed25519.publicKeyOf(point);
            }
            boolean expected = org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(point, 0);
            assertThat(PrimeOrder.test(point)).as(HEX.formatHex(point)).isEqualTo(expected);
            held += expected ? 1 : 0;
        }
        assertThat(held).isBetween(500, 999);
    }

    @Test
    void a_key_goes_on_when_the_provider_changes() {
        byte[] message = {1, 2, 3};
        byte[] seed = new byte[32];
        Ed25519.Secret secret = new Ed25519.Secret(seed);
        Ed25519.Public key = new Ed25519.Public(Ed25519.publicKeyOf(seed));
        byte[] first = secret.sign(message);
        for (int each = 0; each < 100; each++) {
            assertThat(secret.sign(message)).isEqualTo(first);
            assertThat(key.verify(message, first)).isTrue();
            assertThat(key.verify(new byte[] {1, 2}, first)).isFalse();
        }
    }

    private static boolean answer(Provider provider, Case each) {
        try {
            return Ed25519.verify(provider, Ed25519.publicKey(provider, each.key()), each.message(), each.signature());
        } catch (LedgerException _) {
            return false;
        }
    }

    private static boolean unruled(Provider provider, Case each) {
        try {
            byte[] encoded = HEX.parseHex("302a300506032b6570032100" + HEX.formatHex(each.key()));
            Signature verifier = Signature.getInstance("Ed25519", provider);
            verifier.initVerify(
                    KeyFactory.getInstance("Ed25519", provider).generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(each.message());
            return verifier.verify(each.signature());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            if (!line.startsWith("#")) {
                String[] cells = line.split("\t", -1);
                cases.add(new Case(
                        cells[0],
                        HEX.parseHex(cells[1]),
                        HEX.parseHex(cells[2]),
                        HEX.parseHex(cells[3]),
                        cells[4].equals("holds")));
            }
        }
        return cases;
    }
}
