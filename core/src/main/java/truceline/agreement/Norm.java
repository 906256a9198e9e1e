package truceline.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Level;
import truceline.agreement.phrase.Modal;
import truceline.agreement.phrase.Quantity;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Slot;
import truceline.agreement.phrase.Verb;

/// The part of a provision that is computed, in one reading: who must, must not or may do what, where
/// and when.
///
/// Lists are empty and other parts null where the text has no such key. `modal` is null for text alone,
/// for a guarantee and for the head of reciprocal steps. Several verbs share all the rest.
public record Norm(
        List<Reference> who,
        @Nullable Modal modal,
        List<Verb> verbs,
        List<Reference> what,
        List<Reference> whom,
        List<Reference> to,
        List<Reference> where,
        List<Reference> outOf,
        List<Reference> into,
        @Nullable Leaf<Quantity> atLeast,
        @Nullable Leaf<Quantity> atMost,
        Timing timing,
        @Nullable Condition onlyIf,
        @Nullable Condition unless,
        @Nullable Leaf<Level> severity,
        @Nullable Verification verify,
        @Nullable Leaf<Integer> step,
        @Nullable Leaf<Order> order,
        @Nullable Steps steps,
        @Nullable Guarantee guarantee) {
    public Norm {
        who = List.copyOf(who);
        verbs = List.copyOf(verbs);
        what = List.copyOf(what);
        whom = List.copyOf(whom);
        to = List.copyOf(to);
        where = List.copyOf(where);
        outOf = List.copyOf(outOf);
        into = List.copyOf(into);
    }

    /// The order of reciprocal steps: `together` (null), or `CODE first`.
    public record Order(@Nullable String first) {}

    /// How the rows below this provision keep in step.
    public record Steps(
            @Nullable Leaf<Balance> balance,
            @Nullable Leaf<Quantity> tolerance,
            @Nullable Leaf<DurationPhrase> verifyWithin) {}

    public enum Balance {
        AREA,
        DEPTH,
        COUNT
    }

    /// A guarantee: what triggers it, what voids it, whom it protects and who gives it.
    public record Guarantee(
            Condition triggeredBy, @Nullable Condition voidIf, List<Reference> shields, List<Reference> givenBy) {
        public Guarantee {
            shields = List.copyOf(shields);
            givenBy = List.copyOf(givenBy);
        }
    }

    /// The names in a slot; empty for the slots that hold quantities.
    public List<Reference> names(Slot slot) {
        return switch (slot) {
            case WHAT -> what;
            case WHOM -> whom;
            case TO -> to;
            case WHERE -> where;
            case OUT_OF -> outOf;
            case INTO -> into;
            case AT_LEAST, AT_MOST -> List.of();
        };
    }

    /// What kind of norm this is.
    public NormKind kind() {
        if (guarantee != null) {
            return NormKind.GUARANTEE;
        }
        if (steps != null) {
            return NormKind.STEPS;
        }
        if (modal == null) {
            return NormKind.TEXT;
        }
        return step == null ? NormKind.NORM : NormKind.STEP;
    }
}
