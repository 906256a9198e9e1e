package truceline.agreement;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Distance;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Quantity;
import truceline.agreement.phrase.Reference;

/// A third force: who leads it, the provisions that are its mandate, who sends what, and from which
/// hubs.
public record Force(
        String name,
        List<Reference> lead,
        List<String> mandate,
        SequencedMap<String, Contingent> contingents,
        SequencedMap<String, Hub> hubs,
        Origin origin) {
    public Force {
        lead = List.copyOf(lead);
        mandate = List.copyOf(mandate);
    }

    /// What one actor sends, and where to.
    public record Contingent(@Nullable Leaf<Quantity> size, List<Reference> where) {}

    /// A base: of whom, where, which stretch of a line it covers, and how far it reaches.
    public record Hub(
            String name,
            List<Reference> of,
            List<Reference> where,
            @Nullable Leaf<Stretch> covers,
            @Nullable Leaf<Distance> reach) {
        public Hub {
            of = List.copyOf(of);
            where = List.copyOf(where);
        }
    }

    /// A line, or its part between two distances from its start, in millimetres.
    public record Stretch(
            String line, @Nullable Distance from, @Nullable Distance to) {}
}
