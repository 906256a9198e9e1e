package truceline.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A text and the signature lines below it (C2SP signed-note).
///
/// @param text ends with a newline, which is signed
/// @param lines every signature, known or not, in the order of the file
public record Note(String text, List<Line> lines) {
    private static final int MAX_BYTES = 1_000_000;
    private static final int MAX_LINES = 100;
    private static final String DASH = "\u2014 ";

    public Note {
        lines = List.copyOf(lines);
    }

    /// One signature line: `— name base64(key id || signature)`.
    @SuppressWarnings("ArrayRecordComponent") // a line is compared through its note's text only
    public record Line(String name, byte[] keyId, byte[] signature) {
        /// The line as it is written, with its newline.
        public String text() {
            byte[] data = Arrays.copyOf(keyId, keyId.length + signature.length);
            System.arraycopy(signature, 0, data, keyId.length, signature.length);
            return DASH + name + " " + StrictBase64.encode(data) + "\n";
        }

        boolean isOfSameKey(Line other) {
            return name.equals(other.name) && Arrays.equals(keyId, other.keyId);
        }
    }

    /// A note with one signature per key.
    public static Note sign(String text, List<Signer> keys) {
        byte[] message = checkedText(text).getBytes(StandardCharsets.UTF_8);
        List<Line> lines = new ArrayList<>();
        for (Signer key : keys) {
            Verifier verifier = key.verifier();
            byte[] keyId = KeyText.keyId(verifier.name(), KeyText.ED25519, verifier.rawKey());
            lines.add(new Line(verifier.name(), keyId, key.sign(message)));
        }
        return new Note(text, lines);
    }

    public byte[] encode() {
        StringBuilder out = new StringBuilder(text).append('\n');
        lines.forEach(line -> out.append(line.text()));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Reads a note; refuses bytes that [#encode] would write differently.
    public static Note parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw LedgerException.malformed("a note has at most " + MAX_BYTES + " bytes");
        }
        String all;
        try {
            all = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new LedgerException("malformed", "a note is UTF-8", e);
        }
        int split = all.lastIndexOf("\n\n");
        if (split < 0 || !all.endsWith("\n")) {
            throw LedgerException.malformed("a note is a text, an empty line and signature lines");
        }
        String text = checkedText(all.substring(0, split + 1));
        List<Line> lines = new ArrayList<>();
        for (int at = split + 2; at < all.length(); ) {
            int end = all.indexOf('\n', at);
            lines.add(parseLine(all.substring(at, end)));
            at = end + 1;
        }
        Note note = new Note(text, lines);
        if (lines.isEmpty() || lines.size() > MAX_LINES || !Arrays.equals(note.encode(), bytes)) {
            throw LedgerException.malformed("a note has 1 to " + MAX_LINES + " signature lines, in their one spelling");
        }
        return note;
    }

    /// Reads signature lines that stand alone, as a witness answers them: each ends with a newline, none is empty.
    public static List<Line> parseLines(String text) {
        if (!text.endsWith("\n") || text.length() > MAX_BYTES) {
            throw LedgerException.malformed("signature lines end with a newline");
        }
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < text.length() && lines.size() < MAX_LINES; ) {
            int end = text.indexOf('\n', at);
            lines.add(parseLine(text.substring(at, end)));
            at = end + 1;
        }
        StringBuilder again = new StringBuilder();
        lines.forEach(line -> again.append(line.text()));
        if (!again.toString().equals(text)) {
            throw LedgerException.malformed(
                    "1 to " + MAX_LINES + " signature lines are expected, in their one spelling");
        }
        return lines;
    }

    /// The same text with further signature lines: of one key the line added last stands, where its first one stood.
    public Note with(List<Line> more) {
        List<Line> merged = new ArrayList<>(lines);
        for (Line line : more) {
            int at = 0;
            while (at < merged.size() && !merged.get(at).isOfSameKey(line)) {
                at++;
            }
            if (at < merged.size()) {
                merged.set(at, line);
            } else {
                merged.add(line);
            }
        }
        return new Note(text, merged);
    }

    private static Line parseLine(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw LedgerException.malformed("not a signature line: " + line);
        }
        byte[] data = StrictBase64.decode(line.substring(space + 1));
        if (data.length < 5) {
            throw LedgerException.malformed("a signature is longer than its key id: " + line);
        }
        return new Line(
                KeyText.checkedName(line.substring(DASH.length(), space)),
                Arrays.copyOf(data, 4),
                Arrays.copyOfRange(data, 4, data.length));
    }

    private static String checkedText(String text) {
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw LedgerException.malformed("the text of a note ends with a newline and has no control characters");
        }
        return text;
    }

    /// Those of `known` that signed. A line of an unknown key is passed over; one of a known key that does not verify
    /// makes the whole note worthless: `bad-signature`.
    public List<Verifier> verify(List<Verifier> known) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        List<Verifier> signed = new ArrayList<>();
        for (Line line : lines) {
            for (Verifier verifier : known) {
                if (verifier.owns(line)) {
                    if (!verifier.verify(message, line.signature())) {
                        throw new LedgerException("bad-signature", "the signature of " + verifier + " does not hold");
                    }
                    if (!signed.contains(verifier)) {
                        signed.add(verifier);
                    }
                }
            }
        }
        return signed;
    }

    /// Who of `known` cosigned, and when, in the order of the lines. Unknown keys and known ones as in [#verify].
    public List<Cosignature> cosignatures(List<CosignatureKey> known) {
        List<Cosignature> found = new ArrayList<>();
        for (Line line : lines) {
            for (CosignatureKey key : known) {
                if (key.owns(line)) {
                    found.add(key.verify(text, line));
                }
            }
        }
        return found;
    }
}
