package truceline.finding;

/// From when on a key no longer counts. What was received before stays valid.
///
/// @param index index of the entry that says so
/// @param id whose key it is
/// @param fromMs moment of receipt from which on the key does not count, milliseconds UTC; may lie before
///     the entry
/// @param receivedMs when the entry was received
public record Revocation(long index, String id, String key, long fromMs, long receivedMs) {
    /// True where it is about a statement that was taken in, by that key, when the key should no longer
    /// have counted.
    public boolean doubts(Stated stated) {
        return stated.by().key().equals(key) && covers(stated.receivedMs());
    }

    /// True where the key no longer counted at that moment of receipt.
    public boolean covers(long momentMs) {
        return momentMs >= fromMs;
    }
}
