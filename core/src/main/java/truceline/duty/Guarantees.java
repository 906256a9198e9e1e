package truceline.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Norm;
import truceline.agreement.NormKind;
import truceline.agreement.Provision;
import truceline.agreement.Sentence;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.Reference;

/// Reads the guarantees of an agreement against one world. A pattern of findings counts if it ever
/// occurred; a fact counts by the last word of those who attest it. What would void a guarantee must be
/// shown: while it is unknown, the guarantee is not void. Pure and thread-safe.
public final class Guarantees {
    private Guarantees() {}

    /// The guarantees in file order, in one reading (null: the common text).
    public static List<GuaranteeStatus> status(Agreement agreement, @Nullable String holder, World world) {
        Requirements requirements = new Requirements(agreement, holder, world);
        List<GuaranteeStatus> all = new ArrayList<>();
        for (Provision provision : agreement.provisions().values()) {
            if (provision.norm(holder).kind() == NormKind.GUARANTEE) {
                all.add(status(requirements, provision, holder));
            }
        }
        return List.copyOf(all);
    }

    private static GuaranteeStatus status(Requirements requirements, Provision provision, @Nullable String holder) {
        Norm norm = provision.norm(holder);
        Norm.Guarantee guarantee = Objects.requireNonNull(norm.guarantee());
        Requirement trigger = requirements.of(guarantee.triggeredBy(), true);
        Condition voids = guarantee.voidIf();
        Requirement voidIf = voids == null ? null : requirements.of(voids, true);
        String waitsFor = requirements.waitsFor(norm);
        return new GuaranteeStatus(
                provision.id(),
                state(waitsFor, trigger, voidIf),
                waitsFor,
                names(guarantee.shields()),
                names(guarantee.givenBy()),
                trigger,
                trigger.missing(),
                voidIf,
                voidIf == null ? List.of() : voidIf.missing(),
                waitsFor == null ? trigger.sinceMs() : null,
                clocks(requirements, provision, holder),
                provision.twin());
    }

    private static GuaranteeStatus.State state(
            @Nullable String waitsFor, Requirement trigger, @Nullable Requirement voidIf) {
        if (waitsFor != null) {
            return GuaranteeStatus.State.PENDING;
        }
        if (voidIf != null && voidIf.truth() == Truth.HOLDS) {
            return GuaranteeStatus.State.VOID;
        }
        return trigger.truth() == Truth.HOLDS ? GuaranteeStatus.State.OPEN : GuaranteeStatus.State.CLOSED;
    }

    private static List<GuaranteeStatus.Clock> clocks(
            Requirements requirements, Provision guarantee, @Nullable String holder) {
        List<GuaranteeStatus.Clock> clocks = new ArrayList<>();
        for (Provision child : requirements.agreement().children(guarantee.id())) {
            Norm norm = child.norm(holder);
            if (norm.kind() == NormKind.NORM) {
                Condition onlyIf = norm.onlyIf();
                clocks.add(new GuaranteeStatus.Clock(
                        child.id(),
                        Sentence.of(child, holder),
                        onlyIf == null ? null : requirements.of(onlyIf, false),
                        Timeline.rows(requirements, child, holder)));
            }
        }
        return clocks;
    }

    static List<String> names(List<Reference> references) {
        return references.stream().map(Reference::text).toList();
    }
}
