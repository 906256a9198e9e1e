package truceline.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Proof that an entry is in a ledger, to be checked offline: a `.tlog-proof` file (C2SP tlog-proof@v1).
///
/// Extra data, which that format allows and nothing signs, is never written and is refused. Immutable.
///
/// @param index the entry's index
/// @param path inclusion proof, from the leaf up
/// @param checkpoint the signed checkpoint the proof leads to
public record EntryProof(long index, List<Hash> path, Note checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1\nindex ";

    /// More levels than any tree has.
    private static final int MOST_HASHES = 63;

    public EntryProof {
        path = List.copyOf(path);
        long size = Checkpoint.parse(checkpoint.text()).size();
        if (index < 0 || index >= size || path.size() > MOST_HASHES) {
            throw LedgerException.malformed(
                    "no tree of " + size + " has a proof of entry " + index + " with " + path.size() + " hashes");
        }
    }

    /// The bytes of the file.
    public byte[] encode() {
        StringBuilder text = new StringBuilder(HEADER).append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        text.append('\n').append(new String(checkpoint.encode(), StandardCharsets.UTF_8));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Reads exactly what [#encode] writes; refuses everything else with `malformed`. Proves nothing yet.
    public static EntryProof parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\n\n");
        if (!text.startsWith(HEADER) || end < 0) {
            throw LedgerException.malformed("a proof begins with " + HEADER.strip() + " and its index");
        }
        String[] lines = text.substring(HEADER.length(), end).split("\n", -1);
        List<Hash> path = new ArrayList<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            path.add(Hash.fromBase64(line));
        }
        long index;
        try {
            index = Long.parseLong(lines[0]);
        } catch (NumberFormatException e) {
            throw new LedgerException("malformed", "not an index: " + lines[0], e);
        }
        Note note = Note.parse(text.substring(end + 2).getBytes(StandardCharsets.UTF_8));
        EntryProof proof = new EntryProof(index, path, note);
        if (!Arrays.equals(proof.encode(), bytes)) {
            throw LedgerException.malformed("a proof that would be written differently");
        }
        return proof;
    }

    /// The checkpoint that `log` signed and that holds the entry at the proof's index.
    ///
    /// Refuses with `bad-signature`, or with `damaged` where the proof does not lead from these bytes to
    /// that root.
    public Checkpoint verify(byte[] entry, Verifier log) {
        return verify(entry, List.of(log));
    }

    /// As the other; one of the log's keys must have signed.
    public Checkpoint verify(byte[] entry, List<Verifier> log) {
        return verify(Hash.leaf(entry), log);
    }

    /// The same for an entry of which only the leaf hash is known.
    public Checkpoint verify(Hash leaf, List<Verifier> log) {
        Checkpoint signed = Checkpoint.open(checkpoint, log);
        if (!Proofs.verifyInclusion(leaf, index, signed.size(), path, signed.root())) {
            throw new LedgerException("damaged", "the proof does not show this entry at index " + index);
        }
        return signed;
    }
}
