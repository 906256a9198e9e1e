package truceline.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The project's own main sources as the compiler sees them.
final class Sources {
    static final Path ROOT = Path.of(System.getProperty("truceline.root"));

    /// @param lines length of a method with its signature, 0 for other names
    record Name(Path file, String name, int lines, boolean isPublicType) {}

    /// A text in the sources.
    record Text(Path file, String text) {}

    private Sources() {}

    static List<Path> files(String suffix, String... folders) {
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> walk = Files.walk(ROOT.resolve(folder))) {
                walk.filter(path -> path.toString().endsWith(suffix)).sorted().forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    static List<Path> mainFiles() {
        return files(".java", "core/src/main/java", "station/src/main/java", "bench/src/main/java");
    }

    /// Every type, method, field, parameter and variable that the sources declare.
    static List<Name> names(List<Path> files) {
        List<Name> names = new ArrayList<>();
        List<Text> texts = new ArrayList<>();
        scan(files, names, texts);
        return names;
    }

    /// Every text that the sources hold in quotes.
    static List<Text> texts(List<Path> files) {
        List<Text> texts = new ArrayList<>();
        scan(files, new ArrayList<>(), texts);
        return texts;
    }

    private static void scan(List<Path> files, List<Name> names, List<Text> texts) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(unit, positions, names, texts).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Scanner extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Name> names;
        private final List<Text> texts;
        private final Path file;

        Scanner(CompilationUnitTree unit, SourcePositions positions, List<Name> names, List<Text> texts) {
            this.unit = unit;
            this.positions = positions;
            this.names = names;
            this.texts = texts;
            this.file = Path.of(unit.getSourceFile().toUri());
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            boolean isPublic = tree.getModifiers().getFlags().contains(Modifier.PUBLIC);
            add(tree.getSimpleName().toString(), 0, isPublic);
            return super.visitClass(tree, null);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            LineMap lines = unit.getLineMap();
            long from = positions.getStartPosition(unit, tree);
            long to = positions.getEndPosition(unit, tree);
            int length = from < 0 || to < 0 ? 0 : (int) (lines.getLineNumber(to) - lines.getLineNumber(from) + 1);
            add(tree.getName().toString(), length, false);
            return super.visitMethod(tree, null);
        }

        @Override
        public Void visitVariable(VariableTree tree, Void nothing) {
            add(tree.getName().toString(), 0, false);
            return super.visitVariable(tree, null);
        }

        @Override
        public Void visitLiteral(LiteralTree tree, Void nothing) {
            if (tree.getValue() instanceof String text) {
                texts.add(new Text(file, text));
            }
            return super.visitLiteral(tree, null);
        }

        private void add(String name, int lines, boolean isPublicType) {
            names.add(new Name(file, name, lines, isPublicType));
        }
    }
}
