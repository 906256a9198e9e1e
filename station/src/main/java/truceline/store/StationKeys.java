package truceline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import truceline.ledger.LedgerException;
import truceline.ledger.Signer;

/// The secrets of a station, in `keys/`, each in a file that only its owner may read (0600).
///
/// Refuses with `exists`, `absent`, `malformed`, or `open-key` where others may read a file. Immutable.
public final class StationKeys {
    private static final int KEY_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Signer log;
    private final byte[] monitor;
    private final byte[] identity;

    private StationKeys(Signer log, byte[] monitor, byte[] identity) {
        this.log = log;
        this.monitor = monitor;
        this.identity = identity;
    }

    /// Makes three new keys; the log key is named `origin`.
    public static StationKeys create(Path stationDir, String origin) {
        SecureRandom random = new SecureRandom();
        StationKeys keys = new StationKeys(Signer.of(origin, bytes(random)), bytes(random), bytes(random));
        Path folder = stationDir.resolve("keys");
        try {
            Files.createDirectories(stationDir);
            if (!Files.exists(folder)) {
                Files.createDirectory(folder, permissions(stationDir, "rwx------"));
            }
            write(folder.resolve("log.key"), (keys.log.text() + "\n").getBytes(StandardCharsets.UTF_8));
            write(folder.resolve("monitor.key"), keys.monitor);
            write(folder.resolve("identity.key"), keys.identity);
            new PosixDisk().forceDirectory(folder);
            new PosixDisk().forceDirectory(stationDir);
        } catch (FileAlreadyExistsException e) {
            throw new LedgerException("exists", e.getFile() + " exists already", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    /// Reads the keys of a station.
    public static StationKeys read(Path stationDir) {
        Path folder = stationDir.resolve("keys");
        String text = new String(read(folder, "log.key"), StandardCharsets.UTF_8);
        return new StationKeys(
                Signer.parse(text.stripTrailing()), raw(folder, "monitor.key"), raw(folder, "identity.key"));
    }

    /// The key that makes pseudonyms, where this process may read it.
    public static Optional<byte[]> findIdentity(Path stationDir) {
        try {
            return Optional.of(raw(stationDir.resolve("keys"), "identity.key"));
        } catch (LedgerException | UncheckedIOException _) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(SecureRandom random) {
        byte[] out = new byte[KEY_BYTES];
        random.nextBytes(out);
        return out;
    }

    private static byte[] raw(Path folder, String name) {
        byte[] key = read(folder, name);
        if (key.length != KEY_BYTES) {
            throw new LedgerException("malformed", folder.resolve(name) + " has " + key.length + " bytes, not 32");
        }
        return key;
    }

    private static byte[] read(Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            if (hasPermissions(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new LedgerException("open-key", "others may read " + file + ": set its mode to 0600");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new LedgerException("absent", file + " is missing", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Opens a new file that only its owner may read.
    static FileChannel create(Path file) throws IOException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        Path folder = file.toAbsolutePath().getParent();
        return FileChannel.open(file, options, permissions(folder == null ? file : folder, "rw-------"));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = create(file)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static boolean hasPermissions(Path existing) throws IOException {
        return Files.getFileStore(existing).supportsFileAttributeView("posix");
    }

    private static FileAttribute<?>[] permissions(Path existing, String text) throws IOException {
        return hasPermissions(existing)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }

    /// Signs checkpoints; its name is the ledger's origin.
    public Signer log() {
        return log;
    }

    /// Wraps the keys of protected fields and files.
    public byte[] monitor() {
        return monitor.clone();
    }

    /// Makes pseudonyms.
    public byte[] identity() {
        return identity.clone();
    }

    @Override
    public String toString() {
        return "StationKeys of " + log.name();
    }
}
