package truceline.agreement.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Fault;
import truceline.agreement.Note;

/// What became of one agreement file: an agreement and notes about it, or no agreement and all its
/// faults. Both lists are sorted by place. Immutable.
public record Compilation(@Nullable Agreement agreement, List<Fault> faults, List<Note> notes) {
    public Compilation {
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
        if ((agreement == null) == faults.isEmpty()) {
            throw new IllegalStateException("either an agreement or faults");
        }
    }
}
