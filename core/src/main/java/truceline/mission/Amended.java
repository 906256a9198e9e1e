package truceline.mission;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Provision;

/// What one version changed of the version before. A provision is the same where its norm is the same in every
/// reading, and everything is the same that a norm can name: else the old words are judged as long as they counted,
/// and the new ones from then on.
final class Amended {
    private Amended() {}

    /// By provision: since when its words count as they stand in the last of these versions. What the first version
    /// said and nobody changed is not in it.
    static SortedMap<String, Long> sinceMs(List<AdoptedAgreement> versions) {
        SortedMap<String, Long> since = new TreeMap<>();
        for (int i = 1; i < versions.size(); i++) {
            AdoptedAgreement next = versions.get(i);
            for (String id : next.agreement().provisions().sequencedKeySet()) {
                if (!isSame(versions.get(i - 1), next, id)) {
                    since.put(id, next.fromMs());
                }
            }
        }
        since.keySet().retainAll(versions.getLast().agreement().provisions().sequencedKeySet());
        return since;
    }

    /// Whether a provision says the same in two versions.
    static boolean isSame(AdoptedAgreement before, AdoptedAgreement after, String id) {
        Provision one = before.agreement().provisions().get(id);
        Provision other = after.agreement().provisions().get(id);
        return one != null
                && other != null
                && one.norms().equals(other.norms())
                && Objects.equals(one.parent(), other.parent())
                && terms(before).equals(terms(after));
    }

    private static List<@Nullable Object> terms(AdoptedAgreement version) {
        Agreement agreement = version.agreement();
        List<@Nullable Object> terms = new ArrayList<>(List.of(
                agreement.identity().timeZone(),
                agreement.identity().status(),
                agreement.parties(),
                agreement.others(),
                agreement.bodies(),
                agreement.forces(),
                agreement.days(),
                agreement.lines(),
                agreement.places(),
                agreement.zones(),
                agreement.classes(),
                agreement.facts(),
                agreement.severity(),
                version.entered().maps()));
        terms.add(agreement.identity().runsFrom());
        terms.add(agreement.identity().runsUntil());
        terms.add(agreement.verification());
        terms.add(agreement.clocks());
        return terms;
    }
}
