package truceline.store;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import truceline.ledger.Commitment;

/// Makes the secrets of one protected item (salt and content key) and wraps them: AES key wrap (RFC 3394) of 64 bytes
/// under the key of the audience. Whoever has only the disk learns neither, so low-entropy text cannot be guessed.
///
/// One instance serves one thread.
final class KeyWrap {
    static final int KEY_BYTES = 32;
    static final int WRAPPED_BYTES = Commitment.SALT_BYTES + KEY_BYTES + 8;

    private static final int RANDOM_BLOCK = 64 * 256;

    private final SecretKeySpec audience;
    private final Cipher wrap;
    private final SecureRandom random = new SecureRandom();
    private final byte[] block = new byte[RANDOM_BLOCK];
    private int used = RANDOM_BLOCK;

    KeyWrap(byte[] audienceKey) {
        audience = new SecretKeySpec(audienceKey, "AES");
        try {
            wrap = Cipher.getInstance("AES/KW/NoPadding");
            wrap.init(Cipher.WRAP_MODE, audience);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform has AES key wrap", e);
        }
    }

    /// The salt of a commitment and the key its content is encrypted under, once.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Secrets(byte[] salt, byte[] key) {
        SecretKeySpec aes() {
            return new SecretKeySpec(key, "AES");
        }
    }

    Secrets fresh() {
        if (used == RANDOM_BLOCK) {
            random.nextBytes(block);
            used = 0;
        }
        byte[] salt = Arrays.copyOfRange(block, used, used + Commitment.SALT_BYTES);
        byte[] key = Arrays.copyOfRange(block, used + Commitment.SALT_BYTES, used + Commitment.SALT_BYTES + KEY_BYTES);
        used += Commitment.SALT_BYTES + KEY_BYTES;
        return new Secrets(salt, key);
    }

    Secrets fresh(byte[] salt) {
        return new Secrets(salt.clone(), fresh().key());
    }

    byte[] wrap(Secrets secrets) {
        byte[] both = Arrays.copyOf(secrets.salt, Commitment.SALT_BYTES + KEY_BYTES);
        System.arraycopy(secrets.key, 0, both, Commitment.SALT_BYTES, KEY_BYTES);
        try {
            return wrap.wrap(new SecretKeySpec(both, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("64 bytes can be wrapped", e);
        }
    }

    /// Empty where the bytes were not wrapped under this audience's key, or have been erased.
    Optional<Secrets> unwrap(byte[] wrapped) {
        try {
            Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
            cipher.init(Cipher.UNWRAP_MODE, audience);
            Key both = cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
            byte[] bytes = both.getEncoded();
            return Optional.of(new Secrets(
                    Arrays.copyOf(bytes, Commitment.SALT_BYTES),
                    Arrays.copyOfRange(bytes, Commitment.SALT_BYTES, bytes.length)));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }
}
