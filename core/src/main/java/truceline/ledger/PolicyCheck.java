package truceline.ledger;

import java.util.ArrayList;
import java.util.List;

/// Whether a policy keeps its promise: two readers never hold sealed checkpoints of two inconsistent trees while at
/// most one group of the quorum's top level colludes with the operator of the log.
///
/// A fork needs two quorums, and every witness that stands in both must cosign both sides, which only a colluding one
/// does. So any two quorums must have a witness in common in at least two groups of the top level; then one colluding
/// group is not enough. With four groups that is three of four (Byzantine agreement, 3f + 1 for f = 1). All quorums are
/// enumerated, which is why there are at most 12 witnesses.
///
/// @param faults why the policy must not be adopted, empty where it may
/// @param remarks what people should know before they adopt it
/// @param quorums every smallest set of witnesses that makes the quorum, by name; empty where they were not enumerated
public record PolicyCheck(List<Fault> faults, List<String> remarks, List<List<String>> quorums) {
    /// Witnesses whose quorums are still enumerated.
    public static final int MOST_WITNESSES = 12;

    /// Groups that may collude without a fork being sealed.
    public static final int COLLUDING_GROUPS = 1;

    public PolicyCheck {
        faults = List.copyOf(faults);
        remarks = List.copyOf(remarks);
        quorums = List.copyOf(quorums);
    }

    /// One reason to refuse a policy.
    ///
    /// @param code `no-quorum`, `no-log`, `log-is-witness`, `too-many-witnesses`, `group-splits`, `quorums-fork`
    /// @param sentence for people
    public record Fault(String code, String sentence) {}

    public boolean isSound() {
        return faults.isEmpty();
    }

    public static PolicyCheck of(Policy policy) {
        List<Fault> faults = new ArrayList<>();
        keys(policy, faults);
        if (policy.topLevel().isEmpty()) {
            faults.add(
                    new Fault("no-quorum", "The policy asks for no witness: the operator alone could fork the log."));
            return new PolicyCheck(faults, List.of(), List.of());
        }
        policy.topLevel().forEach(member -> majorities(policy, member, faults));
        List<String> witnesses = policy.witnessesOf(policy.quorum());
        if (witnesses.size() > MOST_WITNESSES) {
            faults.add(new Fault(
                    "too-many-witnesses",
                    "The quorum draws on " + witnesses.size() + " witnesses; only " + MOST_WITNESSES
                            + " can be checked in full."));
            return new PolicyCheck(faults, List.of(), List.of());
        }
        Quorums quorums = Quorums.of(policy, witnesses);
        quorums.fork().ifPresent(faults::add);
        return new PolicyCheck(faults, remarks(policy, quorums), quorums.names());
    }

    private static void keys(Policy policy, List<Fault> faults) {
        if (policy.logs().isEmpty()) {
            faults.add(new Fault("no-log", "The policy names no log, so it would accept any."));
        }
        for (Policy.Witness witness : policy.witnesses()) {
            String key = Policy.identity(witness.key().rawKey());
            if (policy.logs().stream()
                    .anyMatch(log -> Policy.identity(log.key().rawKey()).equals(key))) {
                faults.add(new Fault(
                        "log-is-witness",
                        "The witness " + witness.name()
                                + " has the key of the log: the operator would confirm itself."));
            }
        }
    }

    /// Below the top level a group that is no strict majority seals both sides with nobody misbehaving.
    private static void majorities(Policy policy, String name, List<Fault> faults) {
        Policy.Group group = policy.group(name);
        if (group == null) {
            return;
        }
        int size = group.members().size();
        if (2 * group.threshold() <= size) {
            faults.add(new Fault(
                    "group-splits",
                    "The group " + name + " needs " + group.threshold() + " of " + size
                            + ", which is no majority: "
                            + String.join(", ", group.members().subList(0, group.threshold()))
                            + " may have seen one record and "
                            + String.join(", ", group.members().subList(group.threshold(), 2 * group.threshold()))
                            + " another, and the group would confirm both with nobody at fault."));
        }
        group.members().forEach(member -> majorities(policy, member, faults));
    }

    private static List<String> remarks(Policy policy, Quorums quorums) {
        List<String> remarks = new ArrayList<>();
        for (String member : policy.topLevel()) {
            if (quorums.needs(policy.witnessesOf(member))) {
                remarks.add("Nothing is sealed without " + member + ": it alone can hold up sealing.");
            }
        }
        List<String> counted = policy.witnessesOf(policy.quorum());
        for (Policy.Witness witness : policy.witnesses()) {
            if (!counted.contains(witness.name())) {
                remarks.add("The witness " + witness.name() + " counts for nothing: the quorum does not reach it.");
            }
        }
        return remarks;
    }
}
