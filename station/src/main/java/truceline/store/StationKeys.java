package truceline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import truceline.ledger.LedgerException;
import truceline.ledger.LogKeys;
import truceline.ledger.Signer;
import truceline.ledger.Verifier;

/// The secrets of a station, in `keys/`, each in a file that only its owner may read (0600).
///
/// Refuses with `exists`, `absent`, `malformed`, or `open-key` where others may read a file. Immutable.
public final class StationKeys {
    private static final int KEY_BYTES = 32;

    private static final Pattern LOG_FILE = Pattern.compile("log(-[0-9a-f]{8})?\\.key");

    private final LogKeys log;
    private final byte[] monitor;
    private final byte[] identity;

    private StationKeys(LogKeys log, byte[] monitor, byte[] identity) {
        this.log = log;
        this.monitor = monitor;
        this.identity = identity;
    }

    /// Makes three new keys; the log key is named `origin`.
    public static StationKeys create(Path stationDir, String origin) {
        SecureRandom random = new SecureRandom();
        StationKeys keys = new StationKeys(LogKeys.of(Signer.of(origin, bytes(random))), bytes(random), bytes(random));
        Path folder = stationDir.resolve("keys");
        try {
            Files.createDirectories(stationDir);
            KeyFiles.createFolder(folder);
            KeyFiles.write(folder.resolve("log.key"), text(keys.log()));
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

    private static byte[] text(Signer key) {
        return (key.text() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// Makes a further key of the log and keeps it beside those there are; from the next opening on it
    /// signs too.
    public static Signer addLogKey(Path stationDir) {
        SecureRandom random = new SecureRandom();
        Signer key = Signer.of(read(stationDir).log.origin(), bytes(random));
        Path folder = stationDir.resolve("keys");
        try {
            KeyFiles.write(folder.resolve(logFile(key.verifier())), text(key));
            new PosixDisk().forceDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return key;
    }

    /// Deletes the private part of a key of the log; one that is not there is no matter.
    public static void deleteLogKey(Path stationDir, Verifier key) {
        Path folder = stationDir.resolve("keys");
        try {
            for (Path file : logFiles(folder)) {
                if (signer(folder, file).verifier().text().equals(key.text())) {
                    Files.delete(file);
                }
            }
            new PosixDisk().forceDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String logFile(Verifier key) {
        String text = key.toString();
        return "log-" + text.substring(text.length() - 8) + ".key";
    }

    /// The files of the log's keys, the first key's before all others.
    private static List<Path> logFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            LOG_FILE.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted(Comparator.comparing(
                            file -> String.valueOf(file.getFileName()).replace(".key", "")))
                    .toList();
        }
    }

    private static Signer signer(Path folder, Path file) {
        String text = new String(KeyFiles.read(folder, String.valueOf(file.getFileName())), StandardCharsets.UTF_8);
        return Signer.parse(text.stripTrailing());
    }

    /// The keys that sign checkpoints: those whose files are there.
    private static LogKeys logKeys(Path folder) {
        try {
            List<Signer> keys =
                    logFiles(folder).stream().map(file -> signer(folder, file)).toList();
            if (keys.isEmpty()) {
                throw new LedgerException("absent", folder.resolve("log.key") + " is missing");
            }
            return LogKeys.of(keys);
        } catch (NoSuchFileException e) {
            throw new LedgerException("absent", folder + " is missing", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads the keys of a station.
    public static StationKeys read(Path stationDir) {
        Path folder = stationDir.resolve("keys");
        return new StationKeys(logKeys(folder), raw(folder, "monitor.key"), raw(folder, "identity.key"));
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
        return log.signers().getFirst();
    }

    /// All keys that sign checkpoints.
    public LogKeys logKeys() {
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
        return "StationKeys of " + log.origin();
    }
}
