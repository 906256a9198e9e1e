package truceline.incident;

/// When two observations are of one event: their places are no farther apart than the distance, the middles of their
/// times
/// no farther than the gap (both inclusive), and their kinds are of one family. Incidents are the connected components.
///
/// The middle of an interval is compared, not its ends, so that reports that only name the day do not chain a month
/// together.
///
/// @param version number by which entries refer to the rule; a change of meaning takes a new number
public record GroupingRule(int version, long distanceMm, long gapMs) {
    /// Rule version 1: 1 km and 6 hours.
    public static final GroupingRule FIRST = new GroupingRule(1, 1_000_000, 21_600_000);

    public GroupingRule {
        if (version != 1 || distanceMm < 0 || distanceMm > 100_000_000 || gapMs <= 0) {
            throw new IllegalArgumentException(
                    "grouping rule " + version + ", " + distanceMm + " mm, " + gapMs + " ms");
        }
    }
}
