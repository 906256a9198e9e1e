package truceline.ledger;

import java.util.List;

/// The log's promise that something stands in the record: given once its entries are durable, before any
/// checkpoint
/// covers them, and checked offline against a later proof. Format: `spec/receipt.md`. Immutable.
///
/// @param origin name of the log
/// @param id the sender's own id of what was sent, 32 hexadecimal digits
/// @param index index of the first entry
/// @param count consecutive entries from there on
/// @param leaf leaf hash of the first entry
/// @param tree root of the tree of these entries alone (RFC 6962, 2.1): the leaf itself where there is one
public record Acceptance(String origin, String id, long index, long count, Hash leaf, Hash tree) {
    private static final String PURPOSE = "truceline.receipt/v1";
    private static final int LINES = 6;

    public Acceptance {
        boolean whole = id.matches("[0-9a-f]{32}") && index >= 0 && count > 0 && (count > 1 || leaf.equals(tree));
        if (!whole || origin.isEmpty() || origin.indexOf('\n') >= 0) {
            throw LedgerException.malformed("not what a receipt says: " + id + ", " + count + " entries at " + index);
        }
    }

    /// The promise for consecutive entries, given as their bytes.
    public static Acceptance of(String origin, String id, long index, List<byte[]> entries) {
        CompactRange tree = new CompactRange();
        TreeHasher hasher = new TreeHasher();
        byte[] leaf = new byte[Hash.BYTES];
        for (byte[] entry : entries) {
            hasher.leaf(entry, 0, entry.length, leaf, 0);
            tree.append(leaf, 0);
        }
        return new Acceptance(origin, id, index, entries.size(), Hash.leaf(entries.getFirst()), tree.root());
    }

    /// The text that the log signs.
    public String text() {
        return String.join("\n", PURPOSE, origin, id, index + " " + count, leaf.base64(), tree.base64()) + "\n";
    }

    public Note sign(Signer log) {
        return Note.sign(text(), List.of(log));
    }

    /// Reads a text; refuses with `malformed` what [#text] would write differently.
    public static Acceptance parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != LINES + 1 || !lines[0].equals(PURPOSE)) {
            throw LedgerException.malformed("a receipt has " + LINES + " lines and begins with " + PURPOSE);
        }
        String[] place = lines[3].split(" ", -1);
        try {
            Acceptance read = new Acceptance(
                    lines[1],
                    lines[2],
                    Long.parseLong(place[0]),
                    Long.parseLong(place[place.length - 1]),
                    Hash.fromBase64(lines[4]),
                    Hash.fromBase64(lines[5]));
            if (read.text().equals(text)) {
                return read;
            }
        } catch (NumberFormatException e) {
            throw new LedgerException("malformed", "not the place of an entry: " + lines[3], e);
        }
        throw LedgerException.malformed("a receipt that would be written differently");
    }

    /// Reads a signed receipt. Refuses with `bad-signature` one that `log` did not sign or that is of another
    /// log.
    public static Acceptance open(Note note, Verifier log) {
        return open(note, List.of(log));
    }

    /// As the other; one of the log's keys must have signed.
    public static Acceptance open(Note note, List<Verifier> log) {
        Acceptance read = parse(note.text());
        boolean isOwn = log.stream().allMatch(key -> key.name().equals(read.origin()));
        if (!isOwn || note.verify(log).isEmpty()) {
            throw new LedgerException("bad-signature", "the receipt is not signed by " + log);
        }
        return read;
    }

    /// Checks the promise against a proof: the entry at the index, under a checkpoint that `log` signed, is the
    /// one that was accepted. Refuses with `bad-signature`, or with `damaged` where it is not there.
    public Checkpoint verify(EntryProof proof, Verifier log) {
        return verify(proof, List.of(log));
    }

    /// As the other; one of the log's keys must have signed.
    public Checkpoint verify(EntryProof proof, List<Verifier> log) {
        if (proof.index() != index) {
            throw new LedgerException(
                    "damaged", "the proof is of entry " + proof.index() + ", the receipt of entry " + index);
        }
        return proof.verify(leaf, log);
    }

    /// Checks the whole promise against a ledger: each of its entries, as it is read there, stands at its
    /// index under a
    /// checkpoint that one of the log's keys signed, and together they are what was accepted. Refuses with
    /// `bad-signature`, with `absent` where the checkpoint does not reach the last of them, or with `damaged`
    /// where one
    /// is not there.
    ///
    /// @param entries as many as the receipt says, from its index on
    /// @param hashes of the checkpoint's tree
    public Checkpoint verify(Note checkpoint, List<byte[]> entries, HashReader hashes, List<Verifier> log) {
        Checkpoint signed = Checkpoint.open(checkpoint, log);
        if (signed.size() - index < count) {
            throw new LedgerException(
                    "absent",
                    "the checkpoint of " + signed.size() + " entries does not reach all " + count + " from entry "
                            + index + " on");
        }
        for (int i = 0; i < entries.size(); i++) {
            List<Hash> path = Proofs.inclusion(hashes, index + i, signed.size());
            Hash found = Hash.leaf(entries.get(i));
            if (!Proofs.verifyInclusion(found, index + i, signed.size(), path, signed.root())) {
                throw new LedgerException("damaged", "entry " + (index + i) + " is not under the checkpoint");
            }
        }
        if (!isOf(entries)) {
            throw new LedgerException(
                    "damaged", "the log holds other entries from " + index + " on than those it gave the receipt for");
        }
        return signed;
    }

    /// Whether these are the entries that were accepted.
    public boolean isOf(List<byte[]> entries) {
        return entries.size() == count && of(origin, id, index, entries).equals(this);
    }
}
