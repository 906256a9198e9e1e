package truceline.blackbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The system calls of a process, as strace shows them, and faults put in their place.
final class SystemCalls {
    /// What a station may write with; those that the platform's Java does not use have no occurrence.
    static final List<String> WRITING = List.of(
            "openat",
            "write",
            "writev",
            "pwrite64",
            "pwritev",
            "fsync",
            "fdatasync",
            "sync_file_range",
            "rename",
            "renameat",
            "renameat2",
            "link",
            "linkat",
            "symlink",
            "unlink",
            "unlinkat",
            "rmdir",
            "mkdir",
            "mkdirat",
            "truncate",
            "ftruncate",
            "fallocate",
            "copy_file_range",
            "sendfile",
            "lseek",
            "close");

    private static final Pattern CALL = Pattern.compile("(\\d+) +([a-z0-9_]+)\\((.*)");
    private static final Pattern WRITABLE = Pattern.compile("O_WRONLY|O_RDWR");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern OF_FILE = Pattern.compile("^\\d+<([^>]*)>");

    private SystemCalls() {}

    /// The n-th call of a name on a path, counted in the thread that makes it.
    ///
    /// @param path below the watched folder; `{pid}` stands for the number of the process
    record Call(String name, String path, int nth) {
        @Override
        public String toString() {
            return name + " " + path + " #" + nth;
        }
    }

    /// A strace at work on a process that was there before it.
    record Watch(Process strace, Path log) {
        /// Waits until the watched process has ended and says what was seen.
        List<String> end() throws IOException, InterruptedException {
            strace.waitFor();
            return Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        }

        boolean shows(String word) throws IOException {
            return Files.exists(log)
                    && Files.readString(log, StandardCharsets.ISO_8859_1).contains(word);
        }
    }

    /// Watches a process and all its threads; returns once it does.
    static Watch attach(Process process, Path log, List<String> options) throws IOException {
        Files.deleteIfExists(log);
        List<String> command = new ArrayList<>(
                List.of("strace", "-f", "-y", "-p", Long.toString(process.pid()), "-o", log.toString()));
        command.addAll(options);
        Process strace = new ProcessBuilder(command).start();
        BufferedReader words =
                new BufferedReader(new InputStreamReader(strace.getErrorStream(), StandardCharsets.UTF_8));
        String first = words.readLine();
        if (first == null || !first.contains("attached")) {
            throw new IllegalStateException("strace: " + first);
        }
        Thread.ofPlatform().daemon().start(() -> words.lines().forEach(line -> {}));
        return new Watch(strace, log);
    }

    /// The options that watch all calls in question.
    static List<String> all() {
        return List.of("-e", "trace=" + String.join(",", WRITING));
    }

    /// The options that put a fault in the place of one call, or beside it.
    ///
    /// @param fault as strace writes it: `error=EIO`
    static List<String> fault(Call call, Path folder, long pid, String fault) {
        String path = folder.resolve(call.path().replace("{pid}", Long.toString(pid)))
                .normalize()
                .toString();
        return List.of(
                "-P",
                path,
                "-e",
                "trace=" + call.name(),
                "-e",
                "inject=" + call.name() + ":" + fault + ":when=" + call.nth());
    }

    /// The calls on paths in a folder that a log shows: opening only for writing, closing only what was once opened so.
    static List<Call> calls(List<String> log, Path folder, long pid) {
        Map<String, Integer> counted = new TreeMap<>();
        Set<Call> found = new LinkedHashSet<>();
        Set<String> written = new TreeSet<>();
        for (String line : log) {
            Matcher call = CALL.matcher(line);
            String path = call.matches() ? path(call.group(2), call.group(3), folder) : "";
            if (path.isEmpty()) {
                continue;
            }
            String name = call.group(2);
            boolean opens = name.equals("openat");
            boolean opensToWrite = opens && WRITABLE.matcher(call.group(3)).find();
            int nth = counted.merge(call.group(1) + " " + name + " " + path, 1, Integer::sum);
            String relative = path.replace(Long.toString(pid), "{pid}");
            if (opensToWrite) {
                written.add(relative);
            }
            if (opensToWrite || !opens && (!name.equals("close") || written.contains(relative))) {
                found.add(new Call(name, relative, nth));
            }
        }
        return List.copyOf(found);
    }

    /// The path that a call is matched by, below the folder; empty where it is elsewhere.
    private static String path(String name, String arguments, Path folder) {
        Matcher ofFile = OF_FILE.matcher(arguments);
        Matcher quoted = QUOTED.matcher(arguments);
        String path = "";
        if (!name.equals("openat") && ofFile.find()) {
            path = ofFile.group(1);
        } else if (quoted.find()) {
            path = quoted.group(1);
        }
        if (path.equals(folder.toString())) {
            return ".";
        }
        return path.startsWith(folder + "/") ? folder.relativize(Path.of(path)).toString() : "";
    }
}
