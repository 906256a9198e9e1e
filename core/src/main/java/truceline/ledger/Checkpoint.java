package truceline.ledger;

import java.util.List;

/// What a log signs: which log, how many entries, and the root of their tree (C2SP tlog-checkpoint, no
/// extension lines).
///
/// @param origin the log's name, which is also its key's
/// @param size entries
/// @param root root of the first `size` entries
public record Checkpoint(String origin, long size, Hash root) {
    public Checkpoint {
        KeyText.checkedName(origin);
        if (size < 0 || size == 0 && !root.equals(Hash.EMPTY_TREE)) {
            throw LedgerException.malformed("no tree has size " + size + " and root " + root.base64());
        }
    }

    /// Three lines: origin, size, base64 of the root.
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /// Reads exactly what [#text] writes.
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty()) {
            throw LedgerException.malformed("a checkpoint has three lines");
        }
        long size;
        try {
            size = Long.parseLong(lines[1]);
        } catch (NumberFormatException e) {
            throw new LedgerException("malformed", "not a tree size: " + lines[1], e);
        }
        Checkpoint checkpoint = new Checkpoint(lines[0], size, Hash.fromBase64(lines[2]));
        if (!checkpoint.text().equals(text)) {
            throw LedgerException.malformed("a checkpoint that would be written differently");
        }
        return checkpoint;
    }

    public Note sign(Signer key) {
        return Note.sign(text(), List.of(key));
    }

    /// The checkpoint of a signed note, once `log` is found to have signed it.
    public static Checkpoint open(byte[] note, Verifier log) {
        return open(Note.parse(note), log);
    }

    /// The checkpoint of a signed note, once `log` is found to have signed it and to bear its origin's name.
    public static Checkpoint open(Note note, Verifier log) {
        return open(note, List.of(log));
    }

    /// The checkpoint of a signed note, once one of the log's keys is found to have signed it. A line of
    /// any of them that does not hold makes the note worthless.
    public static Checkpoint open(Note note, List<Verifier> log) {
        Checkpoint checkpoint = parse(note.text());
        boolean named = log.stream().allMatch(key -> key.name().equals(checkpoint.origin()));
        if (!named || note.verify(log).isEmpty()) {
            throw new LedgerException("bad-signature", "the checkpoint is not signed by " + log);
        }
        return checkpoint;
    }
}
