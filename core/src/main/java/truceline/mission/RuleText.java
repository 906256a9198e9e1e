package truceline.mission;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import truceline.incident.GroupingRule;

/// Rules as entries, and back.
public final class RuleText {
    static final String DISTANCE = "distanceMm";
    static final String GAP = "gapMs";

    /// The rule that a new station enters.
    static final SortedMap<String, Long> PARAMETERS = parameters(GroupingRule.FIRST);

    private RuleText() {}

    /// The entry that puts a grouping rule in force.
    public static Entry.Ruled write(GroupingRule rule) {
        return new Entry.Ruled("grouping", rule.version(), parameters(rule));
    }

    static GroupingRule grouping(Entry.Ruled ruled) {
        long distanceMm = ruled.parameters().getOrDefault(DISTANCE, -1L);
        long gapMs = ruled.parameters().getOrDefault(GAP, -1L);
        return new GroupingRule(ruled.version(), distanceMm, gapMs);
    }

    private static SortedMap<String, Long> parameters(GroupingRule rule) {
        SortedMap<String, Long> parameters = new TreeMap<>();
        parameters.put(DISTANCE, rule.distanceMm());
        parameters.put(GAP, rule.gapMs());
        return Collections.unmodifiableSortedMap(parameters);
    }
}
