package truceline.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// What an entry holds in place of text that may have to be erased: SHA-256("truceline.commit/v1" || salt || content).
///
/// The salt is 32 random bytes kept beside the content; with both gone, nothing can be guessed from the commitment.
public final class Commitment {
    public static final int SALT_BYTES = 32;

    private static final byte[] PURPOSE = "truceline.commit/v1".getBytes(StandardCharsets.US_ASCII);

    private Commitment() {}

    /// The commitment to a content.
    ///
    /// @param content the protected text; for a file, the SHA-256 of its bytes
    public static Hash of(byte[] salt, byte[] content) {
        if (salt.length != SALT_BYTES) {
            throw LedgerException.malformed("a salt has 32 bytes, not " + salt.length);
        }
        MessageDigest digest = Sha256.start();
        digest.update(PURPOSE);
        digest.update(salt);
        return Hash.of(digest.digest(content));
    }
}
