package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeSet;
import truceline.agreement.Node;
import truceline.agreement.Norm;
import truceline.agreement.Provision;
import truceline.agreement.Zone;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Slot;
import truceline.agreement.phrase.Sort;

/// Zones that differ by party bind only parties: norms of others, forces and claims cannot name them.
final class RelativeZones {
    private final Scope scope;
    private final TreeSet<String> relative = new TreeSet<>();

    private RelativeZones(Scope scope, SequencedMap<String, Zone> zones) {
        this.scope = scope;
        zones.forEach((name, zone) -> {
            if (zone.isRelative()) {
                relative.add(name);
            }
        });
    }

    static void check(Scope scope, SequencedMap<String, Provision> provisions, SequencedMap<String, Zone> zones) {
        RelativeZones check = new RelativeZones(scope, zones);
        if (check.relative.isEmpty()) {
            return;
        }
        provisions.values().forEach(check::provision);
        for (Node force : check.elements("forces")) {
            for (String part : List.of("contingents", "hubs")) {
                for (Node each : values(find(force, part))) {
                    check.refuse(find(each, "where"));
                }
            }
        }
        for (Node claim : check.elements("claims")) {
            check.refuse(find(claim, "where"));
        }
    }

    private List<Node> elements(String section) {
        return values(find(scope.root(), section));
    }

    private static List<Node> values(Node node) {
        List<Node> values = new ArrayList<>();
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach(entry -> values.add(entry.value()));
        }
        return values;
    }

    /// The value of a key; an empty list where there is none.
    private static Node find(Node node, String key) {
        Node none = new Node.Sequence(List.of(), node.line(), node.column());
        return node instanceof Node.Mapping mapping ? mapping.find(key).orElse(none) : none;
    }

    private void provision(Provision provision) {
        List<Norm> norms = new ArrayList<>(provision.norms().byHolder().values());
        norms.add(provision.norms().common());
        boolean partiesOnly = norms.stream()
                .flatMap(norm -> norm.who().stream())
                .allMatch(who -> who.sort() == Sort.PARTY || who.sort() == Sort.EACH_PARTY || who.isOpen());
        if (!partiesOnly) {
            scope.names().find(provision.id()).ifPresent(found -> areas(found.element()));
        }
    }

    private void areas(Node element) {
        for (Slot slot : List.of(Slot.WHERE, Slot.OUT_OF, Slot.INTO)) {
            String key = ClosedWords.word(slot);
            refuse(find(element, key));
            values(find(element, "readings")).forEach(reading -> refuse(find(reading, key)));
        }
    }

    private void refuse(Node where) {
        List<Node> words = where instanceof Node.Sequence list ? list.elements() : List.of(where);
        for (Node word : words) {
            if (word instanceof Node.Scalar name && relative.contains(name.text())) {
                scope.fault(
                        name,
                        "relative-zone",
                        "Zone " + Quoted.of(name.text())
                                + " differs by party, so it binds only parties; name a zone that is the same for all.");
            }
        }
    }
}
