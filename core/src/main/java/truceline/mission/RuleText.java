package truceline.mission;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import truceline.incident.GroupingRule;
import truceline.incident.TrackRule;

/// Rules as entries, and back.
public final class RuleText {
    static final String GROUPING = "grouping";
    static final String TRACKS = "tracks";

    private static final String DISTANCE = "distanceMm";
    private static final String GAP = "gapMs";
    private static final String AIRCRAFT = "aircraftMetresPerSecond";
    private static final String VESSEL = "vesselMetresPerSecond";
    private static final String JUMP = "jumpMm";
    private static final String NEAR = "nearMm";
    private static final String NEAR_GAP = "nearGapMs";

    private RuleText() {}

    /// The entry that puts a grouping rule in force.
    public static Entry.Ruled write(GroupingRule rule) {
        return new Entry.Ruled(GROUPING, rule.version(), parameters(rule));
    }

    /// The entry that puts a rule of tracks in force.
    public static Entry.Ruled write(TrackRule rule) {
        return new Entry.Ruled(TRACKS, rule.version(), parameters(rule));
    }

    /// @throws CannotCheck where the version, or a parameter, is not known
    static GroupingRule grouping(long index, Entry.Ruled ruled) {
        known(index, ruled, parameters(GroupingRule.FIRST));
        try {
            return new GroupingRule(ruled.version(), get(ruled, DISTANCE), get(ruled, GAP));
        } catch (IllegalArgumentException e) {
            throw new CannotCheck(index, String.valueOf(e.getMessage()));
        }
    }

    /// @throws CannotCheck where the version, or a parameter, is not known
    static TrackRule tracks(long index, Entry.Ruled ruled) {
        known(index, ruled, parameters(TrackRule.FIRST));
        try {
            return new TrackRule(
                    ruled.version(),
                    get(ruled, GAP),
                    get(ruled, AIRCRAFT),
                    get(ruled, VESSEL),
                    get(ruled, JUMP),
                    get(ruled, NEAR),
                    get(ruled, NEAR_GAP));
        } catch (IllegalArgumentException e) {
            throw new CannotCheck(index, String.valueOf(e.getMessage()));
        }
    }

    private static void known(long index, Entry.Ruled ruled, SortedMap<String, Long> first) {
        if (ruled.version() != 1 || !ruled.parameters().keySet().equals(first.keySet())) {
            throw new CannotCheck(index, "rule " + ruled.rule() + " version " + ruled.version() + " is not known");
        }
    }

    private static long get(Entry.Ruled ruled, String parameter) {
        return ruled.parameters().getOrDefault(parameter, -1L);
    }

    private static SortedMap<String, Long> parameters(GroupingRule rule) {
        SortedMap<String, Long> parameters = new TreeMap<>();
        parameters.put(DISTANCE, rule.distanceMm());
        parameters.put(GAP, rule.gapMs());
        return Collections.unmodifiableSortedMap(parameters);
    }

    private static SortedMap<String, Long> parameters(TrackRule rule) {
        SortedMap<String, Long> parameters = new TreeMap<>();
        parameters.put(GAP, rule.gapMs());
        parameters.put(AIRCRAFT, rule.aircraftMetresPerSecond());
        parameters.put(VESSEL, rule.vesselMetresPerSecond());
        parameters.put(JUMP, rule.jumpMm());
        parameters.put(NEAR, rule.nearMm());
        parameters.put(NEAR_GAP, rule.nearGapMs());
        return Collections.unmodifiableSortedMap(parameters);
    }
}
