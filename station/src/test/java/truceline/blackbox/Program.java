package truceline.blackbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The program as a process of its own, with its arguments, its exit code and what it prints.
public final class Program {
    public static final Path ROOT = Path.of(System.getProperty("truceline.root"));
    static final Path ONDRAL = ROOT.resolve("examples/ondral");
    static final Path DATA = ROOT.resolve("../shared/data");

    /// What the program answered.
    ///
    /// @param out bytes on standard output, as UTF-8
    public record Outcome(int code, String out, String words) {}

    private Program() {}

    static Outcome run(Object... arguments) throws IOException, InterruptedException {
        return run(List.of(), arguments);
    }

    static Outcome run(List<String> flags, Object... arguments) throws IOException, InterruptedException {
        return run(Path.of(""), flags, arguments);
    }

    /// Runs the program in a folder, with flags of the virtual machine.
    public static Outcome run(Path folder, List<String> flags, Object... arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", ".txt");
        Path words = Files.createTempFile("words", ".txt");
        try {
            Process process = start(folder, flags, out, words, arguments);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("the program did not end");
            }
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(words));
        } finally {
            Files.delete(out);
            Files.delete(words);
        }
    }

    static Process start(Path folder, List<String> flags, Path out, Path words, Object... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(flags);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("truceline.cli.Main");
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.redirectOutput(out.toFile())
                .redirectError(words.toFile())
                .start();
    }

    /// A station of the invented mission in a folder, with its day of patrols.
    static Path ondral(Path folder) throws IOException, InterruptedException {
        Path home = folder.resolve("station");
        expectDone(run(
                "init",
                home,
                "--agreement",
                ONDRAL.resolve("ondral.agreement.yaml"),
                "--units",
                ONDRAL.resolve("regions.geojson")));
        expectDone(run("submit", home, "--source", "patrols", ONDRAL.resolve("patrol-2031-05-14.csv")));
        return home;
    }

    static Outcome expectDone(Outcome outcome) {
        if (outcome.code() != 0) {
            throw new AssertionError("exit " + outcome.code() + ": " + outcome.words());
        }
        return outcome;
    }

    static byte[] bytes(Outcome outcome) {
        return outcome.out().getBytes(StandardCharsets.UTF_8);
    }
}
