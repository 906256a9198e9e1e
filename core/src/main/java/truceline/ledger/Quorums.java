package truceline.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every smallest set of witnesses that makes a policy's quorum. A set is a bit per witness.
///
/// @param witnesses what the bits stand for, lowest first
/// @param groups per group of the top level its name
/// @param members per group of the top level its set of witnesses
/// @param smallest the sets
record Quorums(List<String> witnesses, List<String> groups, List<Integer> members, List<Integer> smallest) {
    static Quorums of(Policy policy, List<String> witnesses) {
        boolean[] enough = new boolean[1 << witnesses.size()];
        List<Integer> smallest = new ArrayList<>();
        for (int set = 0; set < enough.length; set++) {
            enough[set] = policy.hasWitnessed(policy.quorum(), names(witnesses, set));
            if (enough[set] && isSmallest(set, enough)) {
                smallest.add(set);
            }
        }
        List<Integer> members = new ArrayList<>();
        for (String group : policy.topLevel()) {
            members.add(set(witnesses, policy.witnessesOf(group)));
        }
        return new Quorums(witnesses, policy.topLevel(), members, smallest);
    }

    /// More witnesses never undo a quorum, so only the sets smaller by one need a look; they come earlier.
    private static boolean isSmallest(int set, boolean[] enough) {
        for (int rest = set; rest != 0; rest &= rest - 1) {
            if (enough[set ^ Integer.lowestOneBit(rest)]) {
                return false;
            }
        }
        return true;
    }

    private static List<String> names(List<String> witnesses, int set) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < witnesses.size(); i++) {
            if ((set >> i & 1) == 1) {
                names.add(witnesses.get(i));
            }
        }
        return names;
    }

    private static int set(List<String> witnesses, List<String> names) {
        int set = 0;
        for (String name : names) {
            set |= 1 << witnesses.indexOf(name);
        }
        return set;
    }

    List<List<String>> names() {
        return smallest.stream().map(set -> names(witnesses, set)).toList();
    }

    /// Whether every quorum has one of these.
    boolean needs(List<String> names) {
        int set = set(witnesses, names);
        return smallest.stream().allMatch(quorum -> (quorum & set) != 0);
    }

    /// The two quorums that share witnesses in the fewest groups, where these are too few.
    Optional<PolicyCheck.Fault> fork() {
        int first = 0;
        int second = 0;
        int fewest = PolicyCheck.COLLUDING_GROUPS + 1;
        for (int i = 0; i < smallest.size(); i++) {
            for (int j = i; j < smallest.size(); j++) {
                int shared = sharedGroups(smallest.get(i) & smallest.get(j)).size();
                if (shared < fewest) {
                    first = smallest.get(i);
                    second = smallest.get(j);
                    fewest = shared;
                }
            }
        }
        return fewest > PolicyCheck.COLLUDING_GROUPS ? Optional.empty() : Optional.of(fault(first, second));
    }

    private List<String> sharedGroups(int set) {
        List<String> shared = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            if ((members.get(i) & set) != 0) {
                shared.add(groups.get(i));
            }
        }
        return shared;
    }

    private PolicyCheck.Fault fault(int first, int second) {
        List<String> shared = sharedGroups(first & second);
        String one = String.join(", ", names(witnesses, first));
        String other = String.join(", ", names(witnesses, second));
        String who = shared.isEmpty() ? "Even if nobody colludes" : "If only " + shared.getFirst() + " colludes";
        String what = first == second
                ? one + " can seal two different records."
                : one + " can seal one record and " + other + " another.";
        return new PolicyCheck.Fault("quorums-fork", who + " with the operator, " + what);
    }
}
