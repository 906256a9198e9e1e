package truceline.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Means;
import truceline.agreement.phrase.Reference;

/// Who verifies, from how many independent sources, and by which means. What is null or empty is not
/// said.
public record Verification(List<Reference> by, @Nullable Leaf<Integer> sources, List<Means> means) {
    public Verification {
        by = List.copyOf(by);
        means = List.copyOf(means);
    }
}
