/// Incident by provision: what may breach which norm, or lies too close to a line to say.
///
/// Enters: an agreement with its maps, and the facts of incidents. Leaves: candidate cases, each with the numbers that
/// made it.
/// Never: who did it, a case out of a cue, or a decision where the answer is indeterminate.
@NullMarked
package truceline.compliance;

import org.jspecify.annotations.NullMarked;
