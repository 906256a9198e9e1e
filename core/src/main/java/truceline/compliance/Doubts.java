package truceline.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Norm;
import truceline.agreement.Provision;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;

/// What a sighting alone cannot say about a norm on what moves: whose it was, and whether another provision allows it.
final class Doubts {
    private final Agreement agreement;
    private final Function<List<Reference>, List<WeaponClass>> classes;
    private final List<truceline.compliance.Norm.Doubt> found = new ArrayList<>();

    /// @param classes turns names into classes; none where one of them cannot be told
    Doubts(Agreement agreement, Function<List<Reference>, List<WeaponClass>> classes) {
        this.agreement = agreement;
        this.classes = classes;
    }

    /// The things that a norm is on: what it names, or where its subject is itself a class, as with ships, the subject.
    static List<Reference> things(Norm norm) {
        if (!norm.what().isEmpty()) {
            return norm.what();
        }
        return norm.who().stream()
                .filter(who -> who.sort() == Sort.CLASS || who.sort() == Sort.KIND)
                .toList();
    }

    List<truceline.compliance.Norm.Doubt> of(Norm norm) {
        boolean bindsParties = norm.who().stream()
                .noneMatch(who -> who.sort() == Sort.ANYONE || who.sort() == Sort.CLASS || who.sort() == Sort.KIND);
        boolean bindsEach = norm.who().stream().anyMatch(who -> who.sort() == Sort.EACH_PARTY);
        if (bindsParties && !bindsEach) {
            String who = String.join(
                    " and ", norm.who().stream().map(Reference::text).toList());
            add("only " + who + " is bound, and whose it was is not known", List.of(), false);
        } else if (bindsParties && norm.what().isEmpty()) {
            add("only the parties are bound, and whose craft it was is not known", List.of(), true);
        }
        allowed(norm.unless());
        return List.copyOf(found);
    }

    private void allowed(@Nullable Condition unless) {
        switch (unless) {
            case Condition.Allowed(String provision) -> {
                Provision permission = agreement.provisions().get(provision);
                List<Reference> what = permission == null ? List.of() : things(permission.norm(null));
                add("may be allowed by " + provision, what, false);
            }
            case Condition.AllOf(List<Condition> parts) -> parts.forEach(this::allowed);
            case Condition.AnyOf(List<Condition> parts) -> parts.forEach(this::allowed);
            case null, default -> {
                // Any other exception has to be shown, and what is not shown excuses nobody.
            }
        }
    }

    private void add(String reason, List<Reference> what, boolean isOfOwnPositionsOnly) {
        List<WeaponClass> known = what.isEmpty() ? List.of() : classes.apply(what);
        found.add(new truceline.compliance.Norm.Doubt(
                reason, known.isEmpty() ? List.of(WeaponClass.ANY) : known, isOfOwnPositionsOnly));
    }
}
