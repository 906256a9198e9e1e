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
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            throw new Refusal("exists", file + " is there already: a key is never written over");
        }
        Files.writeString(file, key + "\n", StandardCharsets.UTF_8, StandardOpenOption.WRITE);
    }

    static Signer read(Path file) throws IOException {
        return Signer.parse(Files.readString(file, StandardCharsets.UTF_8).stripTrailing());
    }
}
