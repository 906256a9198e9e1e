package truceline.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import truceline.ledger.Checkpoint;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;

/// Every checkpoint that a station ever published, in `history/`, as the log signed it: files of notes, each note
/// followed by an empty line.
///
/// A checkpoint is forced to the disk before it is published, so no crash loses one that a reader can have seen. What a
/// crash can leave is a torn last note, which the next [#open] cuts off: it was not published. One writer at a time;
/// reading needs no lock. Format: `spec/history.md`.
public final class CheckpointHistory {
    private static final int MOST_BYTES = 1 << 20;
    private static final String BLANK = "\n\n";

    private final Disk disk;
    private final Path folder;
    private final int mostBytes;
    private long number;
    private long length;
    private @Nullable Checkpoint newest;

    /// What is in `history/`.
    ///
    /// @param notes in the order in which they were published
    /// @param damaged names of files with bytes that are no note, other than a torn end of the last one
    public record Found(List<Note> notes, List<String> damaged) {
        public Found {
            notes = List.copyOf(notes);
            damaged = List.copyOf(damaged);
        }

        /// The checkpoints as their texts say; signatures are the reader's to check.
        public List<Checkpoint> checkpoints() {
            return notes.stream().map(note -> Checkpoint.parse(note.text())).toList();
        }
    }

    /// The notes of one file, and how many bytes from its start they fill.
    private record File(List<Note> notes, int length, boolean isDamaged) {}

