package truceline.station;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.audit.LogKeyChain;
import truceline.intake.Refusal;
import truceline.ledger.LedgerException;
import truceline.ledger.Policy;
import truceline.ledger.PolicyCheck;
import truceline.mission.Entry;
import truceline.mission.EntryText;

/// Which policies a station takes, and which it has.
public final class WitnessPolicy {
    private static final int MOST_BYTES = 65_535;

    private WitnessPolicy() {}

    /// Reads a policy.
    ///
    /// @throws Refusal `policy`, naming the line
    public static Policy read(String text) {
        try {
            return Policy.parse(text);
        } catch (LedgerException e) {
            throw new Refusal("policy", "the policy is refused: " + e.getMessage());
        }
    }

    /// Refuses a policy that a station must not adopt.
    static void check(String text, LogKeyChain log, @Nullable String inForce) {
        Policy policy = read(text);
        List<PolicyCheck.Fault> faults = PolicyCheck.of(policy).faults();
        if (!faults.isEmpty()) {
            throw new Refusal(
                    "policy", "the policy is refused: " + faults.getFirst().sentence());
        }
        if (policy.logs().stream().noneMatch(each -> log.find(each.key().text()) != null)) {
            throw new Refusal("policy", "the policy is refused: it does not name this log, " + log.inForce());
        }
        if (text.equals(inForce)) {
            throw new Refusal("already-held", "this policy is in force already");
        }
        if (EntryText.write(new Entry.PolicyEntered(text, Long.MAX_VALUE >> 11)).length > MOST_BYTES) {
            throw new Refusal("policy", "the policy is refused: it is too long for an entry");
        }
    }

    /// The policy of a record as it was entered, or null where there is none that can be read.
    static @Nullable Policy find(@Nullable String text) {
        try {
            return text == null ? null : Policy.parse(text);
        } catch (LedgerException _) {
            return null;
        }
    }
}
