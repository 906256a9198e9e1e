package truceline.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Basis;

/// Where an element of an agreement comes from, with inheritance already applied.
///
/// `meaning` is the element's `is`; `sources` are names of declared sources, empty only for what is
/// assumed; `assumed` are the keys that are the writer's own choice although the rest has a source.
public record Origin(@Nullable String meaning, Basis basis, List<String> sources, List<String> assumed) {
    public Origin {
        sources = List.copyOf(sources);
        assumed = List.copyOf(assumed);
    }
}
