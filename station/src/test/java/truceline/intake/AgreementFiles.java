package truceline.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The agreement files of this project, for tests.
final class AgreementFiles {
    private AgreementFiles() {}

    static List<Path> all() {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("truceline.root"), "agreements"))) {
            return files.filter(file -> file.toString().endsWith(".agreement.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
