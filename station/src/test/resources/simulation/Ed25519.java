package truceline.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Stands in for the real one in the long run of the simulator only, where signing would take four fifths of the time:
/// a digest in place of a signature. Nothing of the write path looks inside one.
final class Ed25519 {
    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;

    private Ed25519() {}

    static final class Public {
        private final byte[] raw;

        Public(byte[] raw) {
            this.raw = raw.clone();
        }

        boolean verify(byte[] message, byte[] signature) {
            return Arrays.equals(digest(raw, message), signature);
        }
    }

    static final class Secret {
        private final byte[] raw;

        Secret(byte[] seed) {
            this.raw = publicKeyOf(seed);
        }

        byte[] sign(byte[] message) {
            return digest(raw, message);
        }
    }

    static byte[] publicKeyOf(byte[] seed) {
        byte[] key = seed.clone();
        key[31] ^= 0x55;
        return key;
    }

    private static byte[] digest(byte[] key, byte[] message) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            return Arrays.copyOf(digest.digest(message), SIGNATURE_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
