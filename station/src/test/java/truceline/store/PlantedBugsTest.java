package truceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Plants known faults of durability in the source of the store, one at a time, compiles it, and expects the simulator
/// to notice each within 5,000 histories. A fault whose place in the source is gone fails too: then it must be planted
/// anew. The faults: `station/src/test/resources/planted`.
class PlantedBugsTest {
    private static final int SEEDS = 5_000;
    private static final Path PLANTED =
            Path.of(System.getProperty("truceline.root"), "station", "src", "test", "resources", "planted");
    private static final List<Path> SOURCES = List.of(
            Path.of(System.getProperty("truceline.root"), "station", "src", "main", "java", "truceline", "store"),
            Path.of(System.getProperty("truceline.root"), "station", "src", "test", "java", "truceline", "store"));

    @TempDir
    Path dir;

    /// Text to be replaced in a source file.
    private record Edit(String file, String from, String to) {}

    static List<String> faults() throws IOException {
        try (Stream<Path> files = Files.list(PLANTED)) {
            return files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void there_are_at_least_sixteen_faults() throws IOException {
        assertThat(faults()).hasSizeGreaterThanOrEqualTo(16);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_planted_fault_is_noticed(String fault) throws Exception {
        plant(edits(Files.readString(PLANTED.resolve(fault + ".txt"))));
        ClassLoader planted = new Planted(dir);
        Class<?> type = planted.loadClass(StorageHistory.class.getName());
        Constructor<?> history = type.getDeclaredConstructors()[0];
        history.setAccessible(true);
        Method run = type.getDeclaredMethod("run");
        run.setAccessible(true);
        for (long seed = 0; seed < SEEDS; seed++) {
            try {
                run.invoke(history.newInstance(seed, null));
            } catch (InvocationTargetException e) {
                System.out.printf(
                        "planted: %s noticed by seed %d: %s%n", fault, seed, firstLine(e.getTargetException()));
                return;
            }
        }
        throw new AssertionError(SEEDS + " histories did not show: " + fault);
    }

    private static String firstLine(@Nullable Throwable noticed) {
        return String.valueOf(noticed == null ? null : noticed.getMessage())
                .strip()
                .lines()
                .findFirst()
                .orElse("");
    }

    /// Reads `=== File.java`, the text to find, `--->`, and the text in its place; as often as there are edits.
    private static List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        for (String part : text.split("(?m)^=== ", -1)) {
            if (part.contains("\n")) {
                int name = part.indexOf('\n');
                int arrow = part.indexOf("--->\n");
                edits.add(new Edit(
                        part.substring(0, name),
                        part.substring(name + 1, arrow).strip(),
                        part.substring(arrow + 5).strip()));
            }
        }
        assertThat(edits).isNotEmpty();
        return edits;
    }

    private void plant(List<Edit> edits) throws IOException {
        for (Edit edit : edits) {
            Path source = dir.resolve(edit.file());
            String text = Files.readString(Files.exists(source) ? source : original(edit.file()));
            assertThat(text).as(edit.file()).contains(edit.from());
            Files.writeString(source, text.replace(edit.from(), edit.to()));
        }
        compile();
    }

    private static Path original(String file) {
        return SOURCES.stream()
                .map(folder -> folder.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private void compile() throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.list(dir)) {
            List<String> options = List.of(
                    "-proc:none", "-nowarn", "-d", dir.toString(), "-cp", System.getProperty("java.class.path"));
            List<Path> mutants =
                    sources.filter(path -> path.toString().endsWith(".java")).toList();
            boolean compiled = compiler.getTask(
                            null, files, null, options, null, files.getJavaFileObjectsFromPaths(mutants))
                    .call();
            assertThat(compiled).isTrue();
        }
    }

    /// Loads the store anew, its changed classes from a folder.
    private static final class Planted extends ClassLoader {
        private final Path changed;

        Planted(Path changed) {
            super(PlantedBugsTest.class.getClassLoader());
            this.changed = changed;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("truceline.store.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String path = name.replace('.', '/') + ".class";
            Path own = changed.resolve(path);
            try (InputStream in =
                    Files.exists(own) ? Files.newInputStream(own) : getParent().getResourceAsStream(path)) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
