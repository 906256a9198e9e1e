package truceline.blackbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// Starts small processes of ours quickly: the folders of the class path as one jar, and a cache of loaded classes.
///
/// Bouncy Castle is left out: reading its signed jar takes longer than all the rest, and the platform signs as well.
final class QuickJava {
    private final Path folder;
    private final String classPath;
    private final Class<?> main;
    private final Path cache;

    /// @param folder for the jar and the cache
    /// @param main whose `main` the processes run
    QuickJava(Path folder, Class<?> main) throws IOException {
        this.folder = folder;
        this.main = main;
        this.cache = folder.resolve("classes.aot");
        Path jar = folder.resolve("classes.jar");
        List<Path> folders = new ArrayList<>();
        List<String> path = new ArrayList<>(List.of(jar.toString()));
        for (String part : System.getProperty("java.class.path").split(":", -1)) {
            if (Files.isDirectory(Path.of(part))) {
                folders.add(Path.of(part));
            } else if (part.endsWith(".jar") && !part.contains("bcprov")) {
                path.add(part);
            }
        }
        pack(folders, jar);
        classPath = String.join(":", path);
    }

    private static void pack(List<Path> folders, Path jar) throws IOException {
        Set<String> packed = new TreeSet<>();
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.setLevel(0);
            for (Path from : folders) {
                for (Path each : Folders.files(from)) {
                    String name = from.relativize(each).toString();
                    if (packed.add(name)) {
                        out.putNextEntry(new JarEntry(name));
                        Files.copy(each, out);
                    }
                }
            }
        }
    }

    /// The command that runs the main class.
    ///
    /// @param training whether this run, which must end by itself, makes the cache
    List<String> command(boolean training, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED"));
        if (training) {
            command.add("-XX:AOTCacheOutput=" + cache);
        } else if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(List.of("-cp", classPath, main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /// The process, with standard input and output as pipes and its complaints in a file.
    Process start(boolean training, Object... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(training, arguments)).directory(folder.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("complaints").toFile()))
                .start();
    }
}
