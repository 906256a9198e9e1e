package truceline.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The wrapped keys of received files, in `vault/blobs/<2>/`: `.keys`, of form 1 `.key`, and beside them
/// `.held`, the
/// identities of protected rows that a file repeats. Safe for many threads.
final class BlobKeys {
    /// A received file holds whatever arrived, and so is for those who may read class R.
    private static final char ALL_COLUMNS = 'R';

    private static final int ZEROS = 1 << 16;

    private final PosixDisk disk = new PosixDisk();
    private final Path keys;
    private final byte[] monitorKey;
    private final AudienceSecret station;
    private final Readers readers;

    BlobKeys(Path stationDir, byte[] monitorKey, Readers readers) {
        keys = stationDir.resolve("vault").resolve("blobs");
        this.monitorKey = monitorKey.clone();
        station = AudienceSecret.ofStation(monitorKey);
        this.readers = readers;
    }

    AudienceSecret station() {
        return station;
    }

    Path folder() {
        return keys;
    }

    KeyWrap.Secrets fresh() {
        return new KeyWrap(monitorKey).fresh();
    }

    /// Wraps the key of a new blob; durable once it returns.
    void store(String sha256, KeyWrap.Secrets secrets) throws IOException {
        KeyRecords records = KeyRecords.create(sha256, ALL_COLUMNS, readers.of(ALL_COLUMNS));
        byte[] head = records.head();
        byte[] record = records.record(0, 0, 0, 0, secrets);
        byte[] file = Arrays.copyOf(head, head.length + record.length);
        System.arraycopy(record, 0, file, head.length, record.length);
        write(path(sha256, ".keys"), file);
    }

    private void write(Path path, byte[] bytes) throws IOException {
        Path above = Objects.requireNonNull(keys.getParent());
        if (!Files.isDirectory(above)) {
            KeyFiles.createFolders(above);
            disk.forceDirectory(Objects.requireNonNull(above.getParent()));
        }
        Path directory = durableDirectory(disk, path, KeyFiles.folder(above));
        KeyFiles.open(path, StandardOpenOption.CREATE).close();
        disk.write(Map.of(path, bytes));
        disk.forceDirectory(directory);
    }

    /// The directory a file is to stand in, made durable together with those above it.
    static Path durableDirectory(PosixDisk disk, Path path, FileAttribute<?>... mode) throws IOException {
        Path directory = Objects.requireNonNull(path.getParent());
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, mode);
            Path above = Objects.requireNonNull(directory.getParent());
            disk.forceDirectory(above);
            disk.forceDirectory(Objects.requireNonNull(above.getParent()));
        }
        return directory;
    }

    Optional<KeyWrap.Secrets> find(String sha256, AudienceSecret audience) throws IOException {
        Path path = path(sha256, ".keys");
        if (Files.exists(path)) {
            byte[] file = Files.readAllBytes(path);
            KeyRecords records = KeyRecords.read(sha256, file);
            List<KeyRecords.Place> places = records.places(file);
            return places.isEmpty()
                    ? Optional.empty()
                    : records.open(file, audience).flatMap(opening -> opening.secrets(places.getFirst()));
        }
        return Files.exists(path(sha256, ".key")) && audience.key().equals(station.key())
                ? new KeyWrap(monitorKey).unwrap(Files.readAllBytes(path(sha256, ".key")))
                : Optional.empty();
    }

    /// The files with wrapped keys that there are for a blob; none where it is public.
    private List<Path> of(String sha256) {
        return List.of(path(sha256, ".keys"), path(sha256, ".key")).stream()
                .filter(Files::exists)
                .toList();
    }

    boolean has(String sha256) {
        return !of(sha256).isEmpty();
    }

    void erase(String sha256) throws IOException {
        for (Path path : of(sha256)) {
            overwrite(disk, path, wrapOffset(path));
        }
    }

    private static int wrapOffset(Path path) throws IOException {
        byte[] file = Files.readAllBytes(path);
        return path.toString().endsWith(".key") || KeyRecords.isCut(file)
                ? 0
                : KeyRecords.read("", file).headBytes() + KeyRecords.FIXED_BYTES;
    }

    /// Writes zeros from a position to the end, and returns once they are durable.
    static void overwrite(PosixDisk disk, Path path, long from) throws IOException {
        try (Disk.Open file = disk.open(path)) {
            overwrite(file, from, Files.size(path));
        }
    }

    /// The same for a file that may have lost its name.
    static void overwrite(Disk.Open file, long from, long length) throws IOException {
        for (long at = from; at < length; at += ZEROS) {
            file.writeFully(at, new byte[(int) Math.min(ZEROS, length - at)]);
        }
        file.force();
    }

    /// The wrapped keys that are not erased.
    List<byte[]> wraps(String sha256) throws IOException {
        List<byte[]> wraps = new ArrayList<>();
        for (Path path : of(sha256)) {
            byte[] file = Files.readAllBytes(path);
            byte[] wrap = Arrays.copyOfRange(file, Math.min(wrapOffset(path), file.length), file.length);
            if (!Arrays.equals(wrap, new byte[wrap.length])) {
                wraps.add(wrap);
            }
        }
        return wraps;
    }

    void noteHeld(String sha256, Collection<String> identities) throws IOException {
        String lines = identities.isEmpty() ? "" : String.join("\n", identities) + "\n";
        write(path(sha256, ".held"), lines.getBytes(StandardCharsets.UTF_8));
    }

    boolean mayHold(String sha256, String identity) throws IOException {
        Path path = path(sha256, ".held");
        return !Files.exists(path) || Files.readAllLines(path).contains(identity);
    }

    void delete(String sha256) throws IOException {
        for (String suffix : List.of(".keys", ".key", ".held")) {
            Files.deleteIfExists(path(sha256, suffix));
        }
    }

    private Path path(String sha256, String suffix) {
        return keys.resolve(sha256.substring(0, 2)).resolve(sha256 + suffix);
    }
}
