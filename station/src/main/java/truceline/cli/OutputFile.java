package truceline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import truceline.intake.Refusal;

/// Writes the file that `--out` names. Makes no folder: a name that was mistyped leaves nothing behind.
final class OutputFile {
    private OutputFile() {}

    static void write(Path file, CharSequence text) throws IOException {
        write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// @throws Refusal `not-found` where the folder is not there
    static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new Refusal(
                    "not-found", "there is no folder " + folder + " to write " + file.getFileName() + " into");
        }
        Files.write(file, bytes);
    }
}
