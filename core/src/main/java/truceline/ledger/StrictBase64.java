package truceline.ledger;

import java.util.Base64;

/// Standard base64 with padding, read only in the form it would be written: two texts never mean the same bytes.
final class StrictBase64 {
    private StrictBase64() {}

    static byte[] decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new LedgerException("malformed", "not base64: " + e.getMessage(), e);
        }
        if (!encode(bytes).equals(text)) {
            throw LedgerException.malformed("base64 that would be written differently");
        }
        return bytes;
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
