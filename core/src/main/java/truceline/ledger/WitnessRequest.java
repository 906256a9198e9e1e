package truceline.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a log asks of a witness: the body of `add-checkpoint` (C2SP tlog-witness). Immutable.
///
/// @param oldSize the size that the log believes the witness cosigned last, 0 for none
/// @param proof consistency proof from there to the checkpoint, empty where `oldSize` is 0
/// @param note the signed checkpoint
/// @param checkpoint what its text says; nobody has checked the signature yet
public record WitnessRequest(long oldSize, List<Hash> proof, Note note, Checkpoint checkpoint) {
    private static final String OLD = "old ";
    private static final int MOST_HASHES = 63;
    private static final int MOST_BYTES = 65_536;

    public WitnessRequest {
        proof = List.copyOf(proof);
        if (oldSize < 0) {
            throw LedgerException.malformed("not a tree size: " + oldSize);
        }
    }

    public WitnessRequest(long oldSize, List<Hash> proof, Note note) {
        this(oldSize, proof, note, Checkpoint.parse(note.text()));
    }

    public String origin() {
        return checkpoint.origin();
    }

    /// How a witness names a log in addresses: SHA-256 of the origin, lower-case hexadecimal.
    public static String originHash(String origin) {
        return new TreeHasher().plain(origin.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /// The bytes of the body.
    public byte[] encode() {
        StringBuilder text = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> text.append(hash.base64()).append('\n'));
        text.append('\n').append(new String(note.encode(), StandardCharsets.UTF_8));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Reads exactly what [#encode] writes; refuses everything else with `malformed`, which is status 400.
    public static WitnessRequest parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw LedgerException.malformed("a request has at most " + MOST_BYTES + " bytes");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new LedgerException("malformed", "a request is UTF-8", e);
        }
        int end = text.indexOf("\n\n");
        if (!text.startsWith(OLD) || end < 0) {
            throw LedgerException.malformed("a request begins with 'old ', a size, a proof and an empty line");
        }
        String[] lines = text.substring(OLD.length(), end).split("\n", -1);
        if (lines.length > 1 + MOST_HASHES) {
            throw LedgerException.malformed("a proof has at most " + MOST_HASHES + " hashes");
        }
        List<Hash> proof = new ArrayList<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            proof.add(Hash.fromBase64(line));
        }
        Note note = Note.parse(text.substring(end + 2).getBytes(StandardCharsets.UTF_8));
        WitnessRequest request = new WitnessRequest(size(lines[0]), proof, note);
        if (!Arrays.equals(request.encode(), bytes)) {
            throw LedgerException.malformed("a request that would be written differently");
        }
        return request;
    }

    private static long size(String decimal) {
        try {
            return Long.parseLong(decimal);
        } catch (NumberFormatException e) {
            throw new LedgerException("malformed", "not a tree size: " + decimal, e);
        }
    }
}
