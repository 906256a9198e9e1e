package truceline.ledger;

/// A private Ed25519 key with its name, in the text form `PRIVATE+KEY+name+keyid+base64` (Go's sumdb/note).
///
/// Immutable; safe for many threads. Its text never appears in `toString`.
public final class Signer {
    static final String PREFIX = "PRIVATE+KEY+";

    private final byte[] seed;
    private final Ed25519.Secret key;
    private final Verifier verifier;

    private Signer(String name, byte[] seed) {
        this.seed = seed.clone();
        this.key = new Ed25519.Secret(seed);
        this.verifier = new Verifier(name, Ed25519.publicKeyOf(seed));
    }

    /// The key made from 32 random bytes.
    public static Signer of(String name, byte[] seed) {
        if (seed.length != Ed25519.KEY_BYTES) {
            throw LedgerException.malformed("a seed has 32 bytes, not " + seed.length);
        }
        return new Signer(name, seed);
    }

    /// Reads an skey; refuses one whose key id does not belong to its key. The message never quotes the text.
    public static Signer parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw LedgerException.malformed("a private key begins with " + PREFIX);
        }
        KeyText.Fields fields = KeyText.fields(text.substring(PREFIX.length()), KeyText.ED25519);
        Signer signer = new Signer(fields.name(), fields.key());
        if (!signer.text().equals(text)) {
            throw LedgerException.malformed("the key id " + fields.keyId() + " is not that of the private key");
        }
        return signer;
    }

    /// The secret text, for the key file only.
    public String text() {
        String vkey = verifier.text();
        String named = vkey.substring(0, vkey.indexOf('+') + 9);
        byte[] data = new byte[1 + seed.length];
        data[0] = KeyText.ED25519;
        System.arraycopy(seed, 0, data, 1, seed.length);
        return PREFIX + named + "+" + StrictBase64.encode(data);
    }

    public Verifier verifier() {
        return verifier;
    }

    public String name() {
        return verifier.name();
    }

    /// The 64 bytes of the signature over the message.
    public byte[] sign(byte[] message) {
        return key.sign(message);
    }

    @Override
    public String toString() {
        return "Signer of " + verifier;
    }
}
