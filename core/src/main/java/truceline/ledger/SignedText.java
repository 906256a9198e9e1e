package truceline.ledger;

import java.nio.charset.StandardCharsets;

/// A signature over a text, apart from it: the 64 bytes of Ed25519 in base64.
public final class SignedText {
    private SignedText() {}

    public static String sign(String text, Signer key) {
        return StrictBase64.encode(key.sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Whether the signature is that key's over the text; a signature that is no base64 is not.
    public static boolean verify(String text, Verifier key, String signature) {
        try {
            return key.verify(text.getBytes(StandardCharsets.UTF_8), StrictBase64.decode(signature));
        } catch (LedgerException _) {
            return false;
        }
    }
}
