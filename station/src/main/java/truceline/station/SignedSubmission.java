package truceline.station;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.intake.Refusal;
import truceline.json.JsonValue;
import truceline.ledger.Batch;
import truceline.ledger.Commitment;
import truceline.ledger.Hash;
import truceline.ledger.SignedText;
import truceline.ledger.Signer;
import truceline.ledger.Verifier;
import truceline.mission.Entry;
import truceline.mission.SubmissionText;

/// A file as its signer sends it: who, as which source, in which format, the bytes, and the signature over all of
/// it. Sent twice it is the same submission, by its id. Format: `spec/receipt.md`.
///
/// @param id 128 random bits in hexadecimal, chosen by the signer
/// @param by id on the rolls, which is also the key's name
/// @param file bytes of the file
/// @param salt the signer's salt of 32 bytes in base64 where the format's class is not P, so that nobody can test a
///     guess of the file against the record; else null
/// @param signature Ed25519 in base64 over the text of {@link SubmissionText}
// Bytes are handed on and never changed; submissions are compared by their signed text.
@SuppressWarnings("ArrayRecordComponent")
public record SignedSubmission(
        String id,
        String by,
        String source,
        String format,
        byte[] file,
        @Nullable String salt,
        String signature) {

    private static final List<String> MEMBERS = List.of("by", "file", "format", "id", "salt", "signature", "source");

    public SignedSubmission {
        if (!id.matches("[0-9a-f]{32}")) {
            throw refusal("id: 32 hexadecimal digits are expected");
        }
        checkLine("by", by);
        checkLine("source", source);
        checkLine("format", format);
    }

    private static void checkLine(String name, String value) {
        if (!value.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw refusal(name + ": a word in lower case of at most 64 characters is expected");
        }
    }

    /// Signs a file under a new id.
    ///
    /// @param origin name of the station's log
    /// @param fileClass class of the format, `P` where everybody may read the file
    /// @param key the signer's key; its name is the id on the rolls
    public static SignedSubmission sign(
            String origin, String source, String format, char fileClass, byte[] file, Signer key) {
        SecureRandom random = new SecureRandom();
        byte[] id = new byte[16];
        random.nextBytes(id);
        String salt = null;
        if (fileClass != 'P') {
            byte[] bytes = new byte[Commitment.SALT_BYTES];
            random.nextBytes(bytes);
            salt = Base64.getEncoder().encodeToString(bytes);
        }
        SignedSubmission open =
                new SignedSubmission(HexFormat.of().formatHex(id), key.name(), source, format, file, salt, "");
        return new SignedSubmission(
                open.id, open.by, source, format, file, salt, SignedText.sign(open.text(origin, fileClass), key));
    }

    /// Whether that is the same, byte for byte.
    boolean isSame(SignedSubmission other) {
        return id.equals(other.id)
                && by.equals(other.by)
                && source.equals(other.source)
                && format.equals(other.format)
                && Objects.equals(salt, other.salt)
                && signature.equals(other.signature)
                && Arrays.equals(file, other.file);
    }

    /// The text that is signed.
    String text(String origin, char fileClass) {
        return SubmissionText.of(origin, id, source, format, fileClass, batch(fileClass));
    }

    /// What stands for the bytes in the signed text: the root of the readings, or a commitment to it.
    String batch(char fileClass) {
        Hash root = Batch.root(file);
        return fileClass == 'P'
                ? root.base64()
                : Commitment.of(saltBytes(), root.bytes()).base64();
    }

    byte[] saltBytes() {
        String text = salt;
        try {
            byte[] bytes = Base64.getDecoder().decode(text == null ? "" : text);
            if (bytes.length == Commitment.SALT_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // the same refusal as for another length, below
        }
        throw refusal("salt: " + Commitment.SALT_BYTES + " bytes in base64 are expected with a file of this format");
    }

    boolean isSignedBy(Verifier key, String origin, char fileClass) {
        return SignedText.verify(text(origin, fileClass), key, signature);
    }

    Entry.Signed signed(char fileClass) {
        return new Entry.Signed(by, batch(fileClass), signature);
    }

    /// The form in which it is sent, which {@link #read} reads.
    public JsonValue.Obj toJson() {
        SortedMap<String, JsonValue> all = new TreeMap<>();
        all.put("by", new JsonValue.Str(by));
        all.put("file", new JsonValue.Str(Base64.getEncoder().encodeToString(file)));
        all.put("format", new JsonValue.Str(format));
        all.put("id", new JsonValue.Str(id));
        if (salt != null) {
            all.put("salt", new JsonValue.Str(salt));
        }
        all.put("signature", new JsonValue.Str(signature));
        all.put("source", new JsonValue.Str(source));
        return new JsonValue.Obj(all);
    }

    /// Reads what a signer sent.
    ///
    /// @throws Refusal `submission` naming the part that is wrong
    public static SignedSubmission read(JsonValue.Obj sent) {
        for (String name : sent.members().keySet()) {
            if (!MEMBERS.contains(name)) {
                throw refusal(name + ": a signed submission has no such member");
            }
        }
        byte[] file;
        try {
            file = Base64.getDecoder().decode(text(sent, "file"));
        } catch (IllegalArgumentException _) {
            throw refusal("file: base64 is expected");
        }
        return new SignedSubmission(
                text(sent, "id"),
                text(sent, "by"),
                text(sent, "source"),
                text(sent, "format"),
                file,
                sent.members().containsKey("salt") ? text(sent, "salt") : null,
                text(sent, "signature"));
    }

    private static String text(JsonValue.Obj object, String name) {
        if (object.members().get(name) instanceof JsonValue.Str(String text)) {
            return text;
        }
        throw refusal(name + ": a text is expected");
    }

    private static Refusal refusal(String message) {
        return new Refusal("submission", message);
    }
}
