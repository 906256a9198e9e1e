package truceline.agreement;

import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// One provision. Its id is the article number, as text; its parent is the longest declared id above
/// it.
///
/// `text` is by language, in file order, its own or (`inheritsText`) its parent's. `twin` is the id of
/// the provision that binds the other side likewise.
public record Provision(
        String id,
        @Nullable String parent,
        SequencedMap<String, String> text,
        boolean inheritsText,
        Readings<Norm> norms,
        @Nullable String twin,
        Origin origin) {
    /// The norm in the world of a holder; null asks for the common text, which has `open` at the
    /// disputed keys.
    public Norm norm(@Nullable String holder) {
        return norms.in(holder);
    }
}
