package truceline.station;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import truceline.ledger.Sha256;

/// Names that say "the same again" without saying what: the identity of a row and the lineage of an account.
///
/// Both are SHA-256 over the station's secret key and the content, cut to 128 and 64 bits. Without the key nobody can
/// test a
/// guess against the public record; because the digest is cut, knowing one name does not let anybody extend it to
/// another.
/// Not thread-safe.
public final class Pseudonyms {
    /// Bytes of a row's identity.
    public static final int IDENTITY = 16;

    private static final int LINEAGE = 8;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final byte[] key;
    private final MessageDigest digest;
    private String lastLineage = "";
    private String lastName = "";

    /// @param key the station's identity key, 32 bytes
    public Pseudonyms(byte[] key) {
        this.key = key.clone();
        digest = Sha256.start();
    }

    /// Identity of a row that its source gave an id.
    public byte[] ofClientId(String source, String clientId) {
        return cut(start("id", source, 0).digest(clientId.getBytes(StandardCharsets.UTF_8)), IDENTITY);
    }

    /// Identity of a row by its bytes and the number of equal rows before it in the same submission.
    public byte[] ofRow(String source, byte[] bytes, int from, int to, int occurrence) {
        start("row", source, occurrence).update(bytes, from, to - from);
        return cut(digest.digest(), IDENTITY);
    }

    /// Pseudonym of a lineage; the same for all sources, so that a headline copied by another is still one account.
    public String ofLineage(String lineage) {
        if (!lineage.equals(lastLineage)) {
            byte[] name = start("lineage", "", 0).digest(lineage.getBytes(StandardCharsets.UTF_8));
            lastName = text(cut(name, LINEAGE));
            lastLineage = lineage;
        }
        return lastName;
    }

    /// Base64url text of a name, as entries hold it.
    public static String text(byte[] name) {
        return BASE64.encodeToString(name);
    }

    private MessageDigest start(String purpose, String source, int occurrence) {
        digest.reset();
        digest.update(key);
        digest.update(purpose.getBytes(StandardCharsets.UTF_8));
        byte[] sourceBytes = source.getBytes(StandardCharsets.UTF_8);
        digest.update(new byte[] {
            0,
            (byte) (sourceBytes.length >> 8),
            (byte) sourceBytes.length,
            (byte) (occurrence >> 24),
            (byte) (occurrence >> 16),
            (byte) (occurrence >> 8),
            (byte) occurrence
        });
        digest.update(sourceBytes);
        return digest;
    }

    private static byte[] cut(byte[] hash, int length) {
        return Arrays.copyOf(hash, length);
    }
}