    private CheckpointHistory(Disk disk, Path folder, int mostBytes) {
        this.disk = disk;
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /// Goes on with the history of a station, or begins it: the locked checkpoint is the newest afterwards. Refuses
    /// with
    /// `damaged` where the history knows of another checkpoint than the lock does, or of a later one: then the lock
    /// was rolled back, and signing on would make two histories of one ledger. Refuses with `history-missing` where
    /// there is no history of a lock that is not that of an empty ledger: every station has one from its founding
    /// on.
    static CheckpointHistory open(Disk disk, StationFolder station, byte[] lockedNote) throws IOException {
        long locked = Checkpoint.parse(Note.parse(lockedNote).text()).size();
        Optional<String> gone = locked == 0 ? Optional.empty() : findMissing(disk, station);
        if (gone.isPresent()) {
            throw new LedgerException(
                    "history-missing",
                    station.root().resolve(gone.get()) + " is missing or is empty, and without it nobody sees whether"
                            + " this ledger went back: nothing is signed. Run fsck, copy history/ back from the"
                            + " newest backup, or restore that");
        }
        return open(disk, station, lockedNote, MOST_BYTES);
    }

    /// What a history that holds checkpoints would have and this one has not, as a path in the station's folder:
    /// `history` where there is no checkpoint, else the first file that is not there.
    static Optional<String> findMissing(Disk disk, StationFolder station) throws IOException {
        List<String> names = names(disk, station.history());
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).equals(name(i + 1L))) {
                return Optional.of("history/" + name(i + 1L));
            }
        }
        boolean isEmpty =
                names.isEmpty() || read(disk.read(station.history().resolve(names.getFirst())), false).length == 0;
        return isEmpty ? Optional.of("history") : Optional.empty();
    }

    static CheckpointHistory open(Disk disk, StationFolder station, byte[] lockedNote, int mostBytes)
            throws IOException {
        CheckpointHistory history = new CheckpointHistory(disk, station.history(), mostBytes);
        history.resume(station);
        history.append(lockedNote);
        return history;
    }

    private void resume(StationFolder station) throws IOException {
        List<String> names = names(disk, folder);
        if (names.isEmpty()) {
            return;
        }
        String last = names.getLast();
        byte[] bytes = disk.readAroundCache(folder.resolve(last));
        File file = read(bytes, true);
        if (file.isDamaged) {
            throw new LedgerException("damaged", folder.resolve(last) + " holds bytes that are no checkpoint");
        }
        // written anew each time: after a failed force, neither its end nor its name need be on the disk
        Sealer.replace(disk, station, folder.resolve(last), Arrays.copyOf(bytes, file.length));
        number = Long.parseLong(last);
        length = file.length;
        newest = file.notes.isEmpty()
                ? null
                : Checkpoint.parse(file.notes.getLast().text());
    }

    /// Writes a checkpoint down, durable when this returns; one that is the newest already is not written again.
    void append(byte[] note) throws IOException {
        Checkpoint checkpoint = Checkpoint.parse(Note.parse(note).text());
        Checkpoint before = newest;
        if (checkpoint.equals(before)) {
            return;
        }
        if (before != null && before.size() >= checkpoint.size()) {
            throw new LedgerException(
                    "damaged",
                    "history/ knows of a checkpoint of size " + before.size() + ", the lock of size "
                            + checkpoint.size() + ": the lock was rolled back");
        }
        byte[] record = Arrays.copyOf(note, note.length + 1);
        record[note.length] = '\n';
        if (number == 0 || length + record.length > mostBytes) {
            number++;
            disk.write(Map.of(folder.resolve(name(number)), record));
            disk.forceDirectory(folder);
            length = record.length;
        } else {
            try (Disk.Open file = disk.open(folder.resolve(name(number)))) {
                file.writeFully(length, record);
                file.force();
            }
            length += record.length;
        }
        newest = checkpoint;
    }

    /// Reads the history of a station; nothing where it has none.
    public static Found read(Path stationDir) {
        try {
            return read(new PosixDisk(), new StationFolder(stationDir));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads one file of a history, wherever it was kept; a torn end is passed over.
    public static List<Note> readFile(byte[] bytes) {
        return read(bytes, true).notes;
    }

    /// The beginning of a history file: notes of at most `size` entries.
    static byte[] upTo(byte[] bytes, long size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Note note : readFile(bytes)) {
            if (Checkpoint.parse(note.text()).size() <= size) {
                out.writeBytes(note.encode());
                out.write('\n');
            }
        }
        return out.toByteArray();
    }

    static Found read(Disk disk, StationFolder station) throws IOException {
        Path folder = station.history();
        List<String> names = names(disk, folder);
        List<Note> notes = new ArrayList<>();
        List<String> damaged = new ArrayList<>();
        for (String name : names) {
            File file = read(disk.read(folder.resolve(name)), name.equals(names.getLast()));
            notes.addAll(file.notes);
            if (file.isDamaged) {
                damaged.add(name);
            }
        }
        disk.list(folder).stream().filter(name -> !names.contains(name)).forEach(damaged::add);
        return new Found(notes, damaged);
    }

    private static List<String> names(Disk disk, Path folder) throws IOException {
        return disk.list(folder).stream()
                .filter(name -> name.matches("[0-9]{9}"))
                .toList();
    }

    private static String name(long number) {
        String digits = Long.toString(number);
        return "0".repeat(9 - digits.length()) + digits;
    }

    /// Bytes that are no note count as torn where no note follows them and the file is the last, else as damage.
    private static File read(byte[] bytes, boolean mayBeTorn) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1); // a character a byte: places stay places
        List<Note> notes = new ArrayList<>();
        int length = 0;
        boolean isDamaged = false;
        for (int at = 0; at < text.length(); ) {
            int signatures = text.indexOf(BLANK, at);
            int end = signatures < 0 ? -1 : text.indexOf(BLANK, signatures + BLANK.length());
            Note note = end < 0 ? null : note(Arrays.copyOfRange(bytes, at, end + 1));
            if (note != null) {
                isDamaged |= length < at;
                notes.add(note);
                at = end + BLANK.length();
                length = at;
            } else {
                at = signatures < 0 ? text.length() : signatures + BLANK.length();
            }
        }
        return new File(notes, length, isDamaged || !mayBeTorn && length < bytes.length);
    }

    private static @Nullable Note note(byte[] bytes) {
        try {
            Note note = Note.parse(bytes);
            Checkpoint.parse(note.text());
            return note;
        } catch (LedgerException _) {
            return null;
        }
    }
}
