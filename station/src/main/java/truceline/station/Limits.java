package truceline.station;

/// How much a station takes over HTTP at a time.
///
/// @param submissions what each sender may send
/// @param statements what each person may state
/// @param conflicts how many ids each sender may use for other content before it is told to wait
/// @param atOnce submissions under way of all senders together
public record Limits(Rate submissions, Rate statements, Rate conflicts, int atOnce) {
    /// What one sender may do.
    ///
    /// @param perSecond in the long run
    /// @param burst at once after a pause
    /// @param atOnce under way at the same time
    public record Rate(double perSecond, double burst, int atOnce) {}

    /// Fifty submissions a second of each sender, and a hundred more after a pause.
    public static final Limits DEFAULT =
            new Limits(new Rate(50, 150, 32), new Rate(1, 30, 4), new Rate(1, 10, 32), 512);
}
