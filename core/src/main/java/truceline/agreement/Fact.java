package truceline.agreement;

import java.util.List;
import truceline.agreement.phrase.Reference;

/// Something that only a person can vouch for, and who does.
public record Fact(String name, List<Reference> attestedBy, Origin origin) {
    public Fact {
        attestedBy = List.copyOf(attestedBy);
    }
}
