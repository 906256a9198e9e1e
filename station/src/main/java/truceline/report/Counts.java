package truceline.report;

/// What is counted of a set of incidents. A cue (a thermal anomaly that nobody confirmed) is counted apart and in
/// none of the other figures.
///
/// @param incidents incidents registered, cues left out
/// @param candidates of them, those with at least one candidate case
/// @param indeterminate of them, those whose only cases are indeterminate
/// @param violationsAtLeast events of fire recorded, at least
/// @param explosionsAtLeast explosions among them, at least
/// @param cues incidents that are only cues
/// @param nearBorder incidents and cues whose place is too rough to say in which region they were
public record Counts(
        long incidents,
        long candidates,
        long indeterminate,
        long violationsAtLeast,
        long explosionsAtLeast,
        long cues,
        long nearBorder) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    /// The counts of one incident.
    static Counts of(Event event) {
        if (event.isCue()) {
            return new Counts(0, 0, 0, 0, 0, 1, event.isNearBorder() ? 1 : 0);
        }
        return new Counts(
                1,
                event.standing() == Event.Standing.CANDIDATE ? 1 : 0,
                event.standing() == Event.Standing.INDETERMINATE ? 1 : 0,
                event.isViolation() ? event.count().atLeast() : 0,
                event.explosionsAtLeast(),
                0,
                event.isNearBorder() ? 1 : 0);
    }

    public Counts plus(Counts more) {
        return new Counts(
                incidents + more.incidents,
                candidates + more.candidates,
                indeterminate + more.indeterminate,
                violationsAtLeast + more.violationsAtLeast,
                explosionsAtLeast + more.explosionsAtLeast,
                cues + more.cues,
                nearBorder + more.nearBorder);
    }
}
