package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import truceline.agreement.Node;
import truceline.agreement.Provision;
import truceline.agreement.Zone;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;

/// What can be judged only once all provisions and zones are read: zones that bind only parties, and
/// reciprocal steps.
final class ProvisionChecks {
    private static final int MOST_DAYS = 20;

    private final Scope scope;
    private final SequencedMap<String, Provision> provisions;

    private ProvisionChecks(Scope scope, SequencedMap<String, Provision> provisions) {
        this.scope = scope;
        this.provisions = provisions;
    }

    static void check(Scope scope, SequencedMap<String, Provision> provisions, SequencedMap<String, Zone> zones) {
        ProvisionChecks checks = new ProvisionChecks(scope, provisions);
        RelativeZones.check(scope, provisions, zones);
        checks.steps();
    }

    /// A fault at the value of `step`, or at the provision where that stands elsewhere.
    private void stepFault(Provision provision, String message) {
        Node value = scope.names().key(provision.id(), "step");
        if (value == null) {
            scope.faultAt(provision.id(), "step", message);
        } else {
            scope.fault(value, "step", message);
        }
    }

    private void steps() {
        SortedMap<String, SortedMap<Integer, List<Provision>>> rows = new TreeMap<>();
        Set<String> open = new TreeSet<>();
        for (Provision provision : provisions.values()) {
            String above = provision.parent();
            if (above != null && provision.norms().common().step() instanceof Leaf.Open<Integer>) {
                open.add(above);
            }
            if (provision.norms().common().step() instanceof Leaf.Given<Integer>(Integer step)) {
                String parent = provision.parent();
                Provision head = parent == null ? null : provisions.get(parent);
                if (head == null || head.norms().common().steps() == null) {
                    stepFault(provision, "A step needs a head; write 'steps' at the id above.");
                } else {
                    rows.computeIfAbsent(head.id(), any -> new TreeMap<>())
                            .computeIfAbsent(step, any -> new ArrayList<>())
                            .add(provision);
                }
            }
        }
        rows.forEach((head, steps) ->
                steps.forEach((step, members) -> eachPartyOnce(head, step, members, !open.contains(head))));
    }

    /// The same step is one row per party; where a row has an open step, nobody is said to lack one.
    private void eachPartyOnce(String head, int step, List<Provision> members, boolean isWhole) {
        Set<String> bound = new TreeSet<>();
        for (Provision member : members) {
            for (String party : bound(member)) {
                if (!bound.add(party)) {
                    scope.faultAt(
                            member.id(),
                            "step",
                            "Step " + step + " already binds " + party + "; one step is one row per party.");
                }
            }
        }
        List<String> missing = new ArrayList<>(scope.names().parties());
        missing.removeAll(bound);
        if (isWhole && !missing.isEmpty()) {
            scope.faultAt(
                    head,
                    "not-every-party",
                    "Step " + step + " binds nobody of " + String.join(", ", missing) + "; give every party a row.");
        }
    }

    private List<String> bound(Provision member) {
        List<String> bound = new ArrayList<>();
        for (Reference who : member.norms().common().who()) {
            if (who.sort() == Sort.EACH_PARTY || who.isOpen()) {
                return scope.names().parties();
            }
            bound.add(who.name());
        }
        return bound;
    }

    /// Named days that are counted from each other in a circle.
    static void checkDays(Scope scope, Map<String, List<String>> countedFrom) {
        SortedMap<String, List<String>> days = new TreeMap<>(countedFrom);
        Set<String> circle = Cycles.find(days);
        for (String name : circle.isEmpty() ? Cycles.deeperThan(days, MOST_DAYS) : new TreeSet<String>()) {
            scope.faultAt(
                    name,
                    "too-deep",
                    "Day " + Quoted.of(name) + " is counted over more than " + MOST_DAYS
                            + " others in a row; give one of" + " them a date.");
        }
        for (String name : circle) {
            scope.faultAt(
                    name,
                    "cycle",
                    "Day " + Quoted.of(name) + " is counted from itself; give one day of the circle a date, or open.");
        }
    }
}
