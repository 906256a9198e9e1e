package truceline.station;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.audit.Difference;
import truceline.ledger.Cosignature;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Policy;

/// Whether the witnesses of a policy confirmed the checkpoint that was audited.
///
/// @param policy the policy that was checked by, or null where there is none
/// @param standing what the cosignatures amount to, or null where there is no policy or one does not hold
/// @param differences `policy` where it cannot be read, `cosignature` where one does not hold, `quorum` where it was
///     asked for and is not there
public record QuorumAudit(@Nullable Policy policy, Policy.@Nullable Standing standing, List<Difference> differences) {
    private static final String FILE = "checkpoint";

    public QuorumAudit {
        differences = List.copyOf(differences);
    }

    /// Checks by the newest policy of the record, which a ledger that grows may still have to satisfy.
    public static QuorumAudit ofRecord(FolderAudit.Result audited) {
        String text = audited.picture().policy();
        if (text == null) {
            return new QuorumAudit(null, null, List.of());
        }
        Policy policy = WitnessPolicy.find(text);
        return policy == null ? failed(null, "policy") : of(audited, policy, false);
    }

    /// Checks by a policy that was given: its quorum must be there.
    public static QuorumAudit of(FolderAudit.Result audited, Policy policy) {
        return of(audited, policy, true);
    }

    private static QuorumAudit of(FolderAudit.Result audited, Policy policy, boolean required) {
        Note note = audited.note();
        if (note == null) {
            return failed(policy, "quorum");
        }
        try {
            Policy.Standing standing = policy.standing(note);
            boolean enough = !required || policy.isSatisfiedBy(note);
            return new QuorumAudit(policy, standing, enough ? List.of() : List.of(new Difference(-1, FILE, "quorum")));
        } catch (LedgerException _) {
            return failed(policy, "cosignature");
        }
    }

    private static QuorumAudit failed(@Nullable Policy policy, String what) {
        return new QuorumAudit(policy, null, List.of(new Difference(-1, FILE, what)));
    }

    /// How far the checkpoint is confirmed, in words; `accepted` where no policy says more.
    public String level() {
        return standing == null ? "accepted" : WitnessView.word(standing.level());
    }

    /// Who confirmed it, by the names of their keys.
    public List<String> confirmedBy() {
        return standing == null
                ? List.of()
                : standing.cosignatures().stream()
                        .map(Cosignature::key)
                        .map(key -> key.name())
                        .toList();
    }
}
