package truceline.agreement;

import java.util.List;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Quantity;
import truceline.agreement.phrase.Reference;

/// A share of a zone that somebody is said to hold, not signed; shown beside the share that is
/// computed. The date is ISO text.
public record Claim(
        String name, List<Reference> where, List<Reference> heldBy, Leaf<Quantity> share, String date, Origin origin) {
    public Claim {
        where = List.copyOf(where);
        heldBy = List.copyOf(heldBy);
    }
}
