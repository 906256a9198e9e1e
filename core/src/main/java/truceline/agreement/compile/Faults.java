package truceline.agreement.compile;

import java.util.List;
import java.util.TreeSet;
import truceline.agreement.Fault;
import truceline.agreement.Node;

/// Gathers the faults of one file: each once, sorted, at most {@link #LIMIT}, so that no file can fill
/// memory.
final class Faults {
    static final int LIMIT = 500;

    private final TreeSet<Fault> faults = new TreeSet<>();
    /// Places with no value or one of the wrong shape: nothing else that is said of them helps.
    private final TreeSet<String> shapeless = new TreeSet<>();

    void add(Node at, String code, String message) {
        String place = at.line() + ":" + at.column();
        boolean told = shapeless.contains(place);
        if (code.equals("wrong-shape") || code.equals("empty-value")) {
            shapeless.add(place);
        }
        if (faults.size() < LIMIT && !told) {
            faults.add(new Fault(at.line(), at.column(), code, message));
        }
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /// Whether there are already so many that finer hints are a waste.
    boolean areMany() {
        return faults.size() > 50;
    }

    List<Fault> sorted() {
        return List.copyOf(faults);
    }
}
