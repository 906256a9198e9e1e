package truceline.mission;

/// One submission and what came of it so far.
///
/// @param index index of its entry
/// @param source number of the source that sent it
public record Submission(long index, int source, Entry.Submitted entered) {}
