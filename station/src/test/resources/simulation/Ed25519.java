package truceline.ledger;

import java.io.Serial;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.util.Arrays;

/// Stands in for the real one in the long run of the simulator only, where signing would take four fifths of the time:
/// a digest in place of a signature. Nothing of the write path looks inside one.
final class Ed25519 {
    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;

    private Ed25519() {}

    private record Raw(byte[] bytes) implements PublicKey, PrivateKey {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public String getAlgorithm() {
            return "digest";
        }

        @Override
        public String getFormat() {
            return "raw";
        }

        @Override
        public byte[] getEncoded() {
            return bytes.clone();
        }
    }

    static PublicKey publicKey(byte[] raw) {
        return new Raw(raw.clone());
    }

    static PublicKey publicKey(Provider provider, byte[] raw) {
        return publicKey(raw);
    }

    static Provider[] providers() {
        return Security.getProviders();
    }

    static PrivateKey privateKey(byte[] seed) {
        return new Raw(publicKeyOf(seed));
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key.getEncoded());
            byte[] first = digest.digest(message);
            return Arrays.copyOf(first, SIGNATURE_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean verify(PublicKey key, byte[] message, byte[] signature) {
        return Arrays.equals(sign((Raw) key, message), signature);
    }

    static boolean verify(Provider provider, PublicKey key, byte[] message, byte[] signature) {
        return verify(key, message, signature);
    }

    static byte[] publicKeyOf(byte[] seed) {
        byte[] key = seed.clone();
        key[31] ^= 0x55;
        return key;
    }
}
