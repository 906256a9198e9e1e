package truceline.station;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.finding.Docket;
import truceline.finding.Person;
import truceline.intake.Refusal;
import truceline.mission.Entry;

/// Somebody asks that a key count no longer.
///
/// @param id of the person or device on the rolls
/// @param fromMs from which moment on, milliseconds UTC; null for from now on
/// @param reason `lost`, `stolen`, `left` or `replaced`
/// @param officers who vouch for it: none, or two and more of different sections
public record Revoking(String id, @Nullable Long fromMs, String reason, List<Entry.Signature> officers) {
    public Revoking {
        officers = List.copyOf(officers);
    }

    Entry.Revoked entry(Docket docket, long receivedMs) {
        Person person = docket.persons().get(id);
        if (person == null) {
            throw new Refusal("not-enrolled", id + " is not on the rolls of this station");
        }
        return new Entry.Revoked(id, person.key(), fromMs == null ? receivedMs : fromMs, reason, receivedMs, officers);
    }
}
