package truceline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.ledger.Checkpoint;
import truceline.ledger.CosignatureKey;
import truceline.ledger.Cosigner;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Seen;
import truceline.ledger.Verifier;
import truceline.ledger.WitnessRequest;
import truceline.ledger.Witnessing;

/// What a witness keeps: its key, the logs it serves, and per log the newest checkpoint it cosigned, durable before
/// the cosignature leaves. Format: `spec/witness.md`.
///
/// The state of a log stands twice, in `lock/` and then in `state/`: a copy that went back or is gone is noticed, and
/// the witness does not start. A failed write stops it for good (`stopped`). One process at a time (`locked`); safe for
/// many threads, one decision after the other.
public final class WitnessStore implements AutoCloseable {
    private static final String KEY = "witness.key";

    private final Disk disk;
    private final Path folder;
    private final Cosigner key;
    private final @Nullable WriterLock lock;
    private final List<Verifier> logs = new ArrayList<>();
    private final SortedMap<String, Log> byOrigin = new TreeMap<>();
    private @Nullable Throwable failure;

    /// @param note null where nothing was cosigned yet
    private record Log(String file, Seen seen, @Nullable Note note) {}

    /// What came of a request.
    ///
    /// @param lines signature lines to answer with; empty unless the status is 200
    public record Reply(Witnessing.Answer answer, List<Note.Line> lines) {
        public Reply {
            lines = List.copyOf(lines);
        }
    }

