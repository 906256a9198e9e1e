package truceline.finding;

/// A statement that was entered, by whom and when.
///
/// @param index index of its entry
/// @param receivedMs when it was received, milliseconds UTC
public record Stated(long index, Statement statement, Person by, long receivedMs) {
    public Act act() {
        return statement.act();
    }
}
