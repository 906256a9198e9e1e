package truceline.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Calibre;
import truceline.agreement.phrase.Kind;
import truceline.agreement.phrase.Leaf;

/// A declared class: it joins kinds and narrows them by calibre, by named systems, or to what was
/// handed over as a list under a provision. Where an object's attribute is unknown, its membership is
/// indeterminate.
public record ObjectClass(
        String name,
        Leaf<List<Kind>> kinds,
        @Nullable Leaf<Calibre> calibre,
        @Nullable Leaf<List<String>> systems,
        @Nullable String list,
        Origin origin) {}
