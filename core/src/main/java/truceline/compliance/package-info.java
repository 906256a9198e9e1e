/// Incident by provision: what may breach which norm, or lies too close to a line to say; and claim by incident: what
/// of a party's list was observed.
///
/// Enters: an agreement with its maps, the facts of incidents, and the claims of the parties. Leaves: candidate cases,
/// each with the numbers that made it, and one outcome for each claim.
/// Never: a claim counted as an observation, who did it, a case out of a cue, or a decision where the answer is
/// indeterminate.
@NullMarked
package truceline.compliance;

import org.jspecify.annotations.NullMarked;
