package truceline.coverage;

/// A sign of life of a source, and by when the next one is due. A source whose next sign is overdue is silent: what it
/// would have seen is not observed, never calm.
///
/// @param atMs when it gave the sign, milliseconds UTC
/// @param nextMs by when the next one is due
public record Heartbeat(String source, long atMs, long nextMs) {
    /// True where the next sign did not come by that moment.
    public boolean isSilentAt(long momentMs) {
        return momentMs > nextMs;
    }
}
