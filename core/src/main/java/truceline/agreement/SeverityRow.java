package truceline.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Level;
import truceline.agreement.phrase.Quantity;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Verb;

/// One row of the severity table. A row fits when all that it names fits; the gravest row that fits
/// decides, and its name is the reason given. The row `otherwise` always fits.
public record SeverityRow(
        String name,
        List<Verb> verbs,
        List<Reference> what,
        List<Reference> whom,
        List<Reference> where,
        @Nullable Leaf<Quantity> casualties,
        @Nullable Leaf<Repeated> repeated,
        @Nullable Leaf<Lasting> lasting,
        Leaf<Level> level,
        Origin origin) {
    public SeverityRow {
        verbs = List.copyOf(verbs);
        what = List.copyOf(what);
        whom = List.copyOf(whom);
        where = List.copyOf(where);
    }

    /// `3 in 7 days`
    public record Repeated(int times, DurationPhrase in) {}

    /// `over 30 min`; `isOver` is false for `at least 30 min`.
    public record Lasting(boolean isOver, DurationPhrase duration) {}
}
