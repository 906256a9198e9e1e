package truceline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import truceline.ledger.LedgerException;
import truceline.ledger.Signer;

/// The secrets of a station, in `keys/`, each in a file that only its owner may read (0600).
///
/// Refuses with `exists`, `absent`, `malformed`, or `open-key` where others may read a file. Immutable.
public final class StationKeys {
    private static final int KEY_BYTES = 32;

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
            KeyFiles.createFolder(folder);
            KeyFiles.write(folder.resolve("log.key"), (keys.log.text() + "\n").getBytes(StandardCharsets.UTF_8));
            KeyFiles.write(folder.resolve("monitor.key"), keys.monitor);
            KeyFiles.write(folder.resolve("identity.key"), keys.identity);
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
        String text = new String(KeyFiles.read(folder, "log.key"), StandardCharsets.UTF_8);
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
        byte[] key = KeyFiles.read(folder, name);
        if (key.length != KEY_BYTES) {
            throw new LedgerException("malformed", folder.resolve(name) + " has " + key.length + " bytes, not 32");
        }
        return key;
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
