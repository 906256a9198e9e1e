package truceline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import truceline.intake.Refusal;
import truceline.ledger.Signer;

/// A person's private key in a file that only its owner may read.
final class KeyFile {
    private static final int SEED_BYTES = 32;

    private KeyFile() {}

    /// Makes a key and writes it.
    ///
    /// @throws Refusal `exists` where the file is there already
    static Signer create(Path file, String name) throws IOException {
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        Signer key = Signer.of(name, seed);
        write(file, key.text());
        return key;
    }

    /// Writes a private key to a new file that only its owner may read.
    ///
    /// @throws Refusal `exists` where the file is there already
    static void write(Path file, String key) throws IOException {
        create(file);
        Files.writeString(file, key + "\n", StandardCharsets.UTF_8, StandardOpenOption.WRITE);
    }

    /// Makes an empty file that only its owner may read.
    ///
    /// @throws Refusal `exists` where the file is there already
    static void create(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            throw new Refusal("exists", file + " is there already: it is not written over");
        }
    }

    /// Reads a person's key.
    ///
    /// @throws Refusal `open-key` as {@link #text}
    static Signer read(Path file) throws IOException {
        return Signer.parse(text(file));
    }

    /// Reads what a file with a private key holds.
    ///
    /// @throws Refusal `open-key` where others than its owner may read or write the file
    static String text(Path file) throws IOException {
        boolean hasModes = Files.getFileStore(file).supportsFileAttributeView("posix");
        if (hasModes
                && !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                        .endsWith("------")) {
            throw new Refusal("open-key", "others may use the private key in " + file + ": chmod 600 " + file);
        }
        return Files.readString(file, StandardCharsets.UTF_8).stripTrailing();
    }
}
