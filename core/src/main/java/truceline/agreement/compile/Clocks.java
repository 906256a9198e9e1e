package truceline.agreement.compile;

import truceline.agreement.Node;
import truceline.agreement.phrase.TimePhrase;

/// Where a clock time alone may stand: as `by`, beside `every`, and nowhere else.
final class Clocks {
    private Clocks() {}

    /// Refuses a clock time alone.
    static TimePhrase refuse(Scope scope, Node at, TimePhrase time) {
        if (time instanceof TimePhrase.Clock) {
            scope.fault(
                    at, "bad-time", "A clock time alone stands only as 'by' beside 'every'; write a day before it.");
            return new TimePhrase.Open();
        }
        return time;
    }
}
