package truceline.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/// What the text forms of keys share: names, key ids, and the three fields between plus signs.
final class KeyText {
    /// Signs a note's text.
    static final byte ED25519 = 1;

    /// Cosigns a checkpoint at a time (cosignature/v1).
    static final byte COSIGNATURE = 4;

    private KeyText() {}

    /// SHA-256(name || 0x0A || algorithm || public key), the first four bytes.
    static byte[] keyId(String name, byte algorithm, byte[] publicKey) {
        MessageDigest digest = Sha256.start();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(algorithm);
        return Arrays.copyOf(digest.digest(publicKey), 4);
    }

    /// A name is not empty and has no space, no plus sign and no control character.
    static String checkedName(String name) {
        boolean bad = name.codePoints()
                .anyMatch(c -> c == '+'
                        || Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.isISOControl(c)
                        || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (bad || name.isEmpty()) {
            throw LedgerException.malformed("a key's name is not empty and has no space and no plus sign: " + name);
        }
        return name;
    }

    /// `name+hhhhhhhh+base64`: the last field in parts, which may itself hold plus signs.
    static Fields fields(String text, byte algorithm) {
        int first = text.indexOf('+');
        int second = text.indexOf('+', first + 1);
        if (first < 0 || second != first + 9) {
            throw LedgerException.malformed("a key is written name+8 hex digits+base64");
        }
        byte[] data = StrictBase64.decode(text.substring(second + 1));
        if (data.length != 1 + Ed25519.KEY_BYTES || data[0] != algorithm) {
            throw LedgerException.malformed("such a key holds the byte 0" + algorithm + " and 32 bytes");
        }
        return new Fields(
                checkedName(text.substring(0, first)),
                text.substring(first + 1, second),
                Arrays.copyOfRange(data, 1, data.length));
    }

    static String text(String name, byte[] keyId, byte algorithm, byte[] key) {
        byte[] data = new byte[1 + key.length];
        data[0] = algorithm;
        System.arraycopy(key, 0, data, 1, key.length);
        return name + "+" + HexFormat.of().formatHex(keyId) + "+" + StrictBase64.encode(data);
    }

    @SuppressWarnings("ArrayRecordComponent") // three results of one parse, never compared
    record Fields(String name, String keyId, byte[] key) {}
}
