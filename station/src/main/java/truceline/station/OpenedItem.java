package truceline.station;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import truceline.json.JsonException;
import truceline.json.JsonReader;
import truceline.json.JsonWriter;
import truceline.ledger.Commitment;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;

/// A protected text that was handed out, with the salt by which anybody checks it against the record: one line
/// `{"class":…,"item":…,"salt":…,"text":…}` of canonical JSON. Format: `spec/bundle.md`.
///
/// @param item address in the record: `entry/position`, or `entry` for a note
/// @param salt 32 bytes in base64
record OpenedItem(String item, char classLetter, String salt, String text) {
    static OpenedItem of(String item, char classLetter, byte[] salt, byte[] text) {
        return new OpenedItem(
                item, classLetter, Base64.getEncoder().encodeToString(salt), new String(text, StandardCharsets.UTF_8));
    }

    byte[] line() {
        byte[] json = new JsonWriter()
                .beginObject()
                .name("class")
                .value(String.valueOf(classLetter))
                .name("item")
                .value(item)
                .name("salt")
                .value(salt)
                .name("text")
                .value(text)
                .endObject()
                .toBytes();
        byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    /// Reads a line without its end, or null where it is not one that [#line] writes.
    static @Nullable OpenedItem find(String line) {
        try {
            JsonReader in = new JsonReader(line.getBytes(StandardCharsets.UTF_8));
            in.beginObject();
            String letter = in.text("class");
            String item = in.text("item");
            String salt = in.text("salt");
            OpenedItem opened = new OpenedItem(item, letter.charAt(0), salt, in.text("text"));
            in.endObject();
            in.end();
            boolean isItem = item.matches("[0-9]{1,15}(/[0-9]{1,5})?") && letter.matches("[SCM]");
            return isItem ? opened : null;
        } catch (JsonException | IndexOutOfBoundsException _) {
            return null;
        }
    }

    /// Whether the record commits to this text with this salt.
    boolean fits(String commitment) {
        try {
            byte[] bytes = Base64.getDecoder().decode(salt);
            return Commitment.of(bytes, text.getBytes(StandardCharsets.UTF_8)).equals(Hash.fromBase64(commitment));
        } catch (IllegalArgumentException | LedgerException _) {
            return false;
        }
    }

    /// Index of the entry in which the item stands.
    long entry() {
        int slash = item.indexOf('/');
        return Long.parseLong(slash < 0 ? item : item.substring(0, slash));
    }
}
