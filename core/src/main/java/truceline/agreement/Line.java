package truceline.agreement;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Distance;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Reference;

/// A named line on a map. Left and right are those of its drawn direction.
public record Line(String name, Readings<Terms> terms, Origin origin) {
    /// What is said of the line, in one reading. `map` is a file name, `sha256` the hash of that file
    /// in lower-case hexadecimal; `left` and `right` are party codes, or null.
    public record Terms(
            Leaf<String> map,
            @Nullable Leaf<String> sha256,
            @Nullable Leaf<Distance> accuracy,
            @Nullable Leaf<String> left,
            @Nullable Leaf<String> right,
            List<Reference> changedBy) {
        public Terms {
            changedBy = List.copyOf(changedBy);
        }

        /// Half the width of the band in which nobody can say on which side a place is; empty if not
        /// given or open.
        public OptionalLong accuracyMillimetres() {
            return accuracy instanceof Leaf.Given<Distance>(Distance given)
                    ? OptionalLong.of(given.millimetres())
                    : OptionalLong.empty();
        }
    }
}
