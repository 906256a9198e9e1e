package truceline.compliance;

/// When a claim and an incident, or two claims of one list, are of one event: the ways between their discs and between
/// their intervals are no longer than these (both inclusive), and their families are the same.
///
/// @param version number by which the rule is named; a change of meaning takes a new number
/// @param matchMm way between two discs, from rim to rim, in millimetres
/// @param matchMs time between two intervals, from end to start, in milliseconds
public record ReconciliationRule(int version, long matchMm, long matchMs) {
    /// Rule version 1: 3 km and 2 hours.
    public static final ReconciliationRule FIRST = new ReconciliationRule(1, 3_000_000, 7_200_000);

    public ReconciliationRule {
        if (version != 1 || matchMm < 0 || matchMm > 100_000_000 || matchMs < 0 || matchMs > 864_000_000) {
            throw new IllegalArgumentException(
                    "reconciliation rule " + version + ", " + matchMm + " mm, " + matchMs + " ms");
        }
    }
}
