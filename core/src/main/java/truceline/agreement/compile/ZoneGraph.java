package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import truceline.agreement.Readings;
import truceline.agreement.Zone;
import truceline.agreement.ZoneForm;
import truceline.agreement.ZoneForm.Of;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;

/// How zones are built on each other: never in a circle; and a zone built on one that differs by party
/// does so too.
final class ZoneGraph {
    private static final int MOST_BELOW = 20;

    private final SortedMap<String, List<String>> builtOn = new TreeMap<>();
    private final TreeSet<String> relative = new TreeSet<>();

    private ZoneGraph() {}

    /// The same zones, each with its `isRelative`; a circle is a fault at every zone of it.
    static SequencedMap<String, Zone> judge(Scope scope, SequencedMap<String, Zone> zones) {
        ZoneGraph graph = new ZoneGraph();
        zones.forEach((name, zone) -> graph.add(name, zone.form()));
        Set<String> circle = Cycles.find(graph.builtOn);
        Set<String> deep = circle.isEmpty() ? Cycles.deeperThan(graph.builtOn, MOST_BELOW) : new TreeSet<>();
        for (String name : deep) {
            scope.faultAt(
                    name,
                    "too-deep",
                    "Zone " + Quoted.of(name) + " stands on more than " + MOST_BELOW + " others in a row; draw one of"
                            + " them on a map.");
        }
        for (String name : circle) {
            scope.faultAt(
                    name,
                    "cycle",
                    "Zone " + Quoted.of(name) + " is built on itself; draw one zone of the circle on a map.");
        }
        graph.spread();
        SequencedMap<String, Zone> judged = new LinkedHashMap<>();
        zones.forEach((name, zone) ->
                judged.put(name, new Zone(name, zone.form(), graph.relative.contains(name), zone.origin())));
        return Collections.unmodifiableSequencedMap(judged);
    }

    private void add(String name, Readings<ZoneForm> forms) {
        List<String> below = new ArrayList<>();
        List<ZoneForm> all = new ArrayList<>(forms.byHolder().values());
        all.add(forms.common());
        for (ZoneForm form : all) {
            if (add(form, below)) {
                relative.add(name);
            }
        }
        builtOn.put(name, below);
    }

    /// Gathers the zones that a form is built on, and says whether the form itself differs by party.
    private static boolean add(ZoneForm form, List<String> below) {
        return switch (form) {
            case ZoneForm.Drawn drawn -> false;
            case ZoneForm.Units units -> false;
            case ZoneForm.Within within ->
                add(within.of(), below) || within.sides().stream().anyMatch(ZoneGraph::differs);
            case ZoneForm.Width width -> add(width.of(), below);
            case ZoneForm.Side side -> add(side.of(), below) || differs(side.whose());
            case ZoneForm.Above above -> {
                names(above.zones(), below);
                yield false;
            }
        };
    }

    private static boolean add(Of of, List<String> below) {
        return switch (of) {
            case Of.Same(List<Reference> names) -> {
                names(names, below);
                yield false;
            }
            case Of.PerParty(SortedMap<String, List<Reference>> names) -> {
                names.values().forEach(each -> names(each, below));
                yield true;
            }
        };
    }

    private static void names(List<Reference> references, List<String> below) {
        for (Reference reference : references) {
            if (reference.sort() == Sort.ZONE) {
                below.add(reference.name());
            }
        }
    }

    private static boolean differs(Reference side) {
        return side.sort() == Sort.EACH_PARTY || side.sort() == Sort.OTHER_PARTY;
    }

    /// Carries "differs by party" upwards until nothing changes.
    private void spread() {
        SortedMap<String, List<String>> above = new TreeMap<>();
        builtOn.forEach((name, below) -> below.forEach(
                zone -> above.computeIfAbsent(zone, any -> new ArrayList<>()).add(name)));
        List<String> waiting = new ArrayList<>(relative);
        while (!waiting.isEmpty()) {
            for (String name : above.getOrDefault(waiting.removeLast(), List.of())) {
                if (relative.add(name)) {
                    waiting.add(name);
                }
            }
        }
    }
}
