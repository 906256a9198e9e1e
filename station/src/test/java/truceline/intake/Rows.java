package truceline.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import truceline.observation.Draft;
import truceline.observation.Rejection;
import truceline.observation.RowSink;

/// What a reader made of some bytes, kept for a test.
final class Rows implements RowSink {
    final List<Draft> accepted = new ArrayList<>();
    final List<Rejection> rejected = new ArrayList<>();
    final List<String> texts = new ArrayList<>();

    static Rows of(Reader reader, String file) {
        return of(reader, file.getBytes(StandardCharsets.UTF_8));
    }

    static Rows of(Reader reader, byte[] file) {
        Rows rows = new Rows();
        try {
            reader.read(new ByteArrayInputStream(file), rows);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }

    @Override
    public void observed(Draft draft, byte[] bytes, int from, int to) {
        accepted.add(copy(draft));
        texts.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public void rejected(Rejection rejection, byte[] bytes, int from, int to) {
        rejected.add(rejection);
        texts.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    Draft only() {
        if (accepted.size() != 1 || !rejected.isEmpty()) {
            throw new AssertionError(accepted.size() + " accepted, rejected " + rejected);
        }
        return accepted.getFirst();
    }

    /// The one rejection as `row field code`.
    String fault() {
        if (rejected.size() != 1) {
            throw new AssertionError(accepted.size() + " accepted, rejected " + rejected);
        }
        return told(rejected.getFirst());
    }

    List<String> faults() {
        return rejected.stream().map(Rows::told).toList();
    }

    private static String told(Rejection rejection) {
        return rejection.row() + " " + rejection.field() + " " + rejection.code();
    }

    private static Draft copy(Draft from) {
        Draft to = new Draft();
        try {
            for (var field : Draft.class.getFields()) {
                if (!java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
                    field.set(to, field.get(from));
                }
            }
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
        return to;
    }
}
