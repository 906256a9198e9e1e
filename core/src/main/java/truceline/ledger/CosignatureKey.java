package truceline.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// A witness's public key with its name: a vkey of type 0x04 (C2SP tlog-cosignature, Ed25519).
///
/// What is signed is not the note's text alone but `cosignature/v1`, the time, and then the text. It does not hold the
/// name, so that one key must never serve two witnesses. Immutable; safe for many threads.
public final class CosignatureKey {
    private static final int SIGNATURE_BYTES = Long.BYTES + Ed25519.SIGNATURE_BYTES;

    private final String name;
    private final byte[] keyId;
    private final byte[] raw;
    private final Ed25519.Public key;

    CosignatureKey(String name, byte[] raw) {
        this.name = KeyText.checkedName(name);
        this.raw = raw.clone();
        this.keyId = KeyText.keyId(name, KeyText.COSIGNATURE, raw);
        this.key = new Ed25519.Public(raw);
    }

    /// Reads a vkey; refuses one of another type, or whose key id does not belong to its key.
    public static CosignatureKey parse(String text) {
        KeyText.Fields fields = KeyText.fields(text, KeyText.COSIGNATURE);
        CosignatureKey read = new CosignatureKey(fields.name(), fields.key());
        if (!read.text().equals(text)) {
            throw LedgerException.malformed("the key id " + fields.keyId() + " is not that of the key");
        }
        return read;
    }

    public String text() {
        return KeyText.text(name, keyId, KeyText.COSIGNATURE, raw);
    }

    public String name() {
        return name;
    }

    /// The 32 bytes of the key.
    public byte[] rawKey() {
        return raw.clone();
    }

    byte[] keyId() {
        return keyId.clone();
    }

    /// Whether a signature line names this key. That says nothing about whether it verifies.
    public boolean owns(Note.Line line) {
        return line.name().equals(name) && Arrays.equals(line.keyId(), keyId);
    }

    /// The cosignature that a line of this key is; `bad-signature` where it is none over the text.
    public Cosignature verify(String text, Note.Line line) {
        byte[] signature = line.signature();
        if (signature.length == SIGNATURE_BYTES) {
            long timeSeconds = ByteBuffer.wrap(signature).getLong();
            byte[] ed25519 = Arrays.copyOfRange(signature, Long.BYTES, SIGNATURE_BYTES);
            if (timeSeconds >= 0 && key.verify(message(timeSeconds, text), ed25519)) {
                return new Cosignature(this, timeSeconds);
            }
        }
        throw new LedgerException("bad-signature", "the cosignature of " + this + " does not hold");
    }

    static byte[] message(long timeSeconds, String text) {
        return ("cosignature/v1\ntime " + timeSeconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().formatHex(keyId);
    }
}
