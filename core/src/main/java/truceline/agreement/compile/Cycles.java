package truceline.agreement.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Names that depend on themselves. Works by peeling off, without recursion, so that a long chain is no
/// danger.
final class Cycles {
    private Cycles() {}

    /// The names that lie on a circle of `dependsOn`, or between two circles.
    static Set<String> find(SortedMap<String, List<String>> dependsOn) {
        SortedMap<String, List<String>> reversed = new TreeMap<>();
        dependsOn.forEach((name, others) -> {
            reversed.computeIfAbsent(name, any -> new ArrayList<>());
            others.forEach(other ->
                    reversed.computeIfAbsent(other, any -> new ArrayList<>()).add(name));
        });
        Set<String> left = peel(dependsOn, reversed);
        left.retainAll(peel(reversed, dependsOn));
        return left;
    }

    /// The names that stand on more than `most` others in a row, on the assumption that there is no circle.
    static Set<String> deeperThan(SortedMap<String, List<String>> dependsOn, int most) {
        Set<String> left = new TreeSet<>(dependsOn.keySet());
        for (int round = 0; round <= most && !left.isEmpty(); round++) {
            Set<String> standing = new TreeSet<>();
            for (String name : left) {
                if (dependsOn.getOrDefault(name, List.of()).stream().anyMatch(left::contains)) {
                    standing.add(name);
                }
            }
            left = standing;
        }
        return left;
    }

    /// What stays when all that depends on nothing is taken away, again and again.
    private static Set<String> peel(
            SortedMap<String, List<String>> dependsOn, SortedMap<String, List<String>> dependants) {
        SortedMap<String, Integer> open = new TreeMap<>();
        List<String> free = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : dependsOn.entrySet()) {
            open.put(entry.getKey(), entry.getValue().size());
        }
        dependants.keySet().forEach(name -> open.putIfAbsent(name, 0));
        open.forEach((name, count) -> {
            if (count == 0) {
                free.add(name);
            }
        });
        TreeSet<String> left = new TreeSet<>(open.keySet());
        while (!free.isEmpty()) {
            String name = free.removeLast();
            left.remove(name);
            for (String other : dependants.getOrDefault(name, List.of())) {
                if (open.merge(other, -1, Integer::sum) == 0) {
                    free.add(other);
                }
            }
        }
        return left;
    }
}
