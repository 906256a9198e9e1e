package truceline.station;

/// The one place where the station reads the time of day: milliseconds UTC. Tests put another in its place.
public interface Clock {
    long nowMs();

    /// The machine's clock.
    static Clock system() {
        return System::currentTimeMillis;
    }
}
