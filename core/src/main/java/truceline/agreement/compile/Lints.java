package truceline.agreement.compile;

import java.util.List;
import java.util.TreeSet;
import truceline.agreement.Agreement;
import truceline.agreement.Node;
import truceline.agreement.Note;

/// What is worth saying about a sound file.
final class Lints {
    private final TreeSet<Note> notes = new TreeSet<>();

    private Lints() {}

    static List<Note> of(Scope scope, Agreement agreement) {
        Lints lints = new Lints();
        lints.open(scope.root());
        return List.copyOf(lints.notes);
    }

    private void note(Node at, String code, String message) {
        notes.add(new Note(at.line(), at.column(), code, message));
    }

    private void open(Node node) {
        switch (node) {
            case Node.Scalar scalar -> {
                if (scalar.text().equals("open")) {
                    note(scalar, "open-value", "This is left open; what depends on it stays pending.");
                }
            }
            case Node.Sequence sequence -> sequence.elements().forEach(this::open);
            case Node.Mapping mapping -> mapping.entries().forEach(entry -> open(entry.value()));
        }
    }
}
