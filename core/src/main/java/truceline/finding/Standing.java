package truceline.finding;

/// What a step must know about the incident it is about.
///
/// @param incident address of the incident's first observation
/// @param isCue nothing but a machine's cue is known
/// @param isCorroborated two independent accounts, or the monitor's own
public record Standing(String incident, boolean isCue, boolean isCorroborated) {}
