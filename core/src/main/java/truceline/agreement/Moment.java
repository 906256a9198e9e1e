package truceline.agreement;

/// When a time phrase is, as far as the agreement and what has happened say. Milliseconds since 1970
/// UTC.
public sealed interface Moment {
    /// A known time: a duty that runs *from* it starts at `startMillis`; one that is due *by* it, or
    /// runs *until* it, ends at `endMillis`. The two are equal for a clock time; for a day they are its
    /// 00:00 (or the named day's own clock time) and its 24:00.
    record Known(long startMillis, long endMillis) implements Moment {
        public Known {
            if (endMillis < startMillis) {
                throw new IllegalStateException("a moment ends before it starts");
            }
        }
    }

    /// Not known yet; `waitsFor` is the day, fact, id or word `open` that must come first.
    record Pending(String waitsFor) implements Moment {}
}
