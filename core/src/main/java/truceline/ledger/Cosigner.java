package truceline.ledger;

import java.nio.ByteBuffer;

/// A witness's private key with its name, in the text form `PRIVATE+KEY+name+keyid+base64` with the byte 04.
///
/// Immutable; safe for many threads. Its text never appears in `toString`.
public final class Cosigner {
    private final byte[] seed;
    private final Ed25519.Secret secret;
    private final CosignatureKey key;

    private Cosigner(String name, byte[] seed) {
        this.seed = seed.clone();
        this.secret = new Ed25519.Secret(seed);
        this.key = new CosignatureKey(name, Ed25519.publicKeyOf(seed));
    }

    /// The key made from 32 random bytes.
    public static Cosigner of(String name, byte[] seed) {
        if (seed.length != Ed25519.KEY_BYTES) {
            throw LedgerException.malformed("a seed has 32 bytes, not " + seed.length);
        }
        return new Cosigner(name, seed);
    }

    /// Reads the secret text; refuses one whose key id does not belong to its key. The message never quotes the text.
    public static Cosigner parse(String text) {
        if (!text.startsWith(Signer.PREFIX)) {
            throw LedgerException.malformed("a private key begins with " + Signer.PREFIX);
        }
        KeyText.Fields fields = KeyText.fields(text.substring(Signer.PREFIX.length()), KeyText.COSIGNATURE);
        Cosigner read = new Cosigner(fields.name(), fields.key());
        if (!read.text().equals(text)) {
            throw LedgerException.malformed("the key id " + fields.keyId() + " is not that of the private key");
        }
        return read;
    }

    /// The secret text, for the key file only.
    public String text() {
        return Signer.PREFIX + KeyText.text(key.name(), key.keyId(), KeyText.COSIGNATURE, seed);
    }

    /// The public key.
    public CosignatureKey key() {
        return key;
    }

    /// The signature line over the text of a checkpoint, as of a time in seconds since 1970. Checks nothing: whether
    /// to sign is [Witnessing]'s to say.
    public Note.Line cosign(String text, long timeSeconds) {
        if (timeSeconds < 0) {
            throw LedgerException.malformed("a cosignature has no time before 1970");
        }
        byte[] signature = secret.sign(CosignatureKey.message(timeSeconds, text));
        byte[] timed = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(timeSeconds)
                .put(signature)
                .array();
        return new Note.Line(key.name(), key.keyId(), timed);
    }

    @Override
    public String toString() {
        return "Cosigner of " + key;
    }
}
