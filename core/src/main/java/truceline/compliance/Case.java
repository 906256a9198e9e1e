package truceline.compliance;

/// One incident that may breach one provision, under the common reading. The party is undetermined: a case says what
/// was
/// done, never by whom.
///
/// @param incident number of the incident
/// @param norm the provision as evaluated
/// @param certainty {@link Certainty#YES} for a candidate, {@link Certainty#INDETERMINATE} where place, time or class
/// is too
///     close to say; never {@link Certainty#NO}
public record Case(int incident, Norm norm, Certainty certainty) {}
