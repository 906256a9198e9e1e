package truceline.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import truceline.ledger.LedgerException;

/// The public key of an audience: those who may read what is protected in some classes. In text
/// `name+8 hex digits+base64`, as the record enters it: the base64 is of the byte FF, `truceline/x25519` and the 32
/// bytes of the key; the digits are the first four bytes of SHA-256(name, line feed, those bytes).
///
/// Immutable; equal where name and key are.
public final class AudienceKey {
    static final int MOST_NAME = 32;

    private static final byte[] TYPE = "\u00fftruceline/x25519".getBytes(StandardCharsets.ISO_8859_1);

    private final String name;
    private final byte[] key;

    AudienceKey(String name, byte[] key) {
        if (!name.matches("[a-z]{1,16}(?::[A-Za-z0-9_-]{1,15})?") || key.length != Hpke.KEY_BYTES) {
            throw new LedgerException("malformed", "no audience: " + name);
        }
        this.name = name;
        this.key = key.clone();
    }

    /// Reads the text; refuses with `malformed` one whose digits are not those of its key.
    public static AudienceKey parse(String text) {
        AudienceKey key = new AudienceKey(nameOf(text), bytesOf(text));
        if (!key.text().equals(text)) {
            throw new LedgerException(
                    "malformed", "the digits in the key of " + key.name + " are not those of the key");
        }
        return key;
    }

    static String nameOf(String text) {
        int plus = text.indexOf('+');
        if (plus < 0) {
            throw new LedgerException("malformed", "the key of an audience is written name+8 hex digits+base64");
        }
        return text.substring(0, plus);
    }

    static byte[] bytesOf(String text) {
        int second = text.indexOf('+', text.indexOf('+') + 1);
        byte[] data;
        try {
            data = Base64.getDecoder().decode(text.substring(second + 1));
        } catch (IllegalArgumentException e) {
            throw new LedgerException("malformed", "the key of an audience ends in base64", e);
        }
        if (data.length != TYPE.length + Hpke.KEY_BYTES || !Arrays.equals(data, 0, TYPE.length, TYPE, 0, TYPE.length)) {
            throw new LedgerException("malformed", "the key of an audience holds 'truceline/x25519' and 32 bytes");
        }
        return Arrays.copyOfRange(data, TYPE.length, data.length);
    }

    static String text(String name, byte[] named, byte[] bytes) {
        byte[] data = Arrays.copyOf(TYPE, TYPE.length + Hpke.KEY_BYTES);
        System.arraycopy(bytes, 0, data, TYPE.length, Hpke.KEY_BYTES);
        byte[] own = Arrays.copyOf(TYPE, TYPE.length + Hpke.KEY_BYTES);
        System.arraycopy(named, 0, own, TYPE.length, Hpke.KEY_BYTES);
        var digest = WalFormat.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        String digits = HexFormat.of().formatHex(digest.digest(own), 0, 4);
        return name + "+" + digits + "+" + Base64.getEncoder().encodeToString(data);
    }

    /// Who: `monitor`, `sources`, `guarantors`, `commission`, `station`, or `party:` and a party's code.
    public String name() {
        return name;
    }

    public String text() {
        return text(name, key, key);
    }

    byte[] key() {
        return key.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AudienceKey that && name.equals(that.name) && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return text();
    }
}