    private WitnessStore(Disk disk, Path folder, Cosigner key, @Nullable WriterLock lock) throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.key = key;
        this.lock = lock;
        for (String directory : List.of("state", "lock", "staging")) {
            if (!disk.exists(folder.resolve(directory))) {
                disk.createDirectory(folder.resolve(directory));
            }
        }
        disk.forceDirectory(folder);
        for (String leftover : disk.list(folder.resolve("staging"))) {
            disk.delete(folder.resolve("staging").resolve(leftover)); // it may be a second name of a file in use
        }
        for (String line : lines(text(folder.resolve("logs")))) {
            load(Verifier.parse(line));
        }
    }

    /// Makes a witness with a new key in a folder that has none. Refuses with `exists`.
    public static void create(Path folder, String name) {
        byte[] seed = new byte[32];
        new SecureRandom().nextBytes(seed);
        Cosigner key = Cosigner.of(name, seed);
        Disk disk = new PosixDisk();
        try {
            Files.createDirectories(folder);
            KeyFiles.createFolder(folder.resolve("keys"));
            KeyFiles.write(folder.resolve("keys").resolve(KEY), (key.text() + "\n").getBytes(StandardCharsets.UTF_8));
            disk.forceDirectory(folder.resolve("keys"));
            disk.forceDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            throw new LedgerException("exists", e.getFile() + " exists already", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Opens a witness. Refuses with `absent` (no key, or the state of a log is gone), `locked`, `damaged` or
    /// `bad-signature` (a state that is not its own, or that went back).
    public static WitnessStore open(Path folder) {
        Cosigner key = Cosigner.parse(
                new String(KeyFiles.read(folder.resolve("keys"), KEY), StandardCharsets.UTF_8).stripTrailing());
        try {
            WriterLock lock = WriterLock.take(folder.resolve("lock").resolve("writer"));
            boolean opened = false;
            try {
                WitnessStore store = new WitnessStore(new PosixDisk(), folder, key, lock);
                opened = true;
                return store;
            } finally {
                if (!opened) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// For tests: on a disk of their own, which nobody else writes to.
    static WitnessStore open(Disk disk, Path folder, Cosigner key) throws IOException {
        return new WitnessStore(disk, folder, key, null);
    }

    private String text(Path file) throws IOException {
        try {
            return new String(disk.read(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException _) {
            return "";
        }
    }

    private static List<String> lines(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private void load(Verifier log) throws IOException {
        String file = WitnessRequest.originHash(log.name());
        Log known = byOrigin.get(log.name());
        if (known == null) {
            Log locked = state(folder.resolve("lock").resolve(file), file, log.name());
            Log state = state(folder.resolve("state").resolve(file), file, log.name());
            if (state.seen().size() > locked.seen().size()
                    || state.seen().size() == locked.seen().size()
                            && !state.seen().root().equals(locked.seen().root())) {
                throw new LedgerException(
                        "damaged",
                        "the lock of the log " + log.name() + " went back: it holds size "
                                + locked.seen().size() + " and the state "
                                + state.seen().size());
            }
            byOrigin.put(log.name(), locked);
        }
        logs.add(log);
    }

    private Log state(Path path, String file, String origin) throws IOException {
        byte[] bytes;
        try {
            bytes = disk.read(path);
        } catch (NoSuchFileException e) {
            throw new LedgerException(
                    "absent",
                    path + " is missing: what was cosigned of " + origin
                            + " is forgotten, and a witness that forgot needs a new key",
                    e);
        }
        if (bytes.length == 0) {
            return new Log(file, Seen.NOTHING, null);
        }
        Note note = Note.parse(bytes);
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (note.cosignatures(List.of(key.key())).isEmpty()
                || !checkpoint.origin().equals(origin)) {
            throw new LedgerException("damaged", path + " is not what this witness cosigned of " + origin);
        }
        return new Log(file, new Seen(checkpoint.size(), checkpoint.root()), note);
    }

    /// Serves one more log from now on: a new origin begins with nothing seen, a second key of a known one joins it.
    public synchronized void serve(Verifier log) {
        if (logs.stream().anyMatch(known -> known.text().equals(log.text()))) {
            return;
        }
        guarded(() -> {
            String file = WitnessRequest.originHash(log.name());
            if (!byOrigin.containsKey(log.name())) {
                for (String directory : List.of("lock", "state")) {
                    Path path = folder.resolve(directory).resolve(file);
                    if (!disk.exists(path)) {
                        replace(path, new byte[0]);
                    }
                }
            }
            String text = text(folder.resolve("logs"));
            String more = text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + log.text() + "\n";
            replace(folder.resolve("logs"), more.getBytes(StandardCharsets.UTF_8));
            load(log);
            return log;
        });
    }

    /// Decides about a request and, where it is to be cosigned, makes that durable before it returns.
    ///
    /// @param timeSeconds of the cosignature, since 1970
    public synchronized Reply addCheckpoint(WitnessRequest request, long timeSeconds) {
        Log log = byOrigin.get(request.origin());
        Witnessing.Answer answer = Witnessing.answer(logs, log == null ? Seen.NOTHING : log.seen(), request);
        if (!answer.isCosigned() || log == null) {
            return new Reply(answer, List.of());
        }
        return guarded(() -> {
            Note.Line line = key.cosign(request.note().text(), timeSeconds);
            List<Note.Line> kept = new ArrayList<>();
            for (Note.Line signature : request.note().lines()) {
                if (logs.stream().anyMatch(known -> known.owns(signature))) {
                    kept.add(signature);
                }
            }
            Note note = new Note(request.note().text(), kept).with(List.of(line));
            replace(folder.resolve("lock").resolve(log.file()), note.encode());
            replace(folder.resolve("state").resolve(log.file()), note.encode());
            byOrigin.put(request.origin(), new Log(log.file(), answer.seen(), note));
            return new Reply(answer, List.of(line));
        });
    }

    private void replace(Path path, byte[] bytes) throws IOException {
        Path temporary = folder.resolve("staging").resolve("replacement");
        disk.write(Map.of(temporary, bytes));
        disk.rename(temporary, path);
        disk.forceDirectory(Objects.requireNonNull(path.getParent()));
    }

    @FunctionalInterface
    private interface Step<T> {
        T run() throws IOException;
    }

    /// After a failed write nobody knows what the disk holds: the next start reads it.
    private <T> T guarded(Step<T> step) {
        if (failure != null) {
            throw new LedgerException("stopped", "the witness stopped writing: " + failure, failure);
        }
        try {
            return step.run();
        } catch (IOException e) {
            failure = e;
            throw new LedgerException("stopped", "the witness stopped writing: " + e, e);
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        }
    }

    /// The newest checkpoint it cosigned of a log, with the log's signature and its own; null where there is none.
    ///
    /// @param originHash SHA-256 of the log's origin in lower-case hexadecimal
    public synchronized @Nullable Note findNote(String originHash) {
        for (Log log : byOrigin.values()) {
            if (log.file().equals(originHash)) {
                return log.note();
            }
        }
        return null;
    }

    /// Keys of the logs it serves.
    public synchronized List<Verifier> logs() {
        return List.copyOf(logs);
    }

    public CosignatureKey key() {
        return key.key();
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
