package truceline.ledger;

import java.util.Arrays;
import java.util.HexFormat;

/// A public Ed25519 key with its name, in the text form `name+keyid+base64` (a vkey of C2SP signed-note).
///
/// Immutable; safe for many threads.
public final class Verifier {
    private final String name;
    private final byte[] keyId;
    private final byte[] raw;
    private final Ed25519.Public key;

    Verifier(String name, byte[] raw) {
        this.name = KeyText.checkedName(name);
        this.raw = raw.clone();
        this.keyId = KeyText.keyId(name, KeyText.ED25519, raw);
        this.key = new Ed25519.Public(raw);
    }

    /// Reads a vkey; refuses one whose key id does not belong to its key.
    public static Verifier parse(String text) {
        KeyText.Fields fields = KeyText.fields(text, KeyText.ED25519);
        Verifier verifier = new Verifier(fields.name(), fields.key());
        if (!verifier.text().equals(text)) {
            throw LedgerException.malformed("the key id " + fields.keyId() + " is not that of the key");
        }
        return verifier;
    }

    public String text() {
        return KeyText.text(name, keyId, KeyText.ED25519, raw);
    }

    public String name() {
        return name;
    }

    /// The 32 bytes of the key.
    public byte[] rawKey() {
        return raw.clone();
    }

    /// Whether a signature line names this key. That says nothing about whether it verifies.
    public boolean owns(Note.Line line) {
        return line.name().equals(name) && Arrays.equals(line.keyId(), keyId);
    }

    /// Whether `signature` (64 bytes) is this key's over the message.
    public boolean verify(byte[] message, byte[] signature) {
        return key.verify(message, signature);
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().formatHex(keyId);
    }
}
