package truceline.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Quantity;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.StatementKind;

/// What somebody said in public, not signed: `Keir Starmer (GB)` gives speaker and actor. The date is
/// ISO text; `isBefore` says that the words were spoken before it.
public record Statement(
        String name,
        String speaker,
        String actor,
        String date,
        boolean isBefore,
        StatementKind kind,
        String says,
        @Nullable Leaf<Quantity> figure,
        List<Touch> touches,
        Origin origin) {
    public Statement {
        touches = List.copyOf(touches);
    }

    /// What the words concern: a declared name, or one point of a proposal (`point` is then above 0).
    public record Touch(Reference what, int point) {}
}
