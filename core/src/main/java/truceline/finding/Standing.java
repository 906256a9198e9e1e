package truceline.finding;

import truceline.incident.Family;

/// What a step must know about the incident it is about.
///
/// @param incident address of the incident's first observation
/// @param isCue nothing but a machine's cue is known
/// @param family what its observations may be accounts of
/// @param isOfCraft a track, or positions that no craft can have had
/// @param isCorroborated two independent accounts, or the monitor's own
public record Standing(String incident, Family family, boolean isOfCraft, boolean isCue, boolean isCorroborated) {}
