package truceline.web;

/// The time that a reader asks for: what begins in it. Milliseconds UTC.
///
/// @param fromMs first moment; {@link Long#MIN_VALUE} for no bound
/// @param toMs first moment after it; {@link Long#MAX_VALUE} for no bound
record Window(long fromMs, long toMs) {
    static final Window ALL = new Window(Long.MIN_VALUE, Long.MAX_VALUE);

    boolean holds(long ms) {
        return ms >= fromMs && ms < toMs;
    }

    boolean overlaps(long otherFromMs, long otherToMs) {
        return otherFromMs < toMs && otherToMs > fromMs;
    }

    /// The part that lies in a bounded time.
    Window within(long leastMs, long mostMs) {
        long from = Math.clamp(fromMs, leastMs, mostMs);
        return new Window(from, Math.max(from, Math.min(toMs, mostMs)));
    }
}
