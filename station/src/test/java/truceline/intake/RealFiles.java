package truceline.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Real files that lie beside the project and are never part of it.
final class RealFiles {
    private RealFiles() {}

    static byte[] read(String name) {
        Path file = Path.of(System.getProperty("truceline.root", "."), "..", "shared", "data", name);
        Assumptions.assumeTrue(Files.exists(file), "skipped: there is no " + name + " beside the project");
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
