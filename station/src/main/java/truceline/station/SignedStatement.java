package truceline.station;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.finding.Act;
import truceline.finding.Statement;
import truceline.intake.Refusal;
import truceline.json.JsonException;
import truceline.json.JsonValue;
import truceline.ledger.Commitment;
import truceline.ledger.SignedText;
import truceline.ledger.Signer;
import truceline.mission.StatementText;

/// A statement as its signer hands it in: signed, and beside it the protected text that the statement commits to.
///
/// @param id 128 random bits in hexadecimal
/// @param note text of class M that the statement's part `note` commits to, or null where it has none
/// @param salt salt of that commitment in base64
public record SignedStatement(
        String id,
        String by,
        Statement statement,
        String signature,
        @Nullable String note,
        @Nullable String salt) {

    private static final List<String> MEMBERS = List.of("by", "id", "note", "salt", "signature", "statement");

    /// Signs what a person wrote: `{"act":…,…}` with moments as ISO 8601 text with an offset, and `note` as plain
    /// text.
    ///
    /// @param key the person's key; its name is the person's id
    /// @throws Refusal `statement` naming the part that is wrong
    public static SignedStatement sign(String origin, Signer key, JsonValue.Obj written) {
        SortedMap<String, JsonValue> parts = new TreeMap<>(written.members());
        String word = findText(written, "act");
        if (word == null) {
            throw refusal("act: a word is expected");
        }
        Act act = Act.find(word).orElseThrow(() -> refusal("act: there is no act '" + word + "'"));
        for (String time : act.times()) {
            if (parts.get(time) instanceof JsonValue.Str(String text)) {
                parts.put(time, new JsonValue.Num(moment(time, text)));
            }
        }
        String note = null;
        String salt = null;
        if (act.protectedPart() != null && parts.get("note") instanceof JsonValue.Str(String text)) {
            byte[] random = random(Commitment.SALT_BYTES);
            note = text;
            salt = Base64.getEncoder().encodeToString(random);
            parts.put("note", new JsonValue.Str(commitment(text, salt)));
        }
        Statement statement = statement(new JsonValue.Obj(parts));
        String id = HexFormat.of().formatHex(random(16));
        String signature = SignedText.sign(StatementText.of(origin, id, statement), key);
        return new SignedStatement(id, key.name(), statement, signature, note, salt);
    }

    /// Reads a statement that was signed elsewhere: `{"by":…,"id":…,"note":…,"salt":…,"signature":…,"statement":{…}}`.
    ///
    /// @throws Refusal `statement` naming the part that is wrong
    public static SignedStatement read(JsonValue.Obj signed) {
        for (String name : signed.members().keySet()) {
            if (!MEMBERS.contains(name)) {
                throw refusal(name + ": a signed statement has no such member");
            }
        }
        if (!(signed.members().get("statement") instanceof JsonValue.Obj parts)) {
            throw refusal("statement: an object is expected");
        }
        return new SignedStatement(
                text(signed, "id"),
                text(signed, "by"),
                statement(parts),
                text(signed, "signature"),
                findText(signed, "note"),
                findText(signed, "salt"));
    }

    /// The signed form, which {@link #read} reads.
    public JsonValue.Obj toJson() {
        SortedMap<String, JsonValue> all = new TreeMap<>();
        SortedMap<String, JsonValue> parts = new TreeMap<>(statement.parts());
        parts.put("act", new JsonValue.Str(statement.act().word()));
        all.put("by", new JsonValue.Str(by));
        all.put("id", new JsonValue.Str(id));
        if (note != null && salt != null) {
            all.put("note", new JsonValue.Str(note));
            all.put("salt", new JsonValue.Str(salt));
        }
        all.put("signature", new JsonValue.Str(signature));
        all.put("statement", new JsonValue.Obj(parts));
        return new JsonValue.Obj(all);
    }

    /// Whether the text that was handed in is the one that the statement commits to; true where neither is there.
    boolean isNoteWhole() {
        String committed = statement.act().protectedPart() == null ? null : statement.findText("note");
        if (note == null || salt == null) {
            return committed == null;
        }
        return commitment(note, salt).equals(committed);
    }

    private static String commitment(String note, String salt) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(salt);
        } catch (IllegalArgumentException _) {
            throw refusal("salt: base64 is expected");
        }
        if (bytes.length != Commitment.SALT_BYTES) {
            throw refusal("salt: " + Commitment.SALT_BYTES + " bytes in base64 are expected");
        }
        return Commitment.of(bytes, note.getBytes(StandardCharsets.UTF_8)).base64();
    }

    private static Statement statement(JsonValue.Obj parts) {
        try {
            return Statement.read(parts);
        } catch (JsonException e) {
            throw refusal(String.valueOf(e.getMessage()));
        }
    }

    private static long moment(String part, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeParseException _) {
            throw refusal(part + ": a time with its offset is expected, as 2031-05-14T11:58:12-02:00");
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String text(JsonValue.Obj object, String name) {
        String text = findText(object, name);
        if (text == null) {
            throw refusal(name + ": a text is expected");
        }
        return text;
    }

    private static @Nullable String findText(JsonValue.Obj object, String name) {
        return object.members().get(name) instanceof JsonValue.Str(String text) ? text : null;
    }

    private static Refusal refusal(String message) {
        return new Refusal("statement", message);
    }
}
