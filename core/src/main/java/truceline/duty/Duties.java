package truceline.duty;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Identity;
import truceline.agreement.Moment;
import truceline.agreement.Norm;
import truceline.agreement.NormKind;
import truceline.agreement.Provision;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Modal;
import truceline.agreement.phrase.TimePhrase;

/// Where each provision stands in its life. Whether a duty was done is never concluded here: that is for
/// those who verify it to attest. Pure and thread-safe.
public final class Duties {
    private Duties() {}

    /// The state of a provision.
    public enum State {
        /// Words that nobody computes.
        TEXT_ONLY,
        /// It waits for a day, a condition or an event.
        PENDING,
        RUNNING,
        OVER,
        /// It runs, but this version cannot say more.
        NOT_EVALUATED
    }

    /// One provision.
    ///
    /// @param reason what it waits for, or why it is not evaluated; empty where the state says all
    public record Standing(String provision, State state, String reason) {}

    /// All provisions in file order, in one reading (null: the common text).
    public static List<Standing> of(Agreement agreement, @Nullable String holder, World world) {
        Requirements requirements = new Requirements(agreement, holder, world);
        List<Standing> all = new ArrayList<>();
        for (Provision provision : agreement.provisions().values()) {
            all.add(standing(requirements, provision, provision.norm(holder)));
        }
        return List.copyOf(all);
    }

    private static Standing standing(Requirements requirements, Provision provision, Norm norm) {
        String id = provision.id();
        if (norm.kind() == NormKind.TEXT) {
            return new Standing(id, State.TEXT_ONLY, "");
        }
        boolean isOver = requirements.end(norm) instanceof Moment.Known(long firstMs, long lastMs)
                && lastMs <= requirements.foldMs();
        if (isOver) {
            return new Standing(id, State.OVER, "");
        }
        String waitsFor = isDueBeforeStart(requirements, norm) ? null : requirements.waitsFor(norm);
        if (waitsFor != null) {
            return new Standing(id, State.PENDING, "waits for " + waitsFor);
        }
        Condition onlyIf = norm.onlyIf();
        Requirement condition = onlyIf == null ? null : requirements.of(onlyIf, false);
        if (condition != null && condition.truth() != Truth.HOLDS) {
            return new Standing(id, State.PENDING, "waits for " + String.join("; ", condition.missing()));
        }
        return running(requirements, id, norm);
    }

    private static Standing running(Requirements requirements, String id, Norm norm) {
        if (norm.step() instanceof Leaf.Given<Integer>(Integer step) && step > 1) {
            return new Standing(id, State.NOT_EVALUATED, "held until every earlier step is verified");
        }
        TimePhrase by = norm.timing().by();
        boolean isLate = norm.modal() == Modal.MUST
                && by != null
                && !(by instanceof TimePhrase.Clock)
                && requirements.moment(by) instanceof Moment.Known(long firstMs, long lastMs)
                && lastMs <= requirements.foldMs();
        return isLate
                ? new Standing(id, State.NOT_EVALUATED, "its time has passed; whether it was done is for people to say")
                : new Standing(id, State.RUNNING, "");
    }

    /// What is due before the agreement begins runs as soon as it is agreed.
    private static boolean isDueBeforeStart(Requirements requirements, Norm norm) {
        TimePhrase by = norm.timing().by();
        return requirements.agreement().identity().status() == Identity.Status.AGREED
                && norm.timing().from() == null
                && by != null
                && !(by instanceof TimePhrase.Clock)
                && requirements.moment(by) instanceof Moment.Known(long firstMs, long lastMs)
                && requirements.start(norm) instanceof Moment.Known(long startMs, long endMs)
                && lastMs <= startMs;
    }
}
