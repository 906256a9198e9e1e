package truceline.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import truceline.ledger.LedgerException;

/// The private key of an audience, in text `PRIVATE+AUDIENCE+` and the form of the public one. Immutable; its text
/// never
/// appears in `toString`.
public final class AudienceSecret {
    /// Who reads by the key that lies in the station's own folder.
    public static final String STATION = "station";

    private static final String PREFIX = "PRIVATE+AUDIENCE+";

    private final byte[] scalar;
    private final AudienceKey key;

    private AudienceSecret(String name, byte[] scalar) {
        this.scalar = scalar.clone();
        this.key = new AudienceKey(name, Hpke.publicOf(scalar));
    }

    /// A new key.
    public static AudienceSecret create(String name) {
        byte[] scalar = new byte[Hpke.KEY_BYTES];
        new SecureRandom().nextBytes(scalar);
        return new AudienceSecret(name, scalar);
    }

    /// The station's own, made from `keys/monitor.key`: HMAC-SHA256 of `truceline.vault/2 station` under it.
    public static AudienceSecret ofStation(byte[] monitorKey) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(monitorKey, "HmacSHA256"));
            return new AudienceSecret(
                    STATION, mac.doFinal("truceline.vault/2 station".getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    /// Reads the secret text; refuses with `malformed`, and never quotes it.
    public static AudienceSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new LedgerException("malformed", "the private key of an audience begins with " + PREFIX);
        }
        String rest = text.substring(PREFIX.length());
        AudienceSecret secret = new AudienceSecret(AudienceKey.nameOf(rest), AudienceKey.bytesOf(rest));
        if (!secret.text().equals(text)) {
            throw new LedgerException("malformed", "the digits of the private key are not those of its key");
        }
        return secret;
    }

    /// The secret text, for the key file only.
    public String text() {
        return PREFIX + AudienceKey.text(key.name(), key.key(), scalar);
    }

    public AudienceKey key() {
        return key;
    }

    byte[] scalar() {
        return scalar.clone();
    }

    @Override
    public String toString() {
        return "AudienceSecret of " + key;
    }
}
