package truceline.demo;

import truceline.station.Clock;

/// The clock of the demonstration: shows the moment it was last set to. Not thread-safe.
final class DayClock implements Clock {
    private long nowMs;

    DayClock(long startMs) {
        nowMs = startMs;
    }

    void set(long ms) {
        nowMs = ms;
    }

    @Override
    public long nowMs() {
        return nowMs;
    }
}
