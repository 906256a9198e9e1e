package truceline.station;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import truceline.audit.Difference;
import truceline.intake.Refusal;
import truceline.ledger.Checkpoint;
import truceline.ledger.EntryProof;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Verifier;
import truceline.store.CheckpointHistory;

/// Checkpoints known from before, of which a ledger must be the continuation: those that a reader kept, and those in
/// the station's own `history/`.
///
/// @param kept given by the reader; one that the log did not sign is the reader's mistake
/// @param own the station's; one that the log did not sign is a difference
public record OlderCheckpoints(List<Note> kept, CheckpointHistory.Found own) {
    /// No checkpoint.
    public static final OlderCheckpoints NONE =
            new OlderCheckpoints(List.of(), new CheckpointHistory.Found(List.of(), List.of()));

    private static final String PROOF = "c2sp.org/tlog-proof@";

    public OlderCheckpoints {
        kept = List.copyOf(kept);
    }

    /// What a reader kept: checkpoints, proofs of entries, files of a history, or folders of such files.
    ///
    /// @throws Refusal where a file holds no checkpoint
    public static OlderCheckpoints read(List<Path> files) throws IOException {
        List<Note> notes = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                try (Stream<Path> inside = Files.list(file)) {
                    for (Path each : inside.sorted().toList()) {
                        notes.addAll(notes(each));
                    }
                }
            } else {
                notes.addAll(notes(file));
            }
        }
        return new OlderCheckpoints(notes, NONE.own);
    }

    /// The same, with the history of a station's folder.
    OlderCheckpoints with(Path station) {
        return new OlderCheckpoints(kept, CheckpointHistory.read(station));
    }

    private static List<Note> notes(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            if (new String(bytes, StandardCharsets.UTF_8).startsWith(PROOF)) {
                return List.of(EntryProof.parse(bytes).checkpoint());
            }
            Note note = Note.parse(bytes);
            Checkpoint.parse(note.text());
            return List.of(note);
        } catch (LedgerException _) {
            List<Note> history = CheckpointHistory.readFile(bytes);
            if (history.isEmpty()) {
                throw new Refusal("no-checkpoint", file + " holds no checkpoint of a ledger");
            }
            return history;
        }
    }

    /// The checkpoints that one of the log's keys signed; what is wrong with the station's own is added to
    /// `differences`.
    ///
    /// @throws Refusal where a checkpoint that the reader kept is not signed by one of them
    List<Checkpoint> open(List<Verifier> log, List<Difference> differences) {
        List<Checkpoint> older = new ArrayList<>();
        for (Note note : kept) {
            try {
                older.add(Checkpoint.open(note, log));
            } catch (LedgerException e) {
                throw new Refusal("other-key", "an older checkpoint is not signed by " + log + ": " + e.getMessage());
            }
        }
        own.damaged().forEach(name -> differences.add(new Difference(-1, "history/" + name, "history")));
        for (Note note : own.notes()) {
            try {
                older.add(Checkpoint.open(note, log));
            } catch (LedgerException _) {
                long size = Checkpoint.parse(note.text()).size();
                differences.add(new Difference(size, "history", "checkpoint-signature"));
            }
        }
        return older;
    }
}
